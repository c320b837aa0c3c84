import type { OrderState, PaymentBatchEvent } from '#events';
import { dayOfPaymentBatch } from '#payments';
import type { Count } from './counts.ts';

/** @param orderedOn ISO day on which the order left */
export function orderCount(orderedOn: string, counter: OrderState | 'ordered', by: number): Count {
  return { place: { of: orderedOn, part: 'ORDERS' }, counter, by };
}

/** Payments that moved into a batch: each is one order more, of which nothing is known yet. */
export function countPaymentBatchEvent(event: PaymentBatchEvent): readonly Count[] {
  if (event.type !== 'payments.ordered.v1') return [];
  const orderedOn = dayOfPaymentBatch(event.remittanceId);
  const count = event.claimIds.length;
  return orderedOn === undefined
    ? []
    : [orderCount(orderedOn, 'ordered', count), orderCount(orderedOn, 'open', count)];
}
