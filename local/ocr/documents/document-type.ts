import { mediaTypeOf, type MediaType } from '../../../contexts/intake/domain/media-type.ts';
import { TextractError } from '../protocol/textract-error.ts';

export type DocumentType = 'pdf' | 'tiff' | 'jpeg' | 'png';

/** As many leading bytes as are needed to tell the type. */
export const typeSampleBytes = 4100;

const documentTypes = {
  'application/pdf': 'pdf',
  'image/tiff': 'tiff',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
} as const satisfies Record<MediaType, DocumentType>;

/**
 * Tells a document's type from its first bytes; names and declared types do not count, as with Textract.
 * @throws TextractError UnsupportedDocumentException for anything but PDF, TIFF, JPEG and PNG
 */
export function detectDocumentType(leadingBytes: Uint8Array): DocumentType {
  const mediaType = mediaTypeOf(leadingBytes);
  if (mediaType !== undefined) {
    return documentTypes[mediaType];
  }
  throw new TextractError(
    'UnsupportedDocumentException',
    'Request has unsupported document format: send a PDF, TIFF, JPEG or PNG file',
  );
}
