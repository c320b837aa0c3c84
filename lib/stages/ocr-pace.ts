import type { Stage } from './stage.ts';

/** A batch of ten is started in parallel, a call takes about a third of a second; twenty leave room for slow ones. */
const STARTS_PER_SECOND_OF_ONE_COPY = 20;

export interface OcrPace {
  /** Jobs that may be started a second, in all. */
  readonly startsPerSecond: number;
  /** Copies of start-reading that can keep that pace; AWS allows no fewer than 2. */
  readonly maxConcurrency: number;
  /** Files a copy can start at its share of the pace in a third of its time limit. */
  readonly batchSize: number;
}

/**
 * The pace that both OCR quotas allow: calls a second, and jobs at once. Starting faster than jobs end only fills the second
 * quota and turns into throttles.
 * @param timeoutSeconds of one call of start-reading
 */
export function ocrPace(ocr: Stage['ocr'], timeoutSeconds: number): OcrPace {
  const startsPerSecond = Math.min(ocr.startsPerSecond, ocr.concurrentJobs / ocr.typicalJobSeconds);
  const maxConcurrency = clamp(Math.ceil(startsPerSecond / STARTS_PER_SECOND_OF_ONE_COPY), 2, 1000);
  const batchSize = clamp(Math.floor(((startsPerSecond / maxConcurrency) * timeoutSeconds) / 3), 1, 10);
  return { startsPerSecond, maxConcurrency, batchSize };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
