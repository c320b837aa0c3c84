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
  // In many small pieces: where one piece, such as a growing array, is too large, Node 24 may end the process with the thread.
  fill: () => {
    for (let kept: unknown; ;) kept = { before: kept, numbers: Array.from({ length: 100 }, Math.random) };
  },
  fail: () => {
    throw new Error('It failed');
  },
  exit: () => process.exit(0),
};

parentPort?.on('message', (deed: string | object) => {
  deeds[typeof deed === 'string' ? deed : 'loop']?.();
});
