import type { ClaimPayment } from '#claims';
import type { OrderState } from '#events';
import { dayOfPaymentBatch } from './payment-batch.ts';

export interface OrderOfPayment {
  readonly attempt: number;
  readonly state: OrderState;
  readonly rib?: string | undefined;
  readonly batchId?: string | undefined;
  /** ISO instant at which the bank said that it did not carry it out. */
  readonly refusedAt?: string | undefined;
}

/** Every order that was made of a payment, oldest first. */
export function ordersOf(payment: ClaimPayment): readonly OrderOfPayment[] {
  const { attempt, state, rib, batchId, refusals = [], disputedAttempts = [attempt] } = payment;
  const orders = new Map<number, OrderOfPayment>(
    refusals.map(({ kind, saidAt, ...order }) => [
      order.attempt,
      { ...order, state: kind, refusedAt: saidAt },
    ]),
  );
  const standAs = (order: number, now: OrderState): void => {
    const before = orders.get(order) ?? { attempt: order, rib, batchId };
    orders.set(order, { ...before, state: now });
  };
  if (state === 'ORDERED' || state === 'ACCEPTED') standAs(attempt, 'open');
  if (state === 'PAID') standAs(payment.paidAttempt ?? attempt, 'settled');
  if (state === 'DISPUTED') for (const order of disputedAttempts) standAs(order, 'disputed');
  return [...orders.values()].toSorted((one, other) => one.attempt - other.attempt);
}

/** An order that came to another state. */
export interface OrderMove {
  /** ISO day of the batch it went with. */
  readonly orderedOn: string;
  readonly from: OrderState;
  readonly to: OrderState;
}

/** Orders that a change of their payment brings to another state. */
export function orderMoves(before: ClaimPayment | undefined, after: ClaimPayment): OrderMove[] {
  const earlier = new Map(
    (before === undefined ? [] : ordersOf(before)).map((order) => [order.attempt, order]),
  );
  return ordersOf(after).flatMap(({ attempt, state: to, batchId = '' }) => {
    const from = earlier.get(attempt)?.state;
    const orderedOn = dayOfPaymentBatch(batchId);
    return from === undefined || from === to || orderedOn === undefined ? [] : [{ orderedOn, from, to }];
  });
}
