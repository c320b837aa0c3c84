import { PageNotDrawableError } from '../../core/ports/page-images.ts';
import { openPdf } from './pdf-pages.ts';
import { openScan } from './scan-pages.ts';
import type { SourcePages } from './source-pages.ts';

/** Opens PDF files with PDFium, all others with libvips. @throws PageNotDrawableError */
export async function openSource(bytes: Uint8Array, mediaType: string): Promise<SourcePages> {
  switch (mediaType) {
    case 'application/pdf':
      return openPdf(bytes);
    case 'image/tiff':
    case 'image/jpeg':
    case 'image/png':
      return openScan(bytes);
    default:
      throw new PageNotDrawableError('Files of this type have no pages to draw');
  }
}
