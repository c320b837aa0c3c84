import { type CountedPages, FileFault, type PageCounter } from '#intake';
import { PageNotDrawableError, PageTooCostlyError } from '#reading';
import { threadFile, TooMuchWorkError, WorkThread } from '#shared/aws';
import { countingLimits, type DrawingLimits, MAX_PDF_PROCESSOR_SECONDS } from '../domain/drawing-limits.ts';
import { countDrawnPictures } from './drawn-pictures.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-messages.ts';

const MAX_HEAP_MEGABYTES = 256;

/** Counts pages with what draws them: PDFium and libvips. */
export class DrawingPageCounter implements PageCounter {
  readonly #limits: DrawingLimits;

  constructor(limits = countingLimits) {
    this.#limits = limits;
  }

  async count(bytes: Uint8Array, mediaType: string, mostPages: number): Promise<CountedPages> {
    if (mediaType === 'application/pdf') return this.#countPdf(bytes, mostPages);
    return countDrawnPictures(bytes, mostPages, this.#limits.pageSeconds);
  }

  /**
   * In a thread of its own, which ends with the count: pages that were opened and not drawn are never closed by the library, and
   * nothing that one file does to PDFium is left for the next.
   */
  async #countPdf(bytes: Uint8Array, mostPages: number): Promise<CountedPages> {
    const thread = startPdfThread();
    try {
      return await countPdfPages(thread, bytes, mostPages, this.#limits);
    } finally {
      await thread.end();
    }
  }
}

type PdfThread = WorkThread<PdfQuestion, PdfAnswer>;

export const startPdfThread = (): PdfThread =>
  new WorkThread(threadFile('./pdf-thread', import.meta.url), {
    maxHeapMegabytes: MAX_HEAP_MEGABYTES,
    maxProcessorSeconds: MAX_PDF_PROCESSOR_SECONDS,
  });

/** @throws FileFault `TOO_COMPLEX`, PageTooCostlyError, or PageNotDrawableError where PDFium does not open the file */
export async function countPdfPages(
  thread: PdfThread,
  bytes: Uint8Array,
  mostPages: number,
  { maxPdfMemoryBytes: maxMemoryBytes, pageSeconds }: DrawingLimits,
): Promise<CountedPages> {
  const answer = await thread
    .ask({ kind: 'count', bytes, maxMemoryBytes, mostPages }, pageSeconds)
    .catch((error: unknown) => {
      if (!(error instanceof TooMuchWorkError)) throw error;
      throw new PageTooCostlyError('Counting the pages of the PDF takes too much time', { cause: error });
    });
  if (answer.kind === 'counted') return answer;
  if (answer.kind === 'unreadable') throw new PageNotDrawableError('The PDF cannot be opened');
  throw new FileFault('TOO_COMPLEX');
}
