import { Logger } from '@aws-lambda-powertools/logger';

/**
 * Everything Milaf ever logs: a code, its fixed text, and ids. Free text does not compile, so no name, number, phone or OCR
 * text can get into a log.
 */
const CATALOGUE = {
  RECORD_DONE: 'A message was processed',
  RECORD_FAILED: 'A message failed and will be retried',
  EVENTS_RELAYED: 'Committed events were sent on',
  EVENT_NOT_RELAYED: 'A committed event could not be sent on and will be tried again',
  UPLOAD_MISSING: 'An upload had not been received; it was announced again',
  CHANNEL_NOT_COUNTED: 'The uploads of a channel could not be counted; those of others were',
  UPLOAD_FORM_REUSED: 'Another file came with an upload form that was used before; it was quarantined',
  PAYMENTS_ORDERED: 'A payment run ended',
  BANK_ANSWER_PROBLEM: 'A part of an answer of the bank could not be matched',
  LIST_STUCK: 'A list has been in the same state for too long',
  FIGURES_KEPT: 'Changes were added to the figures',
  STATISTICS_NOT_RECORDED: 'Changes could not be added to the figures and will be retried',
  REQUEST_FAILED: 'A request to the API could not be processed',
} as const;

export type LogCode = keyof typeof CATALOGUE;

/** The only fields a log line may have: ids, codes, counts. */
export interface LogFields {
  readonly fileId?: string | undefined;
  /** The file that was received with the same upload form before. */
  readonly firstFileId?: string | undefined;
  readonly claimId?: string | undefined;
  readonly channelId?: string | undefined;
  readonly jobId?: string | undefined;
  readonly batchId?: string | undefined;
  readonly listId?: string | undefined;
  readonly runId?: string | undefined;
  readonly range?: number | undefined;
  readonly unit?: number | undefined;
  readonly messageId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly outcome?: string | undefined;
  readonly errorName?: string | undefined;
  readonly errorAt?: string | undefined;
  readonly count?: number | undefined;
  readonly missingCount?: number | undefined;
  readonly amountCentimes?: number | undefined;
}

export const powertoolsLogger = new Logger();

export function logInfo(code: LogCode, fields: LogFields): void {
  powertoolsLogger.info(CATALOGUE[code], { code, ...fields });
}

export function logError(code: LogCode, fields: LogFields): void {
  powertoolsLogger.error(CATALOGUE[code], { code, ...fields });
}

/** An error without its message, which may quote what was being processed: its name, and where in the code it arose. */
export function describeError(error: unknown): Pick<LogFields, 'errorName' | 'errorAt'> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return { errorName: error.name, errorAt: frame?.trim() };
}
