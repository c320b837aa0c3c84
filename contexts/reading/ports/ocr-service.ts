import type { UploadRef } from '#claims';

/** The OCR quota is used up for the moment: try again later, it is no failure. */
export class ThrottledError extends Error {
  override name = 'ThrottledError';
}

/** The OCR service will never read this file. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

export type ReadingResult =
  | { readonly status: 'in-progress' }
  | { readonly status: 'failed' }
  /** `answers`: the service's answer pages, as they came. */
  | { readonly status: 'succeeded'; readonly answers: readonly unknown[] };

export interface OcrService {
  /**
   * Starts reading a file; the same token starts it once.
   * @returns the job's id
   * @throws ThrottledError, UnreadableFileError
   */
  start(upload: UploadRef, token: string, tag: string): Promise<string>;
  /** @throws ThrottledError */
  fetch(jobId: string): Promise<ReadingResult>;
}

/** Reads one image while the caller waits. */
export interface ImageReader {
  /**
   * @param image a PNG or JPEG of at most 5 MB
   * @returns the service's answer, as it came
   * @throws ThrottledError, UnreadableFileError
   */
  readImage(image: Uint8Array): Promise<unknown>;
}
