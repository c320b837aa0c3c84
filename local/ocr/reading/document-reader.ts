import { createHash } from 'node:crypto';
import type { FaultSwitch } from '../control/faults.ts';
import type { Statistics } from '../control/statistics.ts';
import { checkDocumentSize, checkPageCount, type ReadingMode } from '../documents/document-limits.ts';
import { detectDocumentType, type DocumentType } from '../documents/document-type.ts';
import { openDocument } from '../documents/open-document.ts';
import type { PdfRasteriser } from '../documents/pdf-rasteriser.ts';
import type { RecognisedPage } from '../engine/ocr-engine.ts';
import { errorName, type Log } from '../log.ts';
import type { AnswerStore } from './answer-store.ts';
import { EngineStartError, type PageReader } from './page-reader.ts';
import { Slots } from './slots.ts';

type Pages = readonly (RecognisedPage | null)[];

export interface DocumentReading {
  readonly sha256: string;
  /** In order; null for a page that could not be read. */
  readonly pages: Pages;
}

export interface DocumentReaderParts {
  readonly answers: AnswerStore;
  readonly pageReader: PageReader;
  readonly pdfRasteriser: PdfRasteriser;
  /** Pages of one document that wait for the engine at once: a long document does not hold up the others. */
  readonly pagesAtOnce: number;
  readonly faults: FaultSwitch;
  readonly statistics: Statistics;
  readonly log: Log;
}

/** Turns the bytes of a document into its pages' texts, reading each content once. */
export class DocumentReader {
  readonly #parts: DocumentReaderParts;
  readonly #inProgress = new Map<string, Promise<Pages>>();

  constructor(parts: DocumentReaderParts) {
    this.#parts = parts;
  }

  /**
   * Reads a document, or finds what was read of the same content before.
   * @throws TextractError when the type, size or page count is not accepted, or the document cannot be opened
   */
  async read(mode: ReadingMode, bytes: Uint8Array): Promise<DocumentReading> {
    const type = detectDocumentType(bytes);
    checkDocumentSize(mode, type, bytes.length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `${mode}:${sha256}`;
    let reading = this.#inProgress.get(key);
    if (reading === undefined) {
      reading = this.#readOnce(mode, bytes, type, sha256).finally(() => this.#inProgress.delete(key));
      this.#inProgress.set(key, reading);
    }
    const pages = await reading;
    const unreadable = new Set(this.#parts.faults.find(sha256)?.unreadablePages);
    return { sha256, pages: pages.map((page, index) => (unreadable.has(index + 1) ? null : page)) };
  }

  /** What was read of a content; undefined when it is known no more. */
  async recall(sha256: string): Promise<Pages | undefined> {
    return (await this.#parts.answers.find(sha256))?.answer.pages;
  }

  async #readOnce(mode: ReadingMode, bytes: Uint8Array, type: DocumentType, sha256: string): Promise<Pages> {
    const { answers, statistics } = this.#parts;
    const known = await answers.find(sha256);
    if (known !== undefined) {
      checkPageCount(mode, known.answer.pages.length);
      if (known.source === 'fromRecordedAnswers' || !known.answer.pages.includes(null)) {
        statistics.countDocument(known.source);
        return known.answer.pages;
      }
    }
    const pages = await this.#readPages(mode, bytes, type, known?.answer.pages ?? []);
    if (pages.some((page) => page !== null)) {
      await answers.save(sha256, { pages });
    }
    statistics.countDocument('readByEngine');
    return pages;
  }

  async #readPages(
    mode: ReadingMode,
    bytes: Uint8Array,
    type: DocumentType,
    knownPages: Pages,
  ): Promise<Pages> {
    const document = await openDocument(bytes, type, this.#parts.pdfRasteriser);
    try {
      checkPageCount(mode, document.pageCount);
      const slots = new Slots(this.#parts.pagesAtOnce);
      const numbers = Array.from({ length: document.pageCount }, (_, index) => index + 1);
      return await Promise.all(
        numbers.map(async (number) => {
          const drawImage = async () => await document.pageImage(number);
          return (
            knownPages[number - 1] ?? (await slots.run(async () => await this.#readPage(number, drawImage)))
          );
        }),
      );
    } finally {
      await document.close();
    }
  }

  async #readPage(number: number, drawImage: () => Promise<Uint8Array>): Promise<RecognisedPage | null> {
    const { pageReader, statistics, log } = this.#parts;
    try {
      const page = await pageReader.read(drawImage);
      statistics.countPage('readByEngine');
      return page;
    } catch (error) {
      if (error instanceof EngineStartError) {
        throw error;
      }
      statistics.countPage('notReadable');
      log({ level: 'warn', event: 'page-not-readable', page: number, reason: errorName(error) });
      return null;
    }
  }
}
