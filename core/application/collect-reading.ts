import { ocrEngineOf } from '../contracts/ocr-engine-name.ts';
import { textractAnswersSchema, toOcrDocument } from '../contracts/textract-blocks.ts';
import type { FileReading } from '../domain/care-form/care-form.ts';
import { readCareForms } from '../domain/care-form/read-care-forms.ts';
import type { Claim } from '../domain/claims/claim.ts';
import type { ReadingAttempt } from '../domain/claims/reading-attempt.ts';
import { claimIdOf, type ScanFile } from '../domain/claims/scan-file.ts';
import type { QuarantineReason } from '../domain/intake/quarantine-reason.ts';
import type { FileStore } from '../ports/claims.ts';
import type { ReadingStore } from '../ports/documents.ts';
import { ThrottledError, type OcrService, type WorkQueues } from '../ports/services.ts';
import { throttleDelaySeconds } from './throttle-delay.ts';

/** The OCR service is asked again this often after it failed on a file. */
const MAX_READING_ATTEMPTS = 3;
/** More care forms than one transaction can draft are no medical file. */
const MAX_FORMS_PER_FILE = 40;

export interface CollectReadingDependencies {
  readonly files: FileStore;
  readonly readings: ReadingStore;
  readonly ocr: OcrService;
  readonly queues: WorkQueues;
  readonly random: () => number;
  readonly readingCheckSeconds: number;
}

export interface CollectReading extends ReadingAttempt {
  readonly jobId: string;
  readonly throttledCount: number;
}

export type CollectReadingOutcome =
  'drafted' | 'quarantined' | 'reading-again' | 'still-reading' | 'throttled' | 'already-done';

/**
 * Fetches what the OCR read, keeps the raw answer, finds the care forms and drafts a claim for each.
 * @throws Error when the file is not in the table: the message is tried again
 */
export async function collectReading(
  message: CollectReading,
  dependencies: CollectReadingDependencies,
): Promise<CollectReadingOutcome> {
  const { files, ocr, queues, random, readingCheckSeconds } = dependencies;
  const file = await files.find(message.fileId);
  if (file === undefined) throw new Error('The file that was read is not in the claims table');
  if (file.state !== 'ACCEPTED' || file.readingAttempt !== message.readingAttempt) return 'already-done';
  try {
    const result = await ocr.fetch(message.jobId);
    switch (result.status) {
      case 'in-progress':
        await queues.checkReading({ ...message }, readingCheckSeconds);
        return 'still-reading';
      case 'failed':
        return await readAgainOrGiveUp(file, files);
      case 'succeeded':
        return await draft({ ...file, jobId: message.jobId }, result.answers, dependencies);
    }
  } catch (error) {
    if (!(error instanceof ThrottledError)) throw error;
    const throttledCount = message.throttledCount + 1;
    await queues.checkReading({ ...message, throttledCount }, throttleDelaySeconds(throttledCount, random));
    return 'throttled';
  }
}

async function readAgainOrGiveUp(file: ScanFile, files: FileStore): Promise<CollectReadingOutcome> {
  if (file.readingAttempt < MAX_READING_ATTEMPTS) {
    await files.retryReading(file);
    return 'reading-again';
  }
  await files.quarantine(file, 'OCR_FAILED');
  return 'quarantined';
}

async function draft(
  file: ScanFile,
  answers: readonly unknown[],
  { files, readings }: CollectReadingDependencies,
): Promise<CollectReadingOutcome> {
  await readings.saveAnswer(file.fileId, answers);
  const reading = readCareForms(toOcrDocument(textractAnswersSchema.parse(answers)));
  const refusal = refusalOf(reading);
  if (refusal !== undefined) {
    await files.quarantine(file, refusal);
    return 'quarantined';
  }
  const ocrEngine = ocrEngineOf(answers);
  const claims = reading.forms.map((_, index) => draftOf(file, index + 1, reading.forms.length));
  await Promise.all(
    reading.forms.map((form, index) =>
      readings.saveForm(claimIdOf(file.fileId, index + 1), { form, pageRoles: reading.pageRoles, ocrEngine }),
    ),
  );
  await files.draftClaims(file, claims);
  return 'drafted';
}

function refusalOf(reading: FileReading): QuarantineReason | undefined {
  if (reading.forms.length > MAX_FORMS_PER_FILE) return 'TOO_MANY_FORMS';
  if (reading.forms.length > 0) return undefined;
  // The form may be on the page that could not be read.
  return reading.pageRoles.includes('failed') ? 'PAGE_NOT_READ' : 'NO_CARE_FORM';
}

function draftOf(file: ScanFile, formNumber: number, formsInFile: number): Claim {
  return {
    claimId: claimIdOf(file.fileId, formNumber),
    state: 'DRAFTED',
    version: 1,
    fileId: file.fileId,
    channelId: file.channelId,
    depositDate: file.depositDate,
    receivedOn: file.receivedOn,
    depositSignals: file.depositSignals,
    formNumber,
    formsInFile,
  };
}
