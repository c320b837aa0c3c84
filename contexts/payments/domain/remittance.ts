import type { RemittanceState } from '#claims';
import type { Centimes } from '#shared';

/**
 * Name of a remittance: the day it was opened on, and something that no other has.
 * @param day ISO date
 */
export function remittanceIdOf(day: string, unique: string): string {
  return `R${day.replaceAll('-', '')}-${unique}`;
}

/** ISO day on which a remittance was opened; undefined where its name does not say so. */
export function dayOfRemittance(remittanceId: string): string | undefined {
  const [, year, month, day] = /^R(\d{4})(\d{2})(\d{2})-/.exec(remittanceId) ?? [];
  return day === undefined ? undefined : `${year}-${month}-${day}`;
}

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
