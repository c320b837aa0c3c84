import { type DrawingLimits, drawingLimits } from '../domain/drawing-limits.ts';
import type { OpenPages, PageDrawer } from '../ports/page-images.ts';
import { orNotDrawable } from './or-not-drawable.ts';
import { openSource } from './open-source.ts';
import { LONG_SIDE_PIXELS, writePage } from './write-page.ts';

/** Draws pages as JPEG files for people. */
export class ScanPageDrawer implements PageDrawer {
  readonly #limits: DrawingLimits;

  constructor(limits = drawingLimits) {
    this.#limits = limits;
  }

  async open(bytes: Uint8Array, mediaType: string): Promise<OpenPages> {
    const source = await openSource(bytes, mediaType, this.#limits);
    return {
      pageCount: source.pageCount,
      draw: (page, zones) =>
        orNotDrawable(async () => writePage(await source.picture(page, LONG_SIDE_PIXELS), zones)),
      close: () => {
        source.close();
      },
    };
  }
}
