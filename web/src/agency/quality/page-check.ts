import type { MediaType } from '../../../../contexts/intake/domain/media-type.ts';
import type { Edge } from '../../../../contexts/intake/domain/page-quality/cut-edges.ts';
import type { GreyRaster } from '../../../../contexts/intake/domain/page-quality/grey-raster.ts';
import type { PageFault } from '../../../../contexts/intake/domain/page-quality/assess-page.ts';

/** What is wrong with one page. */
export interface PageCheck {
  /** 1-based. */
  readonly page: number;
  readonly faults: readonly PageFault[];
  readonly cutEdges: readonly Edge[];
  /** The page made small, so that a clerk knows the sheet again. It stays in the window. */
  readonly thumbnail?: GreyRaster | undefined;
}

/** Why a file is not sent at all. */
export type Refusal =
  | 'EMPTY'
  | 'UNKNOWN_TYPE'
  | 'TOO_LARGE'
  | 'PAGE_TOO_LARGE'
  | 'IMAGE_FORMAT_NOT_ACCEPTED'
  | 'TOO_COMPLEX'
  | 'CANNOT_BE_OPENED';

export type FileCheck =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'checked';
      readonly mediaType: MediaType;
      readonly pages: readonly PageCheck[];
      /** Pages of the file; undefined where they cannot be counted here. */
      readonly pageCount?: number | undefined;
      /** It took too much time or memory, and was given up: what is said of its pages is not all. */
      readonly isCutShort?: boolean | undefined;
    };

/** A file on its way to the worker. */
export interface LookQuestion {
  readonly file: Blob;
  readonly mediaType: Exclude<MediaType, 'image/tiff'>;
}

/** What the worker says, as it gets on with a file. */
export type LookAnswer =
  | { readonly kind: 'counted'; readonly pageCount: number }
  | { readonly kind: 'page'; readonly page: PageCheck }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Tell = (answer: LookAnswer) => void;
