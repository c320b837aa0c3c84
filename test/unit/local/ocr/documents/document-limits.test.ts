import { describe, expect, it } from 'vitest';
import { checkDocumentSize, checkPageCount } from '../../../../../local/ocr/documents/document-limits.ts';

const mebibyte = 1024 * 1024;

describe("Textract's limits", () => {
  it.each([
    ['sync', 'pdf', 10],
    ['sync', 'tiff', 10],
    ['sync', 'jpeg', 10],
    ['async', 'jpeg', 10],
    ['async', 'png', 10],
    ['async', 'pdf', 500],
    ['async', 'tiff', 500],
  ] as const)('let a %s call take a %s of %i MB and not a byte more', (mode, type, maximumMebibytes) => {
    expect(() => checkDocumentSize(mode, type, maximumMebibytes * mebibyte)).not.toThrow();
    expect(() => checkDocumentSize(mode, type, maximumMebibytes * mebibyte + 1)).toThrow(
      expect.objectContaining({ code: 'DocumentTooLargeException' }),
    );
  });

  it('let a job take 3000 pages and a synchronous call one', () => {
    expect(() => checkPageCount('async', 3000)).not.toThrow();
    expect(() => checkPageCount('async', 3001)).toThrow(
      expect.objectContaining({ code: 'DocumentTooLargeException' }),
    );
    expect(() => checkPageCount('sync', 1)).not.toThrow();
    expect(() => checkPageCount('sync', 2)).toThrow(
      expect.objectContaining({ code: 'UnsupportedDocumentException' }),
    );
  });
});
