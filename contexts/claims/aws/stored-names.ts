import type { ClaimPayment, PaymentRefusal } from '../domain/claim.ts';
import type { SubmissionSignal } from '../domain/scan-file.ts';

/**
 * The claims table keeps three names that the code has replaced: `depositDate`, `depositSignals` and `remittanceId`. They stay as
 * they are in the table, so that no item is rewritten and two versions can run side by side during a deployment.
 */

interface StoredSubmission {
  readonly depositDate: string;
  readonly depositSignals: readonly SubmissionSignal[];
}

interface Submission {
  readonly submissionDate: string;
  readonly submissionSignals: readonly SubmissionSignal[];
}

export function withSubmission<Item extends StoredSubmission>({
  depositDate: submissionDate,
  depositSignals: submissionSignals,
  ...item
}: Item): Omit<Item, keyof StoredSubmission> & Submission {
  return { ...item, submissionDate, submissionSignals };
}

export function storedSubmission<Item extends Submission>({
  submissionDate: depositDate,
  submissionSignals: depositSignals,
  ...item
}: Item): Omit<Item, keyof Submission> & StoredSubmission {
  return { ...item, depositDate, depositSignals };
}

interface StoredPayment extends Omit<ClaimPayment, 'batchId' | 'refusals'> {
  readonly remittanceId?: string | undefined;
  readonly refusals?: readonly StoredRefusal[] | undefined;
}

interface StoredRefusal extends Omit<PaymentRefusal, 'batchId'> {
  readonly remittanceId?: string | undefined;
}

export function withBatch({ remittanceId: batchId, refusals, ...payment }: StoredPayment): ClaimPayment {
  return {
    ...payment,
    batchId,
    refusals: refusals?.map(({ remittanceId, ...refusal }) => ({ ...refusal, batchId: remittanceId })),
  };
}

export function storedPayment({ batchId: remittanceId, refusals, ...payment }: ClaimPayment): StoredPayment {
  return {
    ...payment,
    remittanceId,
    refusals: refusals?.map(({ batchId, ...refusal }) => ({ ...refusal, remittanceId: batchId })),
  };
}
