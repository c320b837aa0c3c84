import type { Claim } from '#claims';
import type { WriteResult } from '#shared';
import type { Remittance, RemittancePayment } from '../domain/remittance.ts';

export interface SentOrder {
  readonly orderKey: string;
  readonly paymentCount: number;
  readonly totalCentimes: number;
}

export interface RemittanceStore {
  open(remittance: Remittance): Promise<void>;
  /**
   * Moves claims' payments from PENDING into an open remittance, all or none.
   * @returns the claims that were refused because their payment is not pending any more; none were moved then
   */
  assign(
    remittance: Remittance,
    claims: readonly Claim[],
  ): Promise<'applied' | 'closed' | { readonly refused: readonly string[] }>;
  /** From now on it takes no more payments. */
  seal(remittance: Remittance): Promise<WriteResult>;
  recordSent(remittance: Remittance, sent: SentOrder): Promise<WriteResult>;
  /** Nothing had moved into it before it was sealed. */
  recordEmpty(remittance: Remittance): Promise<WriteResult>;
  find(remittanceId: string): Promise<Remittance | undefined>;
  payments(remittanceId: string): Promise<readonly RemittancePayment[]>;
  /** Remittances that a run left behind before they were sent. */
  listUnsent(): Promise<readonly string[]>;
}
