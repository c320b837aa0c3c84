import type { Claim } from '#claims';
import type { WriteResult } from '#shared';
import type { PaymentBatch, BatchPayment } from '../domain/payment-batch.ts';

export interface SentOrder {
  readonly orderKey: string;
  readonly paymentCount: number;
  readonly totalCentimes: number;
}

export interface PaymentBatchStore {
  open(batch: PaymentBatch): Promise<void>;
  /**
   * Moves claims' payments from PENDING into an open batch, all or none.
   * @returns the claims that were refused because their payment is not pending any more; none were moved then
   */
  assign(
    batch: PaymentBatch,
    claims: readonly Claim[],
  ): Promise<'applied' | 'closed' | { readonly refused: readonly string[] }>;
  /**
   * From now on it takes no more payments.
   * @param heldBack ids of payments in it that its order leaves out: whoever seals it says so for all who write it
   */
  seal(batch: PaymentBatch, heldBack?: readonly string[]): Promise<WriteResult>;
  recordSent(batch: PaymentBatch, sent: SentOrder): Promise<WriteResult>;
  /** Nothing had moved into it before it was sealed. */
  recordEmpty(batch: PaymentBatch): Promise<WriteResult>;
  find(batchId: string): Promise<PaymentBatch | undefined>;
  payments(batchId: string): Promise<readonly BatchPayment[]>;
  /** Batches that a run left behind before they were sent. */
  listUnsent(): Promise<readonly string[]>;
}
