import type { ScanFile } from './scan-file.ts';

/** One attempt to read a file: an OCR job. A failure counts once, whoever reports it and however often. */
export interface ReadingAttempt {
  readonly fileId: string;
  /** From 1. */
  readonly readingAttempt: number;
}

/** Name of an attempt, as the OCR service is given it (job tag and request token: letters, digits, hyphen). */
export function readingTag({ fileId, readingAttempt }: Pick<ScanFile, 'fileId' | 'readingAttempt'>): string {
  return `${fileId}-${readingAttempt}`;
}

/** @throws Error when it is not such a name: a message of someone else's job */
export function parseReadingTag(tag: string): ReadingAttempt {
  const parts = /^([0-9A-Z]{16})-(\d{1,3})$/.exec(tag);
  if (parts?.[1] === undefined) throw new Error('The job tag is not one of a file that is being read');
  return { fileId: parts[1], readingAttempt: Number(parts[2]) };
}
