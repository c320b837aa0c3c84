import {
  countPdfPages,
  DrawingPageCounter,
  startPdfThread,
} from '../../../contexts/pages/imaging/page-counter.ts';
import { countingLimits } from '../../../contexts/pages/domain/drawing-limits.ts';
import type { PageCounter } from '../../../contexts/intake/ports/page-counter.ts';

/** A new thread for each file, as intake has, would take most of the time. */
const FILES_A_THREAD = 200;

/** Counts pages as intake does, in a thread that is kept for some files. */
export class KeptPageCounter implements PageCounter {
  readonly #pictures = new DrawingPageCounter();
  readonly #thread = startPdfThread();
  #files = 0;

  async count(bytes: Uint8Array, mediaType: string, mostPages: number) {
    if (mediaType !== 'application/pdf') return this.#pictures.count(bytes, mediaType, mostPages);
    this.#files += 1;
    try {
      if (this.#files % FILES_A_THREAD === 0) await this.#thread.end();
      return await countPdfPages(this.#thread, bytes, mostPages, countingLimits);
    } catch (error) {
      await this.#thread.end();
      throw error;
    }
  }
}
