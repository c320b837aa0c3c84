import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RenderedScan } from './render-scan.ts';

/**
 * Writes what a perfect OCR engine would answer for each file as `<sha256 of the file>.json` (`{ "pages": [...] }`), for
 * the local OCR service to give out instead of reading: flows and load are then tested without OCR.
 */
export async function writeRecordedAnswers(scans: readonly RenderedScan[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { bytes, recognisedPages } of scans) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (recognisedPages.length > 0)
      await writeFile(path.join(folder, `${hash}.json`), JSON.stringify({ pages: recognisedPages }));
  }
}
