/** Runs in a worker thread beside the parser: ends the process when one input takes too much. */
import { openSync, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { ENDED_FOR } from './job.ts';
import { processorMilliseconds, residentMegabytes, SLOT } from './watched-input.ts';

const EVERY_MILLISECONDS = 20;

const { slots, placeFile } = z
  .object({ slots: z.instanceof(SharedArrayBuffer), placeFile: z.string() })
  .parse(workerData);
const watched = new Float64Array(slots);
const place = openSync(placeFile, 'r+');

const slot = (index: number): number => watched[index] ?? 0;

function endProcess(reason: number): void {
  writeSync(place, Uint8Array.of(reason), 0, 1, 4);
  process.kill(process.pid, 'SIGKILL');
}

setInterval(() => {
  const startedAt = slot(SLOT.startedAt);
  if (startedAt === 0) return;
  const isTooLong = processorMilliseconds() - slot(SLOT.processorAtStart) > slot(SLOT.maxProcessor);
  if (isTooLong || Date.now() - startedAt > slot(SLOT.maxWait)) endProcess(ENDED_FOR.time);
  else if (residentMegabytes() - slot(SLOT.memoryAtStart) > slot(SLOT.maxMemory))
    endProcess(ENDED_FOR.memory);
}, EVERY_MILLISECONDS);
