import sharp from 'sharp';
import type { LookBand, LookSheet } from '../../core/domain/pages/look-sheet.ts';
import type { PageBitmap, SheetDrawer } from '../../core/ports/page-bitmaps.ts';
import { SHEET_CAPTION } from './sheet-caption.ts';

/** Draws sheets of places with libvips. */
export class LookSheetDrawer implements SheetDrawer {
  async draw(sheet: LookSheet, bitmaps: ReadonlyMap<number, PageBitmap>): Promise<Uint8Array> {
    const layers = await Promise.all(
      sheet.bands.map(async (band) => layerOf(band, bitmaps.get(band.look.page))),
    );
    const { widthPixels: width, heightPixels: height, caption } = sheet;
    const words = await sharp(SHEET_CAPTION)
      .resize({ width: caption.width, height: caption.height, fit: 'fill' })
      .png()
      .toBuffer();
    return sharp({ create: { width, height, channels: 3, background: 'white' } })
      .composite([{ input: words, left: caption.left, top: caption.top }, ...layers.flat()])
      .toColourspace('b-w')
      .png()
      .toBuffer();
  }
}

async function layerOf({ look, from, onto }: LookBand, bitmap: PageBitmap | undefined) {
  if (bitmap === undefined) return [];
  const { pixels, widthPixels: width, heightPixels: height } = bitmap;
  const cut = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .extract(from)
    // Grey paper becomes white as the sheet is: an edge between them would be taken for a rule. Half of a place is paper at least.
    .normalise({ lower: 1, upper: 50 })
    .png()
    .toBuffer();
  // One picture at a time: libvips turns before it cuts, in whatever order it is told.
  const input = await sharp(cut)
    .rotate(90 * look.quarterTurns)
    .resize({ width: onto.width, height: onto.height, fit: 'fill', kernel: 'lanczos3' })
    .png()
    .toBuffer();
  return [{ input, left: onto.left, top: onto.top }];
}
