import * as z from 'zod';
import { type Claim, type ClaimQueue, isOfRest, waitingPayment } from '#claims';
import type { RuleBook } from '#rules';
import { type Clock, dayInMorocco, readPlace, type Staff, writePlace } from '#shared';
import type { AccessLog } from '#staff';
import type { PaymentQueue, WaitingPayment, WaitingPayments } from '../api/payments.ts';
import { ordersOf } from '../domain/orders-of-payment.ts';
import { refusalCause } from '../domain/reason-cause.ts';
import type { WaitingClaims } from '../ports/waiting-claims.ts';

const PAGE_LENGTH = 50;
const placeSchema = z.object({ after: z.string().max(100) });

const queueOf: Readonly<Record<PaymentQueue, ClaimQueue>> = {
  disputed: 'PAYMENT_DISPUTED',
  refused: 'PAYMENT_REFUSED',
  held: 'PAYMENT_HELD',
};

export interface ListPaymentsDependencies {
  readonly waiting: Pick<WaitingClaims, 'list'>;
  readonly accesses: Pick<AccessLog, 'record'>;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

/** Payments that wait for people, or for the insured. Nobody's name or number is in it; that someone looked is on record. */
export async function listPayments(
  { userId }: Pick<Staff, 'userId'>,
  query: { readonly queue: PaymentQueue; readonly cursor?: string | undefined },
  { waiting, accesses, rules, clock }: ListPaymentsDependencies,
): Promise<WaitingPayments> {
  const after = readPlace(placeSchema, query.cursor)?.after;
  const page = await waiting.list(queueOf[query.queue], { limit: PAGE_LENGTH, after });
  await accesses.record({
    actor: userId,
    operation: 'listPayments',
    subject: 'search',
    details: { queue: query.queue, found: page.claims.length },
  });
  const today = dayInMorocco(clock());
  return {
    payments: page.claims
      .flatMap((claim) => viewOf(claim, rules, today))
      .toSorted((one, other) => ((one.since ?? '') < (other.since ?? '') ? -1 : 1)),
    nextCursor: writePlace(page.next === undefined ? undefined : { after: page.next }),
  };
}

function viewOf(claim: Claim, rules: RuleBook, today: string): WaitingPayment[] {
  const { claimId, version } = claim;
  const waiting = waitingPayment(claim);
  if (waiting === undefined) return [];
  const { settlement, payment } = waiting;
  const { state, disputedBecause, heldReason, returnReason, amountCentimes, since, settledBy } = payment;
  const orders = ordersOf(payment);
  const account = payment.rib ?? orders.at(-1)?.rib ?? payment.refusedRib ?? payment.returnedRib;
  const isDisputed = state === 'DISPUTED';
  return [
    {
      claimId,
      version,
      settlement,
      isOfRest: isOfRest(claim, settlement),
      reason: (isDisputed ? disputedBecause : (returnReason ?? heldReason)) ?? 'NOT_GIVEN',
      cause:
        isDisputed || returnReason === undefined
          ? undefined
          : refusalCause([{ code: returnReason }], rules, today),
      amountCentimes,
      payeeInpe: payment.payeeInpe,
      since,
      orderCount: orders.length,
      accountEnding: account?.slice(-4),
      settledBy,
      saidAfterDeath: payment.saidAfterDeath,
    },
  ];
}
