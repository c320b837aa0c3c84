import { FileFault } from '../../core/domain/intake/file-fault.ts';
import { countingLimits, type DrawingLimits } from '../../core/domain/pages/drawing-limits.ts';
import type { CountedPages, PageCounter } from '../../core/ports/documents.ts';
import { PageTooCostlyError } from '../../core/ports/page-images.ts';
import { threadFile, TooMuchWorkError, WorkThread } from '../threads/work-thread.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-messages.ts';
import { countPictures } from './stored-picture.ts';

const MAX_HEAP_MEGABYTES = 256;

/** Counts pages with what draws them: PDFium and libvips. */
export class DrawingPageCounter implements PageCounter {
  readonly #limits: DrawingLimits;

  constructor(limits = countingLimits) {
    this.#limits = limits;
  }

  async count(bytes: Uint8Array, mediaType: string, mostPages: number): Promise<CountedPages | undefined> {
    switch (mediaType) {
      case 'application/pdf':
        return this.#countPdf(bytes, mostPages);
      case 'image/tiff':
        return countTiff(bytes);
      default:
        return undefined;
    }
  }

  /**
   * In a thread of its own, which ends with the count: pages that were opened and not drawn are never closed by the library, and
   * nothing that one file does to PDFium is left for the next.
   */
  async #countPdf(bytes: Uint8Array, mostPages: number): Promise<CountedPages | undefined> {
    const { maxPdfMemoryBytes: maxMemoryBytes, pageSeconds } = this.#limits;
    const thread = new WorkThread<PdfQuestion, PdfAnswer>(threadFile('./pdf-thread', import.meta.url), {
      maxHeapMegabytes: MAX_HEAP_MEGABYTES,
    });
    try {
      const answer = await thread.ask({ kind: 'count', bytes, maxMemoryBytes, mostPages }, pageSeconds);
      if (answer.kind === 'counted') return answer;
      if (answer.kind === 'unreadable') return undefined;
      throw new FileFault('TOO_COMPLEX');
    } catch (error) {
      if (!(error instanceof TooMuchWorkError)) throw error;
      throw new PageTooCostlyError('Counting the pages of the PDF takes too much time', { cause: error });
    } finally {
      await thread.end();
    }
  }
}

async function countTiff(bytes: Uint8Array): Promise<CountedPages | undefined> {
  try {
    return { pageCount: await countPictures(bytes) };
  } catch {
    return undefined;
  }
}
