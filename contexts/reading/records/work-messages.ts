import * as z from 'zod';

/** Messages on the work queues. */

export const startReadingSchema = z.object({
  fileId: z.string().min(1),
  channelId: z.string().min(1),
  /** How often the OCR quota sent it back; only stretches the wait. */
  throttledCount: z.int().min(0).default(0),
});
export type StartReading = z.infer<typeof startReadingSchema>;

/** Textract's completion message, as it publishes it on SNS. */
export const readingCompletedSchema = z.object({
  JobId: z.string().min(1),
  Status: z.enum(['SUCCEEDED', 'FAILED', 'PARTIAL_SUCCESS', 'ERROR']),
  JobTag: z.string().min(1),
});

/** Sent by Milaf to itself, to ask for a result whose completion message never came. */
export const checkReadingSchema = z.object({
  fileId: z.string().min(1),
  /** A failure of this attempt counts once, also when a later one runs already. */
  readingAttempt: z.int().min(1),
  jobId: z.string().min(1),
  throttledCount: z.int().min(0).default(0),
});
export type CheckReading = z.infer<typeof checkReadingSchema>;

/** A file whose OCR answer is kept: its forms are to be made of it. */
export const readFormsSchema = z.object({
  fileId: z.string().min(1),
  readingAttempt: z.int().min(1),
  jobId: z.string().min(1),
  /** How often a second look was wanted and not to be had. */
  failedLookCount: z.int().min(0).default(0),
});
export type ReadForms = z.infer<typeof readFormsSchema>;
