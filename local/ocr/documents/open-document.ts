import sharp from 'sharp';
import { TextractError } from '../protocol/textract-error.ts';
import { imageMaximumSidePixels } from './document-limits.ts';
import type { DocumentType } from './document-type.ts';
import { PdfError, type PdfRasteriser } from './pdf-rasteriser.ts';

/** A document whose pages can be taken out as images; close it when done. */
export interface OpenDocument {
  readonly pageCount: number;
  /** The image of a page (1-based): PNG for PDF and TIFF, the file itself for JPEG and PNG. @throws Error */
  pageImage(pageNumber: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens a document of a known type.
 * @throws TextractError UnsupportedDocumentException (password) or BadDocumentException (cannot be read)
 */
export async function openDocument(
  bytes: Uint8Array,
  type: DocumentType,
  pdfRasteriser: PdfRasteriser,
): Promise<OpenDocument> {
  return type === 'pdf' ? await openPdf(bytes, pdfRasteriser) : await openImage(bytes, type);
}

async function openPdf(bytes: Uint8Array, pdfRasteriser: PdfRasteriser): Promise<OpenDocument> {
  try {
    const pdf = await pdfRasteriser.open(bytes);
    if (pdf.pageCount === 0) {
      await pdf.close();
      throw new PdfError('broken');
    }
    return {
      pageCount: pdf.pageCount,
      pageImage: async (pageNumber) => await pdf.renderPage(pageNumber),
      close: async () => await pdf.close(),
    };
  } catch (error) {
    if (error instanceof PdfError && error.problem === 'encrypted') {
      throw new TextractError(
        'UnsupportedDocumentException',
        'Request has unsupported document format: the PDF is protected by a password; send it without',
        { cause: error },
      );
    }
    throw badDocument(error);
  }
}

async function openImage(bytes: Uint8Array, type: 'tiff' | 'jpeg' | 'png'): Promise<OpenDocument> {
  try {
    const metadata = await sharp(bytes).metadata();
    if (Math.max(metadata.width, metadata.height) > imageMaximumSidePixels) {
      throw new TextractError(
        'BadDocumentException',
        `Image is too large: no side may have more than ${imageMaximumSidePixels} pixels`,
      );
    }
    return {
      pageCount: type === 'tiff' ? (metadata.pages ?? 1) : 1,
      pageImage: async (pageNumber) =>
        type === 'tiff'
          ? await sharp(bytes, { page: pageNumber - 1 })
              .flatten({ background: 'white' })
              .png({ compressionLevel: 2 })
              .toBuffer()
          : bytes,
      close: () => Promise.resolve(),
    };
  } catch (error) {
    throw error instanceof TextractError ? error : badDocument(error);
  }
}

function badDocument(cause: unknown): TextractError {
  return new TextractError(
    'BadDocumentException',
    'Request has a document that cannot be read: it is broken or cut short',
    { cause },
  );
}
