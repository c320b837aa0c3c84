import * as z from 'zod';
import { lineRangeSchema } from '../domain/lists/list.ts';

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

export const adjudicateClaimSchema = z.object({ claimId: z.string().min(1), channelId: z.string().min(1) });
export type AdjudicateClaim = z.infer<typeof adjudicateClaimSchema>;

/** Asks for images of pages: of the file of a claim, or of the claim's own pages without what tells who it is about. */
export const renderPagesSchema = z.object({
  claimId: z.string().min(1),
  kind: z.enum(['file', 'redacted']),
});
export type RenderPages = z.infer<typeof renderPagesSchema>;

/** Asks for a payment run; a schedule or a person sends it. */
export const orderPaymentsSchema = z.object({ requestedBy: z.string().min(1) });

/** Asks for held payments to be released, where the account is in order now; what changed sends it. */
export const releasePaymentsSchema = z.discriminatedUnion('kind', [
  /** The payment of this claim became held. */
  z.object({ kind: z.literal('claim'), claimId: z.string().min(1) }),
  /** The account of this person changed, or a hold on it is over. */
  z.object({
    kind: z.literal('person'),
    registrationNumber: z.string().regex(/^\d{9}$/),
    /** Where the page before ended. */
    cursor: z.string().optional(),
  }),
  /** A schedule, or a person, asks for those whose day has come. */
  z.object({ kind: z.literal('holds-ended'), requestedBy: z.string().min(1) }),
]);
export type ReleasePayments = z.infer<typeof releasePaymentsSchema>;

/** The EventBridge event of an object that was created in S3: the fields Milaf needs. */
export const objectCreatedSchema = z.object({
  detail: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({ key: z.string().min(1), 'version-id': z.string().optional() }),
  }),
});
export type ObjectCreated = z.infer<typeof objectCreatedSchema>;

/** One range of a list to be verified. */
export const verifyRangeSchema = z.object({ listId: z.string().min(1), range: lineRangeSchema });
export type VerifyRange = z.infer<typeof verifyRangeSchema>;

/** All lines of a list to be looked at together. */
export const linkListSchema = z.object({ listId: z.string().min(1) });
export type LinkList = z.infer<typeof linkListSchema>;

/** One unit of a list to be registered. */
export const registerUnitSchema = z.object({ listId: z.string().min(1), unit: z.int().positive() });
export type RegisterUnit = z.infer<typeof registerUnitSchema>;

/** A list whose answer is to be written. */
export const closeListSchema = z.object({ listId: z.string().min(1) });
export type CloseList = z.infer<typeof closeListSchema>;

/** Asks for a check of rights over the registry (a schedule or a person), or for one part of it. */
export const checkRightsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    requestedBy: z.string().min(1),
    /** Given by who wants to follow it; else one run a day. */
    runId: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .optional(),
  }),
  z.object({ kind: z.literal('segment'), runId: z.string().min(1), segment: z.int().min(0) }),
]);
export type CheckRights = z.infer<typeof checkRightsSchema>;

/** Asks for people to be told their numbers; a schedule, a person, or the step itself sends it. */
export const tellRegisteredSchema = z.object({ requestedBy: z.string().min(1) });
export type TellRegistered = z.infer<typeof tellRegisteredSchema>;

/** Asks for the code of a sign-in to be sent, if there is anybody to send it to. */
export const sendSignInCodeSchema = z.object({ flowId: z.string().min(1) });
export type SendSignInCode = z.infer<typeof sendSignInCodeSchema>;

/** Asks to look whether lists move; a schedule sends it. */
export const watchListsSchema = z.object({ requestedBy: z.string().min(1) });
