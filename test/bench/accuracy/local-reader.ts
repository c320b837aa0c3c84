import type { OcrEngineName } from '../../../contexts/reading/records/ocr-engine-name.ts';
import type { OcrDocument } from '../../../contexts/reading/domain/ocr-document.ts';
import { inWorkFolder } from '../../../local/cloud/folders.ts';
import { FaultSwitch } from '../../../local/ocr/control/faults.ts';
import { Statistics } from '../../../local/ocr/control/statistics.ts';
import { defaultEngine } from '../../../local/ocr/default-engine.ts';
import { PdfRasteriser } from '../../../local/ocr/documents/pdf-rasteriser.ts';
import { AnswerStore } from '../../../local/ocr/reading/answer-store.ts';
import { DocumentReader } from '../../../local/ocr/reading/document-reader.ts';
import { PageReader } from '../../../local/ocr/reading/page-reader.ts';
import { documentOfPages } from '../../support/recognised-document.ts';

export interface LocalReading {
  readonly document: OcrDocument;
  readonly ocrEngine: OcrEngineName;
}

/** Pages read at once: as many as the local OCR engine has workers. */
export const PAGES_AT_ONCE = 2;
const LONGEST_SECONDS = 300;

/**
 * Reads files of one page or more with the local OCR engine, as its service does for jobs. What was read once by the same
 * engine is not read again.
 */
export async function withLocalReader<Result>(
  use: (read: (bytes: Uint8Array) => Promise<LocalReading>) => Promise<Result>,
): Promise<Result> {
  const engine = await defaultEngine(PAGES_AT_ONCE);
  const pdfRasteriser = new PdfRasteriser(LONGEST_SECONDS);
  const pageReader = new PageReader({ engine, workers: PAGES_AT_ONCE, timeoutSeconds: LONGEST_SECONDS });
  const log = (): void => undefined;
  const answers = new AnswerStore({
    cacheDirectory: inWorkFolder('bench', 'ocr-cache'),
    engineVersion: engine.version,
    log,
  });
  const reader = new DocumentReader({
    answers,
    pageReader,
    pdfRasteriser,
    pagesAtOnce: PAGES_AT_ONCE,
    faults: new FaultSwitch(),
    statistics: new Statistics(),
    log,
  });
  try {
    return await use(async (bytes) => {
      const { pages } = await reader.read('async', bytes);
      const document = documentOfPages(pages.map((page) => page ?? { lines: [] }));
      return {
        document: {
          pages: document.pages.map((page, index) => ({ ...page, wasRead: pages[index] !== null })),
        },
        ocrEngine: 'tesseract',
      };
    });
  } finally {
    await Promise.all([pdfRasteriser.stop(), pageReader.close()]);
  }
}
