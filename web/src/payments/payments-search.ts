import type { PaymentQueue } from '../../../contexts/payments/api/payments.ts';

/** In the order in which they are shown: the worst first. */
export const queues = ['disputed', 'refused', 'held'] as const satisfies readonly PaymentQueue[];

/** Which payments are shown; stands in the address, so that coming back finds them. */
export interface PaymentsSearch {
  readonly queue?: PaymentQueue;
}

/** Reads the address; what it does not know is left out. */
export function paymentsSearchOf(search: Record<string, unknown>): PaymentsSearch {
  const queue = queues.find((known) => known === search['queue']);
  return queue === undefined ? {} : { queue };
}
