import {
  orderPayments,
  type OrderPaymentsDependencies,
} from '../../contexts/payments/use-cases/order-payments.ts';
import type { LogFields } from '../runtime/log.ts';
import { logInfo } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: OrderPaymentsDependencies) {
  return async (): Promise<LogFields> => {
    const run = await orderPayments(dependencies);
    for (const batchId of run.batchIds) logInfo('PAYMENTS_ORDERED', { batchId });
    count('PaymentsOrdered', run.paymentCount);
    count('PaymentsTakenOut', run.takenOutCount);
    count('PaymentsHeldForDeath', run.heldForDeathCount);
    return { outcome: 'ordered', count: run.paymentCount, amountCentimes: run.totalCentimes };
  };
}
