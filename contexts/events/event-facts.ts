import * as z from 'zod';
import { schemeSchema } from '#shared';
import { orderStates } from './order-states.ts';

/** Who the fund pays: the insured, or in their place the establishment that cared for them (tiers payant). */
export const payees = ['insured', 'establishment'] as const;

/**
 * What stands beside an event in its item, so that figures are added up from the stream alone: whoever counts needs no right to
 * read a claim. Never leaves the tables, and holds nothing about a person.
 */
export const eventFactsSchema = z.object({
  /** ISO date: the day the channel took the paper in. */
  depositDate: z.iso.date().optional(),
  pageCount: z.int().optional(),
  scheme: schemeSchema.optional(),
  /** Of a payment. */
  amountCentimes: z.int().optional(),
  /** Of a payment: who is paid, in kind; absent in records of before. */
  payee: z.enum(payees).optional(),
  /** Of a payment: orders to the bank that this brings to another state, by the day they left. */
  orderMoves: z
    .array(z.object({ orderedOn: z.iso.date(), from: z.enum(orderStates), to: z.enum(orderStates) }))
    .optional(),
  /** The bank had said before that it paid this order. */
  isKnownPaid: z.boolean().optional(),
  /** Nobody had processed the claim before it was decided. */
  isFirstDecision: z.boolean().optional(),
  /** Days since submission in which the claim waited for a document that was asked for. */
  suspendedDays: z.int().min(0).optional(),
});
/** The same beside what was done in a review. */
export const reviewFactsSchema = z.object({
  /** ISO instant at which whoever works on it took it. */
  takenAt: z.iso.datetime().optional(),
  /** Of a claim that was keyed twice: whether both keyed the same. */
  isEqual: z.boolean().optional(),
});
export type ReviewFacts = z.infer<typeof reviewFactsSchema>;

export type EventFacts = z.infer<typeof eventFactsSchema>;
