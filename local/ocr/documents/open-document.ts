import { countPictures, openPicture } from '../../../contexts/pages/imaging/stored-picture.ts';
import { WORKING_LONG_SIDE_PIXELS } from '../engine/grey-image.ts';
import { TextractError } from '../protocol/textract-error.ts';
import { FileFault } from '../../../contexts/intake/domain/file-fault.ts';
import { textractFileLimits } from '../../../contexts/claims/domain/quarantine-reason.ts';
import { imageMaximumSidePixels } from './document-limits.ts';
import type { DocumentType } from './document-type.ts';
import { PdfError, type PdfRasteriser } from './pdf-rasteriser.ts';

/** A page that has to be turned is held whole: it is kept at twice the size at which pages are read. */
const TURNED_LONG_SIDE_PIXELS = 2 * WORKING_LONG_SIDE_PIXELS;

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
    const pageCount = type === 'tiff' ? await countPictures(bytes) : 1;
    await openPicture(bytes);
    return {
      pageCount,
      pageImage: async (pageNumber) => (type === 'tiff' ? await pictureOf(bytes, pageNumber) : bytes),
      close: () => Promise.resolve(),
    };
  } catch (error) {
    if (error instanceof FileFault && error.reason === 'PAGE_TOO_LARGE') {
      throw new TextractError(
        'BadDocumentException',
        `Image is too large: no side may have more than ${imageMaximumSidePixels} pixels, nor may it take more than ${textractFileLimits.maxPictureBytes} bytes decoded`,
        { cause: error },
      );
    }
    throw badDocument(error);
  }
}

/** One page of a TIFF, upright. */
async function pictureOf(bytes: Uint8Array, pageNumber: number): Promise<Uint8Array> {
  const picture = await openPicture(bytes, pageNumber - 1);
  const upright = await picture.upright(TURNED_LONG_SIDE_PIXELS);
  return await upright.flatten({ background: 'white' }).png({ compressionLevel: 2 }).toBuffer();
}

function badDocument(cause: unknown): TextractError {
  return new TextractError(
    'BadDocumentException',
    'Request has a document that cannot be read: it is broken or cut short',
    { cause },
  );
}
