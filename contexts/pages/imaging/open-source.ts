import { PageNotDrawableError } from '#reading';
import type { DrawingLimits } from '../domain/drawing-limits.ts';
import { openPdf } from './pdf-pages.ts';
import { openScan } from './scan-pages.ts';
import type { SourcePages } from './source-pages.ts';

/** Opens PDF files with PDFium, all others with libvips. @throws PageNotDrawableError */
export async function openSource(
  bytes: Uint8Array,
  mediaType: string,
  limits: DrawingLimits,
): Promise<SourcePages> {
  switch (mediaType) {
    case 'application/pdf':
      return openPdf(bytes, limits);
    case 'image/tiff':
    case 'image/jpeg':
    case 'image/png':
      return openScan(bytes, limits);
    default:
      throw new PageNotDrawableError('Files of this type have no pages to draw');
  }
}
