import type { OpenBitmaps, PageBitmap, PageBitmaps } from '#reading';
import { type DrawingLimits, drawingLimits } from '../domain/drawing-limits.ts';
import { darkOnLight } from '../domain/negative.ts';
import { orNotDrawable } from './or-not-drawable.ts';
import { openSource } from './open-source.ts';
import type { SourcePages } from './source-pages.ts';

/**
 * The long side of A4 at 200 dpi: the narrowest bar of the labels that are in use is two pixels wide. A larger page is made
 * smaller, so that none takes more than 4 million pixels and their time.
 */
const LONG_SIDE_PIXELS = 2339;

/** Draws pages in grey for programs, negatives the right way: barcodes and the OCR expect ink on paper. */
export class ScanPageBitmaps implements PageBitmaps {
  readonly #limits: DrawingLimits;

  constructor(limits = drawingLimits) {
    this.#limits = limits;
  }

  async open(bytes: Uint8Array, mediaType: string): Promise<OpenBitmaps> {
    const source = await openSource(bytes, mediaType, this.#limits);
    return {
      pageCount: source.pageCount,
      bitmapOf: (page, longSidePixels = LONG_SIDE_PIXELS) =>
        orNotDrawable(() => bitmapOf(source, page, longSidePixels)),
      close: () => {
        source.close();
      },
    };
  }
}

async function bitmapOf(source: SourcePages, page: number, longSidePixels: number): Promise<PageBitmap> {
  const picture = await source.picture(page, longSidePixels);
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .resize({
      width: longSidePixels,
      height: longSidePixels,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { pixels: darkOnLight({ pixels: data, width, height }), widthPixels: width, heightPixels: height };
}
