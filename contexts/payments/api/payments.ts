import * as z from 'zod';
import { afterDeath, claimIdParamsSchema, heldReasons, paymentMachine } from '#claims';
import { orderStates, settledAs } from '#events';
import { cleanText, cursorSchema, stateOf } from '#shared';
import { MOST_SETTLED } from './payment-limits.ts';

/** Payments that wait for people: `/api/console/payments`. Accounts are masked but for those who compare them with the bank. */

/** `held` payments wait for the insured; they are shown, so that nobody has to guess where they are. */
export const paymentQueues = ['disputed', 'refused', 'held'] as const;

/**
 * What people do about a payment.
 *
 * - `order-again`: the bank refused for a reason of ours that is gone; it leaves again, to the account on file
 * - `ask-account`: the account was at fault after all; the insured is asked for another one by SMS
 * - `settle-paid`, `settle-not-paid`: what the bank told people became of a disputed payment
 * - `pay-after-death`, `close-after-death`: whoever is paid has died. It goes to the account on file, or is not paid from here; each is
 *   done when somebody else says it, too
 */
export const settleActions = [
  'order-again',
  'ask-account',
  'settle-paid',
  'settle-not-paid',
  'pay-after-death',
  'close-after-death',
] as const;
/** `look-again`: whether the account of a held payment is in order by now. */
export const paymentActions = [...settleActions, 'look-again'] as const;

export const paymentQuerySchema = z.object({
  queue: z.enum(paymentQueues).default('disputed'),
  cursor: cursorSchema,
});

const refusalCauses = ['account', 'deceased', 'payer', 'duplicate', 'unknown'] as const;

/** Which payment of its claim: 1 of what was certain at once or an establishment is paid, 2 of the other lines. */
const settlement = z.union([z.literal(1), z.literal(2)]);

/** Whether it is of lines that waited for people while the others were paid. */
const isOfRest = z.boolean();

/** INPE of the establishment that is paid in place of the insured; left out where the insured is paid. */
const payeeInpe = z.string().optional();

export const waitingPaymentSchema = z
  .object({
    claimId: z.string(),
    /** To be given back with what is done: what moved since is not moved again. */
    version: z.int(),
    settlement,
    isOfRest,
    /** Code of the bank, what cannot be true, or what the payment waits for. */
    reason: z.string(),
    /** Whose fault a refusal is, as far as the table of reasons knows. */
    cause: z.enum(refusalCauses).optional(),
    amountCentimes: z.int(),
    payeeInpe,
    /** ISO instant; left out where it is not known any more. */
    since: z.string().optional(),
    /** How many orders were made of it. */
    orderCount: z.int(),
    accountEnding: z.string().optional(),
    /** Who said the first word on it: that disputed money was not paid, or what becomes of it after a death. Somebody else says the next. */
    settledBy: z.string().optional(),
    saidAfterDeath: z.enum(afterDeath).optional(),
  })
  .meta({ id: 'WaitingPayment' });

export const waitingPaymentsSchema = z
  .object({
    /** The oldest of the page first. */
    payments: z.array(waitingPaymentSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'WaitingPayments' });

/** Masked unless the reader may compare it with the bank's. */
const account = z.string();

export const paymentOrderSchema = z
  .object({
    /** 1 for the first order of the payment. */
    order: z.int(),
    /** What the bank calls it (EndToEndId). */
    paymentId: z.string(),
    remittanceId: z.string().optional(),
    state: z.enum(orderStates),
    account: account.optional(),
  })
  .meta({ id: 'PaymentOrder' });

export const bankSaidSchema = z
  .object({
    order: z.int(),
    kind: z.enum(['accepted', 'paid', 'returned', 'refused', 'disputed']),
    /** ISO instant at which the bank said so; left out where it does not say when. */
    saidAt: z.string().optional(),
    /** Code of the bank, or what cannot be true. */
    reason: z.string().optional(),
  })
  .meta({ id: 'BankSaid' });

export const paymentStepSchema = z
  .object({
    /** ISO instant at which it was applied here. */
    at: z.string(),
    what: z.enum(['released', 'accepted', 'paid', 'returned', 'refused', 'disputed', 'settled']),
    settlement,
    order: z.int(),
    code: z.string().optional(),
    /** Who did it; left out where Milaf did. */
    by: z.string().optional(),
    settledAs: z.enum(settledAs).optional(),
    /** What they wrote. */
    text: z.string().optional(),
  })
  .meta({ id: 'PaymentStep' });

export const paymentActionSchema = z
  .object({
    action: z.enum(paymentActions),
    /** Code of the reason for which this reader cannot do it now; left out where they can. */
    whyNot: z.string().optional(),
  })
  .meta({ id: 'PaymentAction' });

export const paymentViewSchema = z
  .object({
    claimId: z.string(),
    version: z.int(),
    settlement,
    isOfRest,
    state: stateOf(paymentMachine),
    heldReason: z.enum(heldReasons).optional(),
    /** What cannot be true; code of the bank's last refusal. */
    disputedBecause: z.string().optional(),
    returnReason: z.string().optional(),
    cause: z.enum(refusalCauses).optional(),
    amountCentimes: z.int(),
    payeeInpe,
    since: z.string().optional(),
    settledBy: z.string().optional(),
    /** After a death: what they said of it, which somebody else confirms. */
    saidAfterDeath: z.enum(afterDeath).optional(),
    /** Whether the registry says by now that the insured has died, whatever became of the payment. */
    isInsuredDeceased: z.boolean(),
    /** The other payment of the claim, where some of its lines were paid apart. */
    other: z
      .object({ settlement, state: stateOf(paymentMachine), amountCentimes: z.int(), payeeInpe })
      .optional(),
    isAccountMasked: z.boolean(),
    /** Where an order made now would go; left out where no account is in order. */
    accountOnFile: account.optional(),
    /** Oldest first. */
    orders: z.array(paymentOrderSchema),
    /** Orders of which one may have been paid, while the payment is disputed. */
    ordersInQuestion: z.array(z.int()),
    /** What the bank said of frozen orders, as it came. */
    heard: z.array(bankSaidSchema),
    /** What each answer and each person made of it, oldest first. */
    steps: z.array(paymentStepSchema),
    /** What may be done in this state. */
    actions: z.array(paymentActionSchema),
  })
  .meta({ id: 'PaymentView' });

export const paymentParamsSchema = claimIdParamsSchema;

export const settlePaymentsSchema = z
  .strictObject({
    action: z.enum(paymentActions),
    payments: z
      .array(z.strictObject({ claimId: z.string().max(40), version: z.int() }))
      .min(1)
      .max(MOST_SETTLED),
    /** Of `settle-paid`, where several orders are in question: which one was paid. */
    order: z.int().positive().optional(),
    /** Why, for the record; without names and numbers of people. */
    reason: z.string().overwrite(cleanText).min(5).max(500),
  })
  .meta({ id: 'SettlePayments' });

export const settledPaymentsSchema = z
  .object({
    done: z.array(z.string()),
    /** Payments that were not moved, with the code of the reason. */
    refused: z.array(z.object({ claimId: z.string(), code: z.string() })),
  })
  .meta({ id: 'SettledPayments' });

export type PaymentQueue = (typeof paymentQueues)[number];
export type SettleAction = (typeof settleActions)[number];
export type PaymentAction = (typeof paymentActions)[number];
export type WaitingPayment = z.infer<typeof waitingPaymentSchema>;
export type WaitingPayments = z.infer<typeof waitingPaymentsSchema>;
export type PaymentOrder = z.infer<typeof paymentOrderSchema>;
export type PaymentStep = z.infer<typeof paymentStepSchema>;
export type PaymentView = z.infer<typeof paymentViewSchema>;
export type SettlePayments = z.infer<typeof settlePaymentsSchema>;
export type SettledPayments = z.infer<typeof settledPaymentsSchema>;
