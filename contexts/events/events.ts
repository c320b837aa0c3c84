import * as z from 'zod';
import { documentKindSchema } from '#shared';

/**
 * Business events. Each is written in the same transaction as the state change it reports, and sent on by relay-events,
 * the only sender. Ids only: whoever needs more reads the table, with the rights to do so.
 */
const base = {
  /** `<subject>#<version>`: the same change always gives the same id. */
  eventId: z.string().min(1),
  /** ISO instant. */
  occurredAt: z.iso.datetime(),
};
const ofFile = { fileId: z.string().min(1), channelId: z.string().min(1) };
const ofClaim = { claimId: z.string().min(1), channelId: z.string().min(1) };
/** The order that the bank speaks of; a claim that the bank sent back has another one later. */
const ofOrder = {
  attempt: z.int(),
  /** Which payment of the claim; absent where it is the first. */
  settlement: z.literal(2).optional(),
  remittanceId: z.string().optional(),
};

export const fileEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('file.accepted.v1'), ...base, ...ofFile }),
  z.object({ type: z.literal('file.duplicate.v1'), ...base, ...ofFile, duplicateOf: z.string() }),
  z.object({ type: z.literal('file.quarantined.v1'), ...base, ...ofFile, reason: z.string() }),
  /** The OCR service failed on it: it is to be read once more. */
  z.object({ type: z.literal('file.reading-failed.v1'), ...base, ...ofFile, readingAttempt: z.int() }),
]);

/**
 * What people said of a payment: that an order in dispute was paid or not; after a death the first word, that it is to be paid or to
 * be closed, and that it is closed.
 */
export const settledAs = ['paid', 'not-paid', 'to-pay', 'to-close', 'closed'] as const;
export type SettledAs = (typeof settledAs)[number];

export const claimEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim.drafted.v1'), ...base, ...ofClaim }),
  z.object({ type: z.literal('claim.approved.v1'), ...base, ...ofClaim }),
  z.object({ type: z.literal('claim.partly-approved.v1'), ...base, ...ofClaim }),
  z.object({ type: z.literal('claim.rejected.v1'), ...base, ...ofClaim }),
  z.object({ type: z.literal('claim.referred.v1'), ...base, ...ofClaim }),
  /** Its certain lines are paid; the others wait for a person. */
  z.object({ type: z.literal('claim.partly-referred.v1'), ...base, ...ofClaim }),
  z.object({ type: z.literal('claim.incomplete.v1'), ...base, ...ofClaim }),
  /** A person corrected a referred claim, or rejected it: it is to be decided again. */
  z.object({
    type: z.literal('claim.corrected.v1'),
    ...base,
    ...ofClaim,
    /** ISO instant: until then that person can take it back. */
    decidableFrom: z.iso.datetime().optional(),
  }),
  /** It waits for people again: who sent it to be decided took it back, or somebody looks again at what was decided. */
  z.object({
    type: z.literal('claim.reopened.v1'),
    ...base,
    ...ofClaim,
    because: z.enum(['taken-back', 'looked-at-again']),
  }),
  z.object({
    type: z.literal('claim.document-requested.v1'),
    ...base,
    ...ofClaim,
    documents: z.array(documentKindSchema),
    /** Who asks the insured for it: an SMS, or the agency that took the file in. */
    via: z.enum(['sms', 'agency']),
  }),
  /** A held payment was released to the account now on file. */
  z.object({
    type: z.literal('payment.released.v1'),
    ...base,
    ...ofClaim,
    attempt: z.int(),
    settlement: z.literal(2).optional(),
    by: z.string().optional(),
  }),
  z.object({ type: z.literal('payment.accepted.v1'), ...base, ...ofClaim, ...ofOrder }),
  z.object({ type: z.literal('payment.paid.v1'), ...base, ...ofClaim, ...ofOrder }),
  z.object({
    type: z.literal('payment.returned.v1'),
    ...base,
    ...ofClaim,
    ...ofOrder,
    reason: z.string(),
    by: z.string().optional(),
  }),
  /** The bank did not carry it out, for a reason that is nothing to the insured: nobody but the fund is told. */
  z.object({
    type: z.literal('payment.refused.v1'),
    ...base,
    ...ofClaim,
    ...ofOrder,
    reason: z.string(),
  }),
  /** The bank contradicts itself or the order: the payment is frozen. */
  z.object({
    type: z.literal('payment.disputed.v1'),
    ...base,
    ...ofClaim,
    ...ofOrder,
    reason: z.string(),
  }),
  /** A person said what became of a disputed payment, or what becomes of one whose payee has died. */
  z.object({
    type: z.literal('payment.settled.v1'),
    ...base,
    ...ofClaim,
    ...ofOrder,
    as: z.enum(settledAs),
    by: z.string(),
  }),
]);

export const paymentBatchEventSchema = z.discriminatedUnion('type', [
  /** Payments moved into a batch; also the record of which. */
  z.object({
    type: z.literal('payments.ordered.v1'),
    ...base,
    remittanceId: z.string(),
    claimIds: z.array(z.string()),
  }),
  z.object({ type: z.literal('remittance.sent.v1'), ...base, remittanceId: z.string() }),
]);

const ofList = { listId: z.string().min(1), source: z.string().min(1), isDryRun: z.boolean() };

/** Every line is answered; people can be notified. */
export const listClosedSchema = z.object({
  type: z.literal('list.closed.v1'),
  ...base,
  ...ofList,
  lineCount: z.int(),
});

export const listEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('list.received.v1'), ...base, ...ofList }),
  z.object({ type: z.literal('list.refused.v1'), ...base, ...ofList, reason: z.string() }),
  /** Its ranges are known and can be verified. */
  z.object({
    type: z.literal('list.planned.v1'),
    ...base,
    ...ofList,
    lineCount: z.int(),
    rangeCount: z.int(),
  }),
  z.object({
    type: z.literal('list.range-verified.v1'),
    ...base,
    ...ofList,
    range: z.int(),
    lineCount: z.int(),
  }),
  z.object({ type: z.literal('list.verified.v1'), ...base, ...ofList }),
  /** Its units are known and can be registered. */
  z.object({ type: z.literal('list.linked.v1'), ...base, ...ofList, unitCount: z.int() }),
  z.object({
    type: z.literal('list.unit-registered.v1'),
    ...base,
    ...ofList,
    unit: z.int(),
    lineCount: z.int(),
  }),
  z.object({ type: z.literal('list.registered.v1'), ...base, ...ofList }),
  listClosedSchema,
]);

const ofPerson = { registrationNumber: z.string().regex(/^\d{9}$/) };

/** What an insured person changed of their own file, and what became of it: the phone on file is notified of each. */
const ownFileEvents = [
  z.object({
    type: z.literal('account.change-requested.v1'),
    ...base,
    ...ofPerson,
    changeId: z.string().min(1),
    /** ISO date. */
    effectiveFrom: z.string(),
  }),
  z.object({
    type: z.literal('account.change-cancelled.v1'),
    ...base,
    ...ofPerson,
    changeId: z.string().min(1),
  }),
  z.object({
    type: z.literal('dependant.request-decided.v1'),
    ...base,
    ...ofPerson,
    requestId: z.string().min(1),
    isAccepted: z.boolean(),
  }),
] as const;

export const ownFileEventSchema = z.discriminatedUnion('type', ownFileEvents);

export const personEventSchema = z.discriminatedUnion('type', [
  /** Committed with the person: a number was given, for ever. */
  z.object({
    type: z.literal('person.registered.v1'),
    ...base,
    ...ofPerson,
    scheme: z.string(),
    listId: z.string(),
  }),
  z.object({
    type: z.literal('coverage.opened.v1'),
    ...base,
    ...ofPerson,
    scheme: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('coverage.closed.v1'),
    ...base,
    ...ofPerson,
    scheme: z.string(),
    reason: z.string(),
  }),
  ...ownFileEvents,
]);

/** The periodic check of rights went through the whole registry. */
export const rightsEventSchema = z.object({
  type: z.literal('rights.checked.v1'),
  ...base,
  runId: z.string().min(1),
  heldCount: z.int(),
  closedCount: z.int(),
});

export const eventSchema = z.union([
  fileEventSchema,
  claimEventSchema,
  paymentBatchEventSchema,
  listEventSchema,
  personEventSchema,
  rightsEventSchema,
]);

export type FileEvent = z.infer<typeof fileEventSchema>;
export type ClaimEvent = z.infer<typeof claimEventSchema>;
export type PaymentBatchEvent = z.infer<typeof paymentBatchEventSchema>;
export type ListEvent = z.infer<typeof listEventSchema>;
export type ListClosed = z.infer<typeof listClosedSchema>;
export type PersonEvent = z.infer<typeof personEventSchema>;
export type OwnFileEvent = z.infer<typeof ownFileEventSchema>;
export type RightsEvent = z.infer<typeof rightsEventSchema>;
export type MilafEvent = z.infer<typeof eventSchema>;

export const EVENT_SOURCE = 'milaf';
