import { type FileStore, parseReadingTag, readingTag } from '#claims';
import { throttleDelaySeconds } from '#shared';
import type { StartReading } from '../records/work-messages.ts';
import { ThrottledError, UnreadableFileError, type OcrService } from '../ports/ocr-service.ts';
import { type WorkQueues } from '../ports/work-queues.ts';

export interface StartReadingDependencies {
  readonly files: FileStore;
  readonly ocr: OcrService;
  readonly queues: WorkQueues;
  /** Waits for the next free place in the quota. */
  readonly pace: () => Promise<void>;
  readonly random: () => number;
  readonly readingCheckSeconds: number;
}

export type StartReadingOutcome = 'started' | 'throttled' | 'quarantined' | 'not-waiting';

/**
 * Starts the one OCR job of a file. A full quota is no failure: a copy of the message goes back with a delay, so a throttle
 * never uses up a message's last attempt.
 * @throws Error when the file is not in the table (yet): the message is tried again
 */
export async function startReading(
  message: StartReading,
  { files, ocr, queues, pace, random, readingCheckSeconds }: StartReadingDependencies,
): Promise<StartReadingOutcome> {
  const file = await files.find(message.fileId);
  if (file === undefined) throw new Error('The file to read is not in the claims table');
  if (file.state !== 'ACCEPTED') return 'not-waiting';
  try {
    await pace();
    // The same attempt is one job, however often it is started; its tag says in the end which attempt it was.
    const attempt = readingTag(file);
    const jobId = await ocr.start(file.readFrom ?? file.upload, attempt, attempt);
    // The completion message may be lost, and starting again would not repeat it: ask for the result later.
    await queues.checkReading({ ...parseReadingTag(attempt), jobId, throttledCount: 0 }, readingCheckSeconds);
    return 'started';
  } catch (error) {
    if (error instanceof ThrottledError) {
      const throttledCount = message.throttledCount + 1;
      await queues.startReading({ ...message, throttledCount }, throttleDelaySeconds(throttledCount, random));
      return 'throttled';
    }
    if (error instanceof UnreadableFileError) {
      await files.quarantine(file, 'OCR_REFUSED');
      return 'quarantined';
    }
    throw error;
  }
}
