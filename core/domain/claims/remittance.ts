import type { Centimes } from '../money.ts';
import type { RemittanceState } from './states.ts';

/** One payment as it was frozen into a remittance. */
export interface RemittancePayment {
  readonly paymentId: string;
  readonly claimId: string;
  readonly attempt: number;
  readonly amountCentimes: Centimes;
  readonly rib: string;
}

/** Who pays, as the bank is told. */
export interface Debtor {
  readonly name: string;
  readonly rib: string;
  readonly bic: string;
}

export interface Remittance {
  readonly remittanceId: string;
  readonly state: RemittanceState;
  readonly version: number;
  /** ISO instant. */
  readonly createdAt: string;
  /** Frozen when the remittance is opened. */
  readonly debtor: Debtor;
  readonly paymentCount?: number | undefined;
  readonly totalCentimes?: Centimes | undefined;
  /** Object key of the bank order. */
  readonly orderKey?: string | undefined;
}
