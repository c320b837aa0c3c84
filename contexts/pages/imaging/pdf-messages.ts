/** What the drawing thread is asked. Documents are named by a number that the asking side chooses. */
export type PdfQuestion =
  | {
      readonly kind: 'open';
      readonly document: number;
      readonly bytes: Uint8Array;
      readonly maxMemoryBytes: number;
    }
  | {
      readonly kind: 'draw';
      readonly document: number;
      /** 1-based. */
      readonly page: number;
      readonly longSidePixels: number;
    }
  | {
      readonly kind: 'count';
      readonly bytes: Uint8Array;
      readonly maxMemoryBytes: number;
      /** Of a file with more, none is looked at. */
      readonly mostPages: number;
    }
  | { readonly kind: 'close'; readonly document: number };

/** RGBA, row by row. */
export interface PdfPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type PdfAnswer =
  | {
      readonly kind: 'opened';
      readonly pageCount: number;
      /** What the images of each page unfold to, as far as it is known. */
      readonly imageBytes: readonly number[];
    }
  /** Drawable: those that there is something to draw of. Left out where there are too many to look at. */
  | { readonly kind: 'counted'; readonly pageCount: number; readonly drawable?: number }
  | { readonly kind: 'drawn'; readonly picture: PdfPicture }
  | { readonly kind: 'closed' }
  /** The thread does not have the document: the one that had it was ended. */
  | { readonly kind: 'not-open' }
  /** The document or page cannot be read. */
  | { readonly kind: 'unreadable' }
  /** PDFium itself broke off: of memory, or of a fault. Nothing it holds can be relied on any more. */
  | { readonly kind: 'broken' };
