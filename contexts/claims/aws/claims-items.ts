import { createHash } from 'node:crypto';
import * as z from 'zod';
import { eventSchema, type MilafEvent } from '#events';
import { schemeSchema, stateOf } from '#shared';
import { attestationsSchema } from '../records/attestations.ts';
import { foundPaidSchema, settledPartSchema } from '../records/decision-record.ts';
import { afterDeath, heldReasons } from '../domain/claim.ts';
import { submissionSignals, type UploadRef } from '../domain/scan-file.ts';
import { quarantineReasons } from '../domain/quarantine-reason.ts';
import {
  claimMachine,
  fileMachine,
  messageMachine,
  paymentMachine,
  paymentBatchMachine,
} from '../domain/states.ts';
import { withBatch, withSubmission } from './stored-names.ts';

/** How the claims table keeps its items. Every read is parsed with these. */

export const QUEUE_INDEX = 'queue';
/** Claims by state and day; reviews by amount. */
export const LISTING_INDEX = 'listing';
/** Claims of an insured person; reviews of a contractor. */
export const OWNER_INDEX = 'owner';
/** Work queues are spread over this many index keys, so that no day's work falls on one partition. */
export const QUEUE_SHARDS = 10;

const uploadRefSchema = z.object({ bucket: z.string(), key: z.string(), versionId: z.string() });

const storedFileSchema = z.object({
  fileId: z.string(),
  state: stateOf(fileMachine),
  version: z.int(),
  channelId: z.string(),
  upload: uploadRefSchema,
  uploadedAt: z.string(),
  depositDate: z.string(),
  receivedOn: z.string(),
  depositSignals: z.array(z.enum(submissionSignals)),
  contentSha256: z.string().optional(),
  mediaType: z.string().optional(),
  pageCount: z.int().optional(),
  readFrom: uploadRefSchema.optional(),
  duplicateOf: z.string().optional(),
  quarantineReason: z.enum(quarantineReasons).optional(),
  readingAttempt: z.int(),
  jobId: z.string().optional(),
  claimIds: z.array(z.string()).optional(),
});

const heardStatementSchema = z.object({
  attempt: z.int(),
  kind: z.enum(['accepted', 'paid', 'returned', 'refused', 'disputed']),
  saidAt: z.string().optional(),
  reason: z.string().optional(),
});

const storedPaymentSchema = z.object({
  state: stateOf(paymentMachine),
  attempt: z.int(),
  amountCentimes: z.int(),
  /** Absent where the insured is paid, as in all records of before. */
  payeeInpe: z.string().optional(),
  rib: z.string().optional(),
  heldReason: z.enum(heldReasons).optional(),
  returnedRib: z.string().optional(),
  refusedRib: z.string().optional(),
  returnReason: z.string().optional(),
  refusals: z
    .array(
      z.object({
        attempt: z.int(),
        kind: z.enum(['returned', 'refused']),
        saidAt: z.string().optional(),
        rib: z.string().optional(),
        remittanceId: z.string().optional(),
      }),
    )
    .optional(),
  acceptedSaidAt: z.string().optional(),
  paidSaidAt: z.string().optional(),
  disputedBecause: z.string().optional(),
  disputedAttempts: z.array(z.int()).optional(),
  heardInDispute: z.array(heardStatementSchema).optional(),
  paidAttempt: z.int().optional(),
  settledBy: z.string().optional(),
  settledByNumber: z.string().optional(),
  saidAfterDeath: z.enum(afterDeath).optional(),
  agreedRib: z.string().optional(),
  since: z.string().optional(),
  remittanceId: z.string().optional(),
});

const storedClaimSchema = z.object({
  claimId: z.string(),
  state: stateOf(claimMachine),
  version: z.int(),
  fileId: z.string(),
  channelId: z.string(),
  depositDate: z.string(),
  receivedOn: z.string(),
  depositSignals: z.array(z.enum(submissionSignals)),
  formNumber: z.int(),
  formsInFile: z.int(),
  registrationNumber: z.string().optional(),
  scheme: schemeSchema.optional(),
  billedCentimes: z.int().optional(),
  paidCentimes: z.int().optional(),
  payment: storedPaymentSchema.optional(),
  secondPayment: storedPaymentSchema.optional(),
  settledPart: settledPartSchema.optional(),
  /** Absent in items of before. */
  foundPaid: foundPaidSchema.optional(),
  formRevision: z.string().optional(),
  decidableFrom: z.string().optional(),
  decidedForm: z.object({ revision: z.string().optional() }).optional(),
  suspendedDays: z.int().optional(),
  attestations: attestationsSchema.optional(),
});

const storedBatchSchema = z.object({
  remittanceId: z.string(),
  state: stateOf(paymentBatchMachine),
  version: z.int(),
  createdAt: z.string(),
  debtor: z.object({ name: z.string(), rib: z.string(), bic: z.string() }),
  paymentCount: z.int().optional(),
  totalCentimes: z.int().optional(),
  orderKey: z.string().optional(),
  /** Absent where nobody had died, and in items of before. */
  heldBack: z.array(z.string()).optional(),
});

export const fileItemSchema = storedFileSchema.transform(withSubmission);
export const claimItemSchema = storedClaimSchema.transform(({ payment, secondPayment, ...claim }) => ({
  ...withSubmission(claim),
  payment: payment && withBatch(payment),
  secondPayment: secondPayment && withBatch(secondPayment),
}));
/** For lists, which read no more of them. */
export const fileStateSchema = storedFileSchema.pick({ state: true });
export const claimStateSchema = storedClaimSchema.pick({
  claimId: true,
  state: true,
  registrationNumber: true,
});
export const paymentBatchItemSchema = storedBatchSchema.transform(({ remittanceId: batchId, ...batch }) => ({
  batchId,
  ...batch,
}));

export const paymentBatchPartSchema = z.object({
  payments: z.array(
    z.object({
      paymentId: z.string(),
      claimId: z.string(),
      /** Absent where it is the first payment of its claim. */
      settlement: z.literal(2).optional(),
      attempt: z.int(),
      amountCentimes: z.int(),
      payeeInpe: z.string().optional(),
      rib: z.string(),
    }),
  ),
});

export const messageItemSchema = z.object({
  claimId: z.string(),
  messageKey: z.string(),
  state: stateOf(messageMachine),
  kind: z.string(),
  language: z.string().optional(),
  text: z.string().optional(),
  segments: z.int().optional(),
  skippedBecause: z.string().optional(),
  providerMessageId: z.string().optional(),
  updatedAt: z.string(),
});

export const eventItemSchema = z.object({ event: eventSchema });

export const fileKey = (fileId: string) => ({ pk: `FILE#${fileId}`, sk: 'FILE' });
export const contentKey = (sha256: string) => ({ pk: `CONTENT#${sha256}`, sk: 'CONTENT' });
/** One key of the bucket of scans: which file was accepted under it. */
export const uploadKey = ({ bucket, key }: UploadRef) => ({
  pk: `UPLOAD#${createHash('sha256')
    .update(JSON.stringify([bucket, key]))
    .digest('hex')}`,
  sk: 'UPLOAD',
});
export const claimKey = (claimId: string) => ({ pk: `CLAIM#${claimId}`, sk: 'CLAIM' });
export const careKey = (group: string) => ({ pk: `CARE#${group}`, sk: 'CARE' });
export const paymentBatchKey = (batchId: string) => ({
  pk: `REMITTANCE#${batchId}`,
  sk: 'REMITTANCE',
});
export const messageKeyOf = (claimId: string, messageKey: string) => ({
  pk: `CLAIM#${claimId}`,
  sk: `MESSAGE#${messageKey}`,
});

export const EVENT_PREFIX = 'EVENT#';

/** The item that is at once audit trail and outbox: relay-events sends what it holds. */
export function eventItem(
  subject: { readonly pk: string },
  version: number,
  event: MilafEvent,
  more: object = {},
): object {
  return { ...eventKey(subject, version), event, ...more };
}

export function eventKey({ pk }: { readonly pk: string }, version: number) {
  return { pk, sk: `${EVENT_PREFIX}${version.toString().padStart(6, '0')}` };
}

/** Spreads ids evenly over the shards of a work queue. */
export function shardOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % QUEUE_SHARDS;
}
