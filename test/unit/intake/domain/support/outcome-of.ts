import { expect } from 'vitest';
import { inspectFile } from '../../../../../contexts/intake/domain/inspect-file.ts';
import { limits } from './fixtures.ts';

/** Far above what any file takes; without an end each takes minutes. */
const PATIENCE_SECONDS = 20;

/** How many pages a file has that is taken, or why it is not, within a bound of time. */
export async function outcomeOf(bytes: Uint8Array): Promise<string | number> {
  const begun = performance.now();
  const inspection = await inspectFile(bytes, limits);
  expect(performance.now() - begun).toBeLessThan(PATIENCE_SECONDS * 1000);
  return inspection.accepted ? inspection.pageCount : inspection.reason;
}
