import type { MilafEvent } from '../contracts/events.ts';
import type {
  AdjudicateClaim,
  CheckReading,
  ReadForms,
  ReleasePayments,
  StartReading,
} from '../contracts/work-messages.ts';
import type { UploadRef } from '../domain/claims/scan-file.ts';

/** The OCR quota is used up for the moment: try again later, it is no failure. */
export class ThrottledError extends Error {
  override name = 'ThrottledError';
}

/** The OCR service will never read this file. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/** The SMS provider is down or slow: try again later. */
export class ProviderUnavailableError extends Error {
  override name = 'ProviderUnavailableError';
}

/** The SMS provider will never take this message: its phone does not exist or wants none. Others may go. */
export class MessageRefusedError extends Error {
  override name = 'MessageRefusedError';
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

export interface WorkQueues {
  startReading(message: StartReading, delaySeconds: number): Promise<void>;
  checkReading(message: CheckReading, delaySeconds: number): Promise<void>;
  readForms(message: ReadForms, delaySeconds: number): Promise<void>;
  adjudicateClaim(message: AdjudicateClaim): Promise<void>;
}

export interface ReleaseQueue {
  releasePayments(message: ReleasePayments): Promise<void>;
}

export interface EventPublisher {
  /** @throws Error when one event was not taken: all are sent again then, receivers know repeats */
  publish(events: readonly MilafEvent[]): Promise<void>;
}

export interface SmsSender {
  /**
   * @param phone E.164
   * @returns the provider's message id
   * @throws ProviderUnavailableError, MessageRefusedError
   */
  send(phone: string, text: string): Promise<string>;
}

export type Clock = () => Date;
