import type { Clock } from '#shared';
import type { PageBarcode } from '../../domain/witnesses.ts';
import type { WitnessStore } from '../../ports/witness-store.ts';
import type { BarcodeReader } from '../../ports/page-bitmaps.ts';
import { PageTooCostlyError } from '../../ports/page-errors.ts';
import type { FilePages } from './file-pages.ts';
import type { Heard } from './heard.ts';

/** The pages of a file are too many, or too slow, for the time that a file may take. */
class PictureTimeUpError extends Error {
  override name = 'PictureTimeUpError';
}

export interface HearBarcodesDependencies {
  readonly readings: Pick<WitnessStore, 'loadBarcodes' | 'saveBarcodes'>;
  readonly barcodes: BarcodeReader;
  readonly clock: Clock;
  /** After so long no further page is begun. */
  readonly pictureSeconds: number;
}

/**
 * The barcodes of all pages, as they were read before or as they are now. A page that cannot be drawn or read is passed over,
 * and so is what there is no time for.
 */
export async function hearBarcodes(
  fileId: string,
  pages: FilePages,
  { readings, barcodes, clock, pictureSeconds }: HearBarcodesDependencies,
): Promise<Heard<readonly PageBarcode[]>> {
  const saved = await readings.loadBarcodes(fileId);
  if (saved !== undefined) return { said: saved };
  const until = clock().getTime() + pictureSeconds * 1000;
  const found: PageBarcode[] = [];
  let failure: unknown;
  try {
    const count = await pages.count();
    for (let page = 1; page <= count; page++) {
      if (clock().getTime() > until) throw new PictureTimeUpError('There is no time for the other pages');
      try {
        const read = await barcodes.read(await pages.bitmapOf(page));
        found.push(...read.map((barcode) => ({ page, ...barcode })));
      } catch (error) {
        if (error instanceof PageTooCostlyError) throw error;
        failure ??= error;
      }
    }
  } catch (error) {
    if (error instanceof PageTooCostlyError) throw error;
    failure ??= error;
  }
  // Most files have none, and to look for them again is cheaper than to write that down.
  if (found.length > 0) await readings.saveBarcodes(fileId, found);
  return { said: found, failure };
}
