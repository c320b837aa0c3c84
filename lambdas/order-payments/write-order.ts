import type { PaymentBatch, BatchPayment } from '../../contexts/payments/domain/payment-batch.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { buildPain001 } from '../../contexts/payments/domain/pain-001.ts';
import { verifyPain001 } from '../../contexts/payments/domain/verify-pain-001.ts';

/**
 * Writes the bank order of a batch. All that is in it is frozen there, so it can be written again with the same bytes.
 * @throws Error when its own counts or sums do not hold: such an order never reaches the bank
 */
export function writeOrder(
  { batchId, createdAt, debtor }: PaymentBatch,
  payments: readonly BatchPayment[],
): string {
  const xml = buildPain001({
    batch: { batchId, createdAt, executionDate: dayInMorocco(new Date(createdAt)) },
    debtor,
    payments,
  });
  const faults = verifyPain001(xml);
  if (faults.length > 0) throw new Error(`The order of batch ${batchId} does not hold: ${faults.join('; ')}`);
  return xml;
}
