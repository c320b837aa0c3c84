import type { MediaType } from '../../../../core/domain/intake/media-type.ts';
import type { Edge } from '../../../../core/domain/intake/page-quality/cut-edges.ts';
import type { PageFault } from '../../../../core/domain/intake/page-quality/assess-page.ts';

/** What is wrong with one page. */
export interface PageCheck {
  /** 1-based. */
  readonly page: number;
  readonly faults: readonly PageFault[];
  readonly cutEdges: readonly Edge[];
}

/** Why a file is not sent at all. */
export type Refusal = 'EMPTY' | 'UNKNOWN_TYPE' | 'TOO_LARGE' | 'CANNOT_BE_OPENED';

export type FileCheck =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'checked';
      readonly mediaType: MediaType;
      readonly pages: readonly PageCheck[];
      /** Pages of the file; undefined where they cannot be counted here. */
      readonly pageCount?: number | undefined;
    };

/** A page on its way to the worker: a picture as it was made, or one that was drawn of a PDF. */
export type PagePicture =
  | { readonly id: number; readonly file: Blob }
  | {
      readonly id: number;
      readonly rgba: ArrayBuffer;
      readonly widthPixels: number;
      readonly heightPixels: number;
    };

export type PageAnswer =
  | { readonly id: number; readonly faults: readonly PageFault[]; readonly cutEdges: readonly Edge[] }
  | { readonly id: number; readonly cannotBeOpened: true };
