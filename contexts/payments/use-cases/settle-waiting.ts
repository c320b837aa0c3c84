import { waitingPayment } from '#claims';
import type { Staff } from '#shared';
import type { AccessLog } from '#staff';
import type { SettledPayments, SettlePayments } from '../api/payments.ts';
import { releasePayments, type ReleasePaymentsDependencies } from './release-payments.ts';
import { settlePayment, type NotSettled } from './settle-payments.ts';

export interface SettleWaitingDependencies extends Omit<ReleasePaymentsDependencies, 'ask'> {
  readonly accesses: Pick<AccessLog, 'record'>;
}

/** Does one thing about payments that wait. Each by itself, and on record before: one that moved since does not stop the others. */
export async function settleWaiting(
  staff: Staff,
  { action, payments, order, reason }: SettlePayments,
  dependencies: SettleWaitingDependencies,
): Promise<SettledPayments> {
  const settled: SettledPayments = { done: [], refused: [] };
  for (const { claimId, version } of payments) {
    await dependencies.accesses.record({
      actor: staff.userId,
      operation: 'settlePayments',
      subject: `claim:${claimId}`,
      details: { action },
    });
    const result =
      action === 'look-again'
        ? await lookAgain(claimId, dependencies)
        : await settlePayment({ claimId, action, version, order, reason }, staff, dependencies);
    if (result === 'done') settled.done.push(claimId);
    else settled.refused.push({ claimId, code: result });
  }
  return settled;
}

/** A held payment leaves where the account is in order by now; nobody's word is needed for it. */
async function lookAgain(
  claimId: string,
  { claims, ...dependencies }: SettleWaitingDependencies,
): Promise<'done' | NotSettled> {
  const claim = await claims.find(claimId);
  if (claim === undefined) return 'CLAIM_UNKNOWN';
  if (waitingPayment(claim)?.waitsFor !== 'HELD') return 'NOT_WAITING_FOR_IT';
  const ask = (): Promise<void> => Promise.resolve();
  const released = await releasePayments({ kind: 'claim', claimId }, { ...dependencies, claims, ask });
  return released > 0 ? 'done' : 'ACCOUNT_NOT_READY';
}
