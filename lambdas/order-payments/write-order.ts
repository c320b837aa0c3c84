import type { OrderPaymentsDependencies } from '../../core/application/order-payments.ts';
import { buildPain001 } from '../../core/domain/payments/pain-001.ts';
import type { Env } from './env.ts';

type Debtor = Pick<Env, 'DEBTOR_NAME' | 'DEBTOR_RIB' | 'DEBTOR_BIC'>;

/** Writes bank orders of this debtor. All that is in them is frozen in the remittance, so they can be written again. */
export function createWriteOrder(debtor: Debtor): OrderPaymentsDependencies['writeOrder'] {
  return ({ remittanceId, createdAt }, payments) =>
    buildPain001({
      remittance: { remittanceId, createdAt, executionDate: createdAt.slice(0, 10) },
      debtor: { name: debtor.DEBTOR_NAME, rib: debtor.DEBTOR_RIB, bic: debtor.DEBTOR_BIC },
      payments,
    });
}
