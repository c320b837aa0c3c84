import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installRecogniser } from '../../python/recogniser.ts';
import { gatherLanguageData } from './language-data.ts';
import type { OcrEngine, RecognisedPage } from './ocr-engine.ts';
import { PageLane } from './page-lane.ts';

/** Part of the key of cached answers: goes up with every change that may change what is read. */
export const OCR_ENGINE_VERSION = 'tesseract-7.0.0+ppocr-6/1';

export interface OcrEngineOptions {
  /** How many pages are read at the same time; each worker takes about 0.4 GB. */
  readonly workers?: number;
  /** Folder for the language models that are copied together at start. */
  readonly modelFolder?: string;
}

const DEFAULT_WORKERS = 2;
const DEFAULT_MODEL_FOLDER = fileURLToPath(new URL('../../../.milaf/ocr-models', import.meta.url));

/**
 * Starts the local OCR engine: Tesseract and PP-OCR behind the page preparation that scans of forms need. The first start on a machine
 * needs PyPI.
 * @returns when all workers have loaded their models
 */
export async function createOcrEngine(options: OcrEngineOptions = {}): Promise<OcrEngine> {
  const [models, stripModel] = await Promise.all([
    gatherLanguageData(path.resolve(options.modelFolder ?? DEFAULT_MODEL_FOLDER)),
    installRecogniser(),
  ]);
  const workers = Math.max(1, options.workers ?? DEFAULT_WORKERS);
  const lanes = Array.from(
    { length: workers },
    () => new PageLane({ textModels: models.text, shapeModels: models.digits, stripModel }),
  );
  await Promise.all(lanes.map((lane) => lane.start()));
  return poolOf(lanes);
}

/** Hands each page to the first lane that is free, in the order of the calls. */
function poolOf(lanes: readonly PageLane[]): OcrEngine {
  const free = [...lanes];
  const waiting: ((lane: PageLane | undefined) => void)[] = [];
  let closed = false;

  const take = async (): Promise<PageLane | undefined> =>
    free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (lane: PageLane): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  };

  return {
    async readPage(image: Uint8Array): Promise<RecognisedPage> {
      const lane = closed ? undefined : await take();
      if (lane === undefined) throw new Error('The OCR engine is closed.');
      try {
        return await lane.read(image);
      } finally {
        giveBack(lane);
      }
    },
    async close(): Promise<void> {
      closed = true;
      for (const resolve of waiting.splice(0)) resolve(undefined);
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}
