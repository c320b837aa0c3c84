import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as z from 'zod';

const messageSchema = z.tuple([z.object({ peakMegabytes: z.number() })], z.unknown());

/**
 * The most memory a process has while it plans and verifies a list of so many lines. V8's heap is held to 48 MB, which
 * would not hold the larger list: how much garbage is left to lie where there is room says nothing about the list.
 * @throws Error when the process fails
 */
export async function measurePeakMemory(lines: number): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'memory-probe.ts'), [String(lines)], {
    execArgv: ['--max-semi-space-size=1', '--max-old-space-size=48'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`A list of ${lines} lines could not be planned and verified`);
  });
  const [{ peakMegabytes }] = messageSchema.parse(await Promise.race([once(child, 'message'), ended]));
  await ended.catch(() => undefined);
  return peakMegabytes;
}
