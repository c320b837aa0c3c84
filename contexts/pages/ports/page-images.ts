import type { RenderPages } from '../records/work-messages.ts';
import type { ShownZones } from '../domain/shown-zones.ts';

/** An image of a page. */
export interface PageImage {
  /** 1-based page of the file. */
  readonly page: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Images of which pages: all of a file, or those of one claim with what tells the person apart blacked. */
export type PageImageSet =
  | { readonly kind: 'file'; readonly fileId: string }
  | { readonly kind: 'redacted'; readonly claimId: string };

/** How far a set has got. */
export interface PageImageProgress {
  readonly isComplete: boolean;
  /** ISO instant of the last step: one that is not complete and old was left behind. */
  readonly updatedAt: string;
  readonly images: readonly PageImage[];
  /** Runs in a row that began and made no further page: they may have been killed by it. None where it is not given. */
  readonly fruitlessRuns?: number;
}

/** Where images of pages are kept. */
export interface PageImageStore {
  /** @returns undefined where making them never began */
  find(set: PageImageSet): Promise<PageImageProgress | undefined>;
  saveImage(set: PageImageSet, page: number, jpeg: Uint8Array): Promise<void>;
  saveProgress(set: PageImageSet, progress: PageImageProgress): Promise<void>;
  /** An address under which a browser gets the image for some minutes; whoever has it needs no session. */
  addressOf(set: PageImageSet, page: number): Promise<string>;
}

export interface DrawnPage {
  readonly jpeg: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface OpenPages {
  readonly pageCount: number;
  /**
   * Draws a page as it was scanned, turned as every viewer shows it and no further: boxes of the OCR fit.
   * @param page 1-based
   * @throws PageNotDrawableError
   */
  draw(page: number, zones?: ShownZones): Promise<DrawnPage>;
  close(): void;
}

/** Makes images of the pages of a file. */
export interface PageDrawer {
  /** @throws PageNotDrawableError */
  open(bytes: Uint8Array, mediaType: string): Promise<OpenPages>;
}

/** Asks for images to be made. */
export interface PageImageQueue {
  renderPages(message: RenderPages): Promise<void>;
}
