import sharp from 'sharp';
import { PageNotDrawableError, PageTooCostlyError } from '#reading';
import { threadFile, TooMuchWorkError, WorkThread } from '#shared/aws';
import {
  type DrawingLimits,
  MAX_PDF_PROCESSOR_SECONDS,
  processorSecondsFor,
} from '../domain/drawing-limits.ts';
import type { PdfAnswer, PdfPicture, PdfQuestion } from './pdf-messages.ts';
import type { SourcePages } from './source-pages.ts';

/** What PDFium works on lies in its own memory, not in the heap. */
const MAX_HEAP_MEGABYTES = 256;

/** One for all files: loading PDFium takes longer than drawing a page. Started with the first PDF; other files do without it. */
const thread = new WorkThread<PdfQuestion, PdfAnswer>(threadFile('./pdf-thread', import.meta.url), {
  maxHeapMegabytes: MAX_HEAP_MEGABYTES,
  maxProcessorSeconds: MAX_PDF_PROCESSOR_SECONDS,
});
let lastDocument = 0;

/** Opens a PDF. @throws PageNotDrawableError */
export async function openPdf(bytes: Uint8Array, limits: DrawingLimits): Promise<SourcePages> {
  const pdf = new ThreadedPdf(bytes, limits);
  const pageCount = await pdf.open();
  return {
    pageCount,
    picture: async (page, longSidePixels) => {
      const { data, width, height } = await pdf.draw(page, longSidePixels);
      return sharp(data, { raw: { width, height, channels: 4 } });
    },
    close: () => {
      pdf.close();
    },
  };
}

/** As often as it may happen while one page waits for its turn that another file ends the thread. */
const MAX_TIMES_OPENED = 3;

/** A PDF in the drawing thread: opened again where a page, or another file, ended the thread that had it open. */
class ThreadedPdf {
  readonly #bytes: Uint8Array;
  readonly #limits: DrawingLimits;
  readonly #document = ++lastDocument;
  readonly #pagesGivenUp = new Set<number>();
  #imageBytes: readonly number[] = [];

  constructor(bytes: Uint8Array, limits: DrawingLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
  }

  /** @returns how many pages it has */
  async open(): Promise<number> {
    const answer = await this.#ask({
      kind: 'open',
      document: this.#document,
      bytes: this.#bytes,
      maxMemoryBytes: this.#limits.maxPdfMemoryBytes,
    });
    if (answer.kind !== 'opened') throw new PageNotDrawableError('The PDF cannot be opened');
    this.#imageBytes = answer.imageBytes;
    return answer.pageCount;
  }

  async draw(page: number, longSidePixels: number): Promise<PdfPicture> {
    if (this.#pagesGivenUp.has(page) || this.#pagesGivenUp.size >= this.#limits.maxPagesGivenUp)
      throw new PageTooCostlyError('Drawing the page took too much before');
    const question: PdfQuestion = { kind: 'draw', document: this.#document, page, longSidePixels };
    let answer = await this.#ask(question, page);
    for (let times = 0; answer.kind === 'not-open' && times < MAX_TIMES_OPENED; times++) {
      await this.open();
      answer = await this.#ask(question, page);
    }
    if (answer.kind !== 'drawn') throw new PageNotDrawableError('The page of the PDF cannot be drawn');
    return answer.picture;
  }

  close(): void {
    if (!thread.isRunning) return;
    // Whether it closes is of no interest to whoever has its pages; a thread that cannot is replaced by the next question.
    thread.ask({ kind: 'close', document: this.#document }, this.#limits.pageSeconds).catch(() => undefined);
  }

  /** @param page that is given up where the answer does not come */
  async #ask(question: PdfQuestion, page?: number): Promise<PdfAnswer> {
    try {
      const answer = await thread.ask(question, this.#limits.pageSeconds, {
        endsThread: ({ kind }) => kind === 'broken',
        maxProcessorSeconds: page && processorSecondsFor(this.#imageBytes[page - 1] ?? 0),
      });
      if (answer.kind !== 'broken') return answer;
    } catch (error) {
      if (!(error instanceof TooMuchWorkError)) throw error;
    }
    if (page !== undefined) this.#pagesGivenUp.add(page);
    throw new PageTooCostlyError('Drawing the PDF takes too much time or memory');
  }
}
