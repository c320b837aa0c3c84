import { fileTypeFromBuffer } from 'file-type';
import { TextractError } from '../protocol/textract-error.ts';

export type DocumentType = 'pdf' | 'tiff' | 'jpeg' | 'png';

/** As many leading bytes as are needed to tell the type. */
export const typeSampleBytes = 4100;

const typeByExtension: Readonly<Record<string, DocumentType>> = {
  pdf: 'pdf',
  tif: 'tiff',
  jpg: 'jpeg',
  png: 'png',
};

const tiffSignatures = ['II*\0', 'MM\0*'];

/**
 * Tells a document's type from its first bytes; names and declared types do not count, as with Textract.
 * @throws TextractError UnsupportedDocumentException for anything but PDF, TIFF, JPEG and PNG
 */
export async function detectDocumentType(leadingBytes: Uint8Array): Promise<DocumentType> {
  const found = await fileTypeFromBuffer(leadingBytes);
  const type = found === undefined ? undefined : typeByExtension[found.ext];
  if (type !== undefined) {
    return type;
  }
  const start = Buffer.from(leadingBytes.subarray(0, 1024));
  // Readers accept a PDF whose header comes within the first kilobyte, and some scanners put bytes before it.
  if (start.includes('%PDF-')) {
    return 'pdf';
  }
  // The directory of a TIFF may lie behind its images, where the sample does not reach.
  if (
    found === undefined &&
    tiffSignatures.some((signature) => start.toString('latin1').startsWith(signature))
  ) {
    return 'tiff';
  }
  throw new TextractError(
    'UnsupportedDocumentException',
    'Request has unsupported document format: send a PDF, TIFF, JPEG or PNG file',
  );
}
