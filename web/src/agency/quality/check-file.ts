import { mediaTypeOf, PDF_HEADER_WINDOW_BYTES } from '../../../../core/domain/intake/media-type.ts';
import type { FileCheck } from './page-check.ts';
import { checkPage } from './page-checker.ts';

/**
 * Looks at a file before it is sent, in seconds: what it is, and whether its pages can be read. Browsers cannot open TIFF, and
 * nearly all of it is what fax machines and old scanners send in bulk: such a file is sent as it is, and its receipt shows within
 * a minute what to scan again.
 */
export async function checkFile(file: Blob): Promise<FileCheck> {
  if (file.size === 0) return { kind: 'refused', refusal: 'EMPTY' };
  const head = await file.slice(0, PDF_HEADER_WINDOW_BYTES).arrayBuffer();
  const mediaType = mediaTypeOf(new Uint8Array(head));
  try {
    switch (mediaType) {
      case undefined:
        return { kind: 'refused', refusal: 'UNKNOWN_TYPE' };
      case 'image/tiff':
        return { kind: 'checked', mediaType, pages: [] };
      case 'image/jpeg':
      case 'image/png':
        return { kind: 'checked', mediaType, pages: [await checkPage(1, { file })], pageCount: 1 };
      case 'application/pdf': {
        const { checkPdf } = await import('./pdf-pages.ts');
        return { kind: 'checked', mediaType, ...(await checkPdf(file)) };
      }
    }
  } catch {
    return { kind: 'refused', refusal: 'CANNOT_BE_OPENED' };
  }
}
