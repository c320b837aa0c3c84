import type { UploadRef } from '#claims';

/** Where upright copies of files are kept for the OCR; what people see is always made of the file itself. */
export interface UprightCopies {
  /** @returns where it lies; saved again, the same */
  save(fileId: string, bytes: Uint8Array): Promise<UploadRef>;
}
