/** A worker thread that does what it is told, for tests of whoever has to bear it. */
import { parentPort } from 'node:worker_threads';

const deeds: Readonly<Record<string, () => unknown>> = {
  answer: () => parentPort?.postMessage('answered'),
  environment: () => parentPort?.postMessage(Object.keys(process.env).join()),
  wait: () => setTimeout(() => parentPort?.postMessage('waited'), 1000),
  work: () => {
    const until = process.threadCpuUsage().user + 600_000;
    while (process.threadCpuUsage().user < until);
    parentPort?.postMessage('worked');
  },
  loop: () => {
    for (;;);
  },
  fill: () => {
    for (const kept: string[] = []; ;) kept.push(String(kept.length).repeat(1000));
  },
  fail: () => {
    throw new Error('It failed');
  },
  exit: () => process.exit(0),
};

parentPort?.on('message', (deed: string | object) => {
  deeds[typeof deed === 'string' ? deed : 'loop']?.();
});
