import type { Remittance, RemittancePayment } from '../../contexts/payments/domain/remittance.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { buildPain001 } from '../../contexts/payments/domain/pain-001.ts';
import { verifyPain001 } from '../../contexts/payments/domain/verify-pain-001.ts';

/**
 * Writes the bank order of a remittance. All that is in it is frozen there, so it can be written again with the same bytes.
 * @throws Error when its own counts or sums do not hold: such an order never reaches the bank
 */
export function writeOrder(
  { remittanceId, createdAt, debtor }: Remittance,
  payments: readonly RemittancePayment[],
): string {
  const xml = buildPain001({
    remittance: { remittanceId, createdAt, executionDate: dayInMorocco(new Date(createdAt)) },
    debtor,
    payments,
  });
  const faults = verifyPain001(xml);
  if (faults.length > 0)
    throw new Error(`The order of remittance ${remittanceId} does not hold: ${faults.join('; ')}`);
  return xml;
}
