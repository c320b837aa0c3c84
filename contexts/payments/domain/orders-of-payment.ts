import type { ClaimPayment } from '#claims';
import type { OrderState } from '#events';
import { dayOfRemittance } from './remittance.ts';

export interface OrderOfPayment {
  readonly attempt: number;
  readonly state: OrderState;
  readonly rib?: string | undefined;
  readonly remittanceId?: string | undefined;
  /** ISO instant at which the bank said that it did not carry it out. */
  readonly refusedAt?: string | undefined;
}

/** Every order that was made of a payment, oldest first. */
export function ordersOf(payment: ClaimPayment): readonly OrderOfPayment[] {
  const { attempt, state, rib, remittanceId, refusals = [], disputedAttempts = [attempt] } = payment;
  const orders = new Map<number, OrderOfPayment>(
    refusals.map(({ kind, saidAt, ...order }) => [
      order.attempt,
      { ...order, state: kind, refusedAt: saidAt },
    ]),
  );
  const standAs = (order: number, now: OrderState): void => {
    const before = orders.get(order) ?? { attempt: order, rib, remittanceId };
    orders.set(order, { ...before, state: now });
  };
  if (state === 'ORDERED' || state === 'ACCEPTED') standAs(attempt, 'open');
  if (state === 'PAID') standAs(payment.paidAttempt ?? attempt, 'settled');
  if (state === 'DISPUTED') for (const order of disputedAttempts) standAs(order, 'disputed');
  return [...orders.values()].toSorted((one, other) => one.attempt - other.attempt);
}

/** An order that came to another state. */
export interface OrderMove {
  /** ISO day of the remittance it went with. */
  readonly orderedOn: string;
  readonly from: OrderState;
  readonly to: OrderState;
}

/** Orders that a change of their payment brings to another state. */
export function orderMoves(before: ClaimPayment | undefined, after: ClaimPayment): OrderMove[] {
  const earlier = new Map(
    (before === undefined ? [] : ordersOf(before)).map((order) => [order.attempt, order]),
  );
  return ordersOf(after).flatMap(({ attempt, state: to, remittanceId = '' }) => {
    const from = earlier.get(attempt)?.state;
    const orderedOn = dayOfRemittance(remittanceId);
    return from === undefined || from === to || orderedOn === undefined ? [] : [{ orderedOn, from, to }];
  });
}
