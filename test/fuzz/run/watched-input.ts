import { openSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Bounds } from '../target.ts';
import { NO_INPUT } from './job.ts';

const MEGABYTE = 1024 * 1024;

/** What is written for the watching thread, each a number. */
export const SLOT = {
  startedAt: 0,
  processorAtStart: 1,
  memoryAtStart: 2,
  maxProcessor: 3,
  maxMemory: 4,
  maxWait: 5,
};
export const SLOTS = 6;

export interface WatchData {
  readonly slots: SharedArrayBuffer;
  readonly placeFile: string;
}

/** What one input took. */
export interface Taken {
  readonly processorMilliseconds: number;
  readonly megabytes: number;
}

export const processorMilliseconds = ({ user, system } = process.cpuUsage()): number =>
  (user + system) / 1000;
export const residentMegabytes = (): number => process.memoryUsage.rss() / MEGABYTE;
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

/**
 * Measures what runs in this process, and has a thread watch it: what hangs, or takes all the memory, ends the process, and the
 * file of its place says at which input.
 */
export class InputWatch {
  readonly #slots = new Float64Array(new SharedArrayBuffer(8 * SLOTS));
  readonly #place: number;
  readonly #placeBytes = Buffer.alloc(4);

  constructor(placeFile: string) {
    this.#place = openSync(placeFile, 'r+');
    const workerData: WatchData = { slots: this.#slots.buffer, placeFile };
    new Worker(new URL('watch-thread.ts', import.meta.url), { workerData }).unref();
  }

  /** Says that the next input is of another job. */
  beginJob(): void {
    this.#setPlace(NO_INPUT);
  }

  #setPlace(index: number): void {
    this.#placeBytes.writeUInt32LE(index);
    writeSync(this.#place, this.#placeBytes, 0, 4, 0);
  }

  /** Runs one input. @returns what it took, and what came of it */
  async measure<Result>(
    index: number,
    bounds: Bounds,
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly taken: Taken }> {
    this.#setPlace(index);
    const memoryBefore = residentMegabytes();
    const peakBefore = peakMegabytes();
    const processorBefore = processorMilliseconds();
    this.#begin(bounds, processorBefore, memoryBefore);
    try {
      const result = await work();
      const processor = processorMilliseconds() - processorBefore;
      const peak = peakMegabytes();
      // The peak is of the process's whole life: where it did not rise, what is left says how much it was.
      const megabytes = (peak > peakBefore ? peak : residentMegabytes()) - memoryBefore;
      return { result, taken: { processorMilliseconds: processor, megabytes: Math.max(0, megabytes) } };
    } finally {
      this.#slots[SLOT.startedAt] = 0;
    }
  }

  #begin(bounds: Bounds, processorNow: number, memoryNow: number): void {
    this.#slots[SLOT.processorAtStart] = processorNow;
    this.#slots[SLOT.memoryAtStart] = memoryNow;
    this.#slots[SLOT.maxProcessor] = bounds.maxProcessorMilliseconds;
    this.#slots[SLOT.maxMemory] = bounds.maxMegabytes;
    this.#slots[SLOT.maxWait] = bounds.maxWaitSeconds * 1000;
    this.#slots[SLOT.startedAt] = Date.now();
  }
}
