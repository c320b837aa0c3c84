import type { OpenPages, PageDrawer } from '../../core/ports/page-images.ts';
import { PageNotDrawableError } from '../../core/ports/page-images.ts';
import { openPdf } from './pdf-pages.ts';
import { openScan } from './scan-pages.ts';

/** Draws pages of PDF files with PDFium, of all others with libvips. */
export class ScanPageDrawer implements PageDrawer {
  async open(bytes: Uint8Array, mediaType: string): Promise<OpenPages> {
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
}
