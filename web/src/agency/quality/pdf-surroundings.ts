/** What PDF.js asks of the page around it, where there is none. */

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Canvases that are shown nowhere. */
class OffscreenCanvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(drawn: CanvasAndContext): void {
    drawn.canvas = null;
    drawn.context = null;
  }

  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}

/** Filters are elements of a page; what they change are colours, by which no page is judged. */
class NoFilters {
  readonly addFilter = (): string => 'none';
  readonly addHCMFilter = this.addFilter;
  readonly addAlphaFilter = this.addFilter;
  readonly addLuminosityFilter = this.addFilter;
  readonly addKnockoutFilter = this.addFilter;
  readonly addHighlightHCMFilter = this.addFilter;
  readonly addSelectionHCMFilter = this.addFilter;
  readonly addSelectionFilter = this.addFilter;
  readonly createSelectionStyle = (): null => null;
  readonly destroy = (): void => undefined;
}

/** Where fonts of a file are put: most workers have such a place as a page has. */
const fonts: unknown = 'fonts' in self ? self.fonts : undefined;

/** Parts of what PDF.js is asked with, whose types know pages only: of those it uses nothing that these lack. */
export const surroundings = {
  CanvasFactory: OffscreenCanvases,
  FilterFactory: NoFilters,
  ownerDocument: { fonts },
  disableFontFace: fonts === undefined,
};
