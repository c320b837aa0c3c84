import type { Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { PageBitmap } from '../../../contexts/reading/ports/page-bitmaps.ts';
import { anyDegradation } from '../../../local/samples/any-form/any-degradation.ts';
import type { DrawnWord } from '../../../local/samples/drawing/page-pen.ts';
import type { Random } from '../../../local/samples/random.ts';
import { scanPage } from '../../../local/samples/scanner/scan-page.ts';

/** A4 at 200 dpi, as read-forms draws pages. */
export const SHEET = { width: 1654, height: 2339, dpi: 200 } as const;

/** In pixels of the scan. */
export interface SheetBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Scans a sheet as claims are scanned; where its words are then, in their order. */
export async function scannedSheet(
  canvas: Canvas,
  words: readonly DrawnWord[],
  random: Random,
): Promise<{ readonly bitmap: PageBitmap; readonly boxes: readonly SheetBox[] }> {
  const degradation = { ...anyDegradation(random), turn: 0 as const };
  const drawn = {
    canvas,
    widthPixels: SHEET.width,
    heightPixels: SHEET.height,
    dpi: SHEET.dpi,
    words,
    checkBoxes: [],
    barcodes: [],
  };
  const { image, jpegQuality, bilevel, truth } = await scanPage(
    'sheet',
    drawn,
    degradation,
    random.whole(0, 1e9),
  );
  const { width, height, channels } = image;
  const raw = sharp(image.data, { raw: { width, height, channels } });
  const scanned = bilevel ? raw : sharp(await raw.jpeg({ quality: jpegQuality }).toBuffer());
  const pixels = await scanned.toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
  return {
    bitmap: { pixels, widthPixels: width, heightPixels: height },
    boxes: truth.words.map(({ box }) => ({
      left: box.Left * width,
      right: (box.Left + box.Width) * width,
      top: box.Top * height,
      bottom: (box.Top + box.Height) * height,
    })),
  };
}
