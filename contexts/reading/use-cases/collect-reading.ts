import type { FileStore, ReadingAttempt, ScanFile } from '#claims';
import { throttleDelaySeconds } from '#shared';
import type { ReadingStore } from '../ports/reading-store.ts';
import { ThrottledError, type OcrService } from '../ports/ocr-service.ts';
import { type WorkQueues } from '../ports/work-queues.ts';

/** The OCR service is asked again this often after it failed on a file. */
const MAX_READING_ATTEMPTS = 3;

export interface CollectReadingDependencies {
  readonly files: Pick<FileStore, 'find' | 'retryReading' | 'quarantine'>;
  readonly readings: Pick<ReadingStore, 'saveAnswer'>;
  readonly ocr: OcrService;
  readonly queues: Pick<WorkQueues, 'checkReading' | 'readForms'>;
  readonly random: () => number;
  readonly readingCheckSeconds: number;
}

export interface CollectReading extends ReadingAttempt {
  readonly jobId: string;
  readonly throttledCount: number;
}

export type CollectReadingOutcome =
  'collected' | 'quarantined' | 'reading-again' | 'still-reading' | 'throttled' | 'already-done';

/**
 * Fetches what the OCR read, keeps it as it came, and hands the file on to the step that makes forms of it.
 * @throws Error when the file is not in the table: the message is tried again
 */
export async function collectReading(
  message: CollectReading,
  { files, readings, ocr, queues, random, readingCheckSeconds }: CollectReadingDependencies,
): Promise<CollectReadingOutcome> {
  const { fileId, readingAttempt, jobId } = message;
  const file = await files.find(fileId);
  if (file === undefined) throw new Error('The file that was read is not in the claims table');
  if (file.state !== 'ACCEPTED' || file.readingAttempt !== readingAttempt) return 'already-done';
  try {
    const result = await ocr.fetch(jobId);
    switch (result.status) {
      case 'in-progress':
        await queues.checkReading({ ...message }, readingCheckSeconds);
        return 'still-reading';
      case 'failed':
        return await readAgainOrGiveUp(file, files);
      case 'succeeded':
        await readings.saveAnswer(fileId, result.answers);
        await queues.readForms({ fileId, readingAttempt, jobId, failedLookCount: 0 }, 0);
        return 'collected';
    }
  } catch (error) {
    if (!(error instanceof ThrottledError)) throw error;
    const throttledCount = message.throttledCount + 1;
    await queues.checkReading({ ...message, throttledCount }, throttleDelaySeconds(throttledCount, random));
    return 'throttled';
  }
}

async function readAgainOrGiveUp(
  file: ScanFile,
  files: CollectReadingDependencies['files'],
): Promise<CollectReadingOutcome> {
  if (file.readingAttempt < MAX_READING_ATTEMPTS) {
    await files.retryReading(file);
    return 'reading-again';
  }
  await files.quarantine(file, 'OCR_FAILED');
  return 'quarantined';
}
