import { TextractError } from '../protocol/textract-error.ts';
import type { DocumentType } from './document-type.ts';

const mebibyte = 1024 * 1024;

// Amazon Textract Developer Guide, "Set Quotas in Amazon Textract" (limits-document): not adjustable at AWS.
export const syncMaximumBytes = 10 * mebibyte;
export const asyncImageMaximumBytes = 10 * mebibyte;
export const asyncMaximumBytes = 500 * mebibyte;
export const asyncMaximumPages = 3000;
export const imageMaximumSidePixels = 10_000;
export const pdfMaximumSidePoints = 9_000;

/** How a document is read: in the call itself, or by a job. */
export type ReadingMode = 'sync' | 'async';

/** @throws TextractError DocumentTooLargeException with the limit that applies */
export function checkDocumentSize(mode: ReadingMode, type: DocumentType, sizeBytes: number): void {
  const isImage = type === 'jpeg' || type === 'png';
  const maximum = mode === 'sync' ? syncMaximumBytes : isImage ? asyncImageMaximumBytes : asyncMaximumBytes;
  if (sizeBytes > maximum) {
    throw new TextractError(
      'DocumentTooLargeException',
      `Document is too large: ${sizeBytes} bytes, the limit is ${maximum} for this operation and format`,
    );
  }
}

/** @throws TextractError UnsupportedDocumentException (synchronous calls take one page) or DocumentTooLargeException */
export function checkPageCount(mode: ReadingMode, pageCount: number): void {
  if (mode === 'sync' && pageCount > 1) {
    throw new TextractError(
      'UnsupportedDocumentException',
      `Request has unsupported document format: it has ${pageCount} pages and synchronous operations take one; start a job instead`,
    );
  }
  if (pageCount > asyncMaximumPages) {
    throw new TextractError(
      'DocumentTooLargeException',
      `Document has ${pageCount} pages, the limit is ${asyncMaximumPages}`,
    );
  }
}
