import type { NotificationChannel, S3ObjectReference } from '../protocol/requests.ts';

export type JobOperation = 'StartDocumentTextDetection' | 'StartDocumentAnalysis';

/** What a job was asked to do. */
export interface JobOrder {
  readonly operation: JobOperation;
  readonly document: S3ObjectReference;
  readonly jobTag: string | undefined;
  readonly notificationChannel: NotificationChannel | undefined;
}

/** How a job stands; one that has ended never changes again. */
export type JobState =
  | { readonly status: 'IN_PROGRESS' }
  | { readonly status: 'FAILED'; readonly statusMessage: string; readonly endedAtMilliseconds: number }
  | {
      readonly status: 'SUCCEEDED' | 'PARTIAL_SUCCESS';
      readonly sha256: string;
      readonly pageCount: number;
      /** 1-based, in order; none when SUCCEEDED. */
      readonly unreadPages: readonly number[];
      readonly endedAtMilliseconds: number;
    };

export interface Job {
  readonly id: string;
  readonly order: JobOrder;
  state: JobState;
}
