import type { Stage } from './stage.ts';

/** A call starts one job and takes about a third of a second; two a second leave room for slow ones. */
const STARTS_PER_SECOND_OF_ONE_COPY = 2;

export interface OcrPace {
  /** Jobs that may be started a second, in all. */
  readonly startsPerSecond: number;
  /** Copies of start-reading that can keep that pace; AWS allows no fewer than 2. */
  readonly maxConcurrency: number;
}

/**
 * The pace that both OCR quotas allow: calls a second, and jobs at once. Starting faster than jobs end only fills the second
 * quota and turns into throttles.
 */
export function ocrPace(ocr: Stage['ocr']): OcrPace {
  const startsPerSecond = Math.min(ocr.startsPerSecond, ocr.concurrentJobs / ocr.typicalJobSeconds);
  const copies = Math.ceil(startsPerSecond / STARTS_PER_SECOND_OF_ONE_COPY);
  return { startsPerSecond, maxConcurrency: Math.min(1000, Math.max(2, copies)) };
}
