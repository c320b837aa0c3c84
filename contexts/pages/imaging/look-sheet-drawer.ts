import sharp from 'sharp';
import type { LevelStrip, LookBand, LookSheet, PageBitmap, SheetDrawer } from '#reading';
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

async function layerOf({ look, from, strip, onto }: LookBand, bitmap: PageBitmap | undefined) {
  if (bitmap === undefined) return [];
  const { pixels, widthPixels: width, heightPixels: height } = bitmap;
  const cut = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .extract(from)
    // Grey paper becomes white as the sheet is: an edge between them would be taken for a rule. Half of a place is paper at least.
    .normalise({ lower: 1, upper: 50 })
    .png()
    .toBuffer();
  // One picture at a time: libvips turns before it cuts, in whatever order it is told.
  const upright = await sharp(cut)
    .rotate(90 * look.quarterTurns)
    .png()
    .toBuffer();
  const input = await sharp(strip.degrees === 0 ? upright : await levelled(upright, strip))
    .resize({ width: onto.width, height: onto.height, fit: 'fill', kernel: 'lanczos3' })
    .png()
    .toBuffer();
  return [{ input, left: onto.left, top: onto.top }];
}

/** Turns a row level around the middle of its cutting, and cuts off the rows above and below. */
async function levelled(upright: Uint8Array, { degrees, width, height }: LevelStrip): Promise<Uint8Array> {
  const turned = await sharp(upright).rotate(-degrees, { background: 'white' }).png().toBuffer();
  const all = await sharp(turned).metadata();
  return await sharp(turned)
    .extract({
      left: Math.floor((all.width - width) / 2),
      top: Math.floor((all.height - height) / 2),
      width,
      height,
    })
    .png()
    .toBuffer();
}
