import { readFile, stat } from 'node:fs/promises';
import type { QuarantineReason } from '../../contexts/claims/domain/quarantine-reason.ts';
import { inspectFile, refuse, type QuarantinedFile } from '../../contexts/intake/domain/inspect-file.ts';
import { demandFile } from '../view/demand-file.ts';
import { UserError } from '../view/user-error.ts';

/** The largest file that a stage takes. */
export interface ScanLimits {
  readonly maxFileBytes: number;
  readonly maxPages: number;
}

/**
 * A scan that is to be sent, looked into as intake does: what it would put into quarantine is told before anything is sent.
 * @throws UserError with intake's own advice
 */
export async function readScan(file: string, { maxFileBytes, maxPages }: ScanLimits): Promise<Uint8Array> {
  demandFile(file);
  const limits = { maxFileBytes, maxPages };
  // What is far too large is not read into memory to be told so.
  if ((await stat(file)).size > maxFileBytes) throw refusal(file, refuse('TOO_LARGE', limits));
  const bytes = await readFile(file);
  const inspection = await inspectFile(bytes, limits);
  if (!inspection.accepted) throw refusal(file, inspection);
  return bytes;
}

function refusal(file: string, { reason, advice }: QuarantinedFile): UserError {
  return new UserError(`${file} was not sent: it would not be read (${wordsOf(reason)}).`, advice.en);
}

const wordsOf = (reason: QuarantineReason): string => reason.toLowerCase().replaceAll('_', ' ');
