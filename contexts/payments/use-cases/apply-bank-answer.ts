import { type BankStatement, type ClaimStore, paymentAt } from '#claims';
import type { RuleBook } from '#rules';
import { type Clock, dayInMorocco } from '#shared';
import { believableInstant } from '../domain/bank-values.ts';
import { parsePain002 } from '../domain/pain-002.ts';
import { outcomesOf, type PaymentOutcome } from '../domain/payment-outcomes.ts';
import { refusalCause } from '../domain/reason-cause.ts';
import { dayOfPaymentBatch, type BatchPayment } from '../domain/payment-batch.ts';
import type { PaymentBatchStore } from '../ports/payment-batch-store.ts';
import type { BankExchange } from '../ports/bank-exchange.ts';
import { isOrderable } from '../domain/pain-001.ts';

export interface ApplyBankAnswerDependencies {
  readonly bank: Pick<BankExchange, 'readAnswer'>;
  readonly claims: Pick<ClaimStore, 'find' | 'movePayment'>;
  readonly batches: Pick<PaymentBatchStore, 'find' | 'payments'>;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

type SaidOutcome = Exclude<PaymentOutcome, { outcome: 'unchanged' }>;

export interface AppliedBankAnswer {
  readonly batchId: string;
  /** Payments that changed, by what the bank said of them. */
  readonly counts: Readonly<Record<SaidOutcome['outcome'], number>>;
  /** Codes of what a person must look at. */
  readonly problems: readonly string[];
}

/** The answer is about an order that Milaf never sent. */
export class UnknownPaymentBatchError extends Error {
  override name = 'UnknownPaymentBatchError';
}

/**
 * Applies an answer of the bank (pain.002) to the payments of its batch: paid, accepted, returned, refused or disputed. The
 * same answer again changes nothing, an older one changes nothing that is known better.
 * @throws BankAnswerError when the file is no such answer
 * @throws UnknownPaymentBatchError
 * @throws Error when a claim was changed at the same moment: the message is tried again
 */
export async function applyBankAnswer(
  key: string,
  { bank, claims, batches, rules, clock }: ApplyBankAnswerDependencies,
): Promise<AppliedBankAnswer> {
  const answer = parsePain002(await bank.readAnswer(key));
  const batchId = answer.originalMessageId;
  // What is still being filled cannot have been refused: a payment would leave with it, and once more in another order. A sealed
  // one may be with the bank already, where the run that wrote it died.
  const batch = await batches.find(batchId);
  if (batch?.state === 'OPEN')
    throw new UnknownPaymentBatchError('The bank answers an order that has not left yet');
  // What cannot be ordered, and what was held back after a death, was taken out of the order before it was written.
  const heldBack = new Set(batch?.heldBack);
  const payments = (await batches.payments(batchId)).filter(
    (payment) => isOrderable(payment) && !heldBack.has(payment.paymentId),
  );
  if (payments.length === 0)
    throw new UnknownPaymentBatchError('The bank answers an order that was not sent from here');
  const now = clock();
  const today = dayInMorocco(now);
  const saidAt = believableInstant(answer.createdAt, { orderedOn: dayOfPaymentBatch(batchId), now });
  const { outcomes, problems } = outcomesOf(answer, { id: batchId, payments }, (reasons) =>
    refusalCause(reasons, rules, today),
  );
  const byId = new Map(payments.map((payment) => [payment.paymentId, payment]));
  const counts = { paid: 0, accepted: 0, returned: 0, refused: 0, disputed: 0 };
  const conflicts: string[] = [];
  for (const outcome of outcomes) {
    const payment = byId.get(outcome.paymentId);
    if (payment === undefined || outcome.outcome === 'unchanged') continue;
    const moved = await applyOne(payment, statementOf(payment.attempt, saidAt, outcome), claims);
    if (moved === undefined) continue;
    counts[moved === 'DISPUTED' ? 'disputed' : outcome.outcome] += 1;
    // The answer by itself is sound, and contradicts an earlier one.
    if (moved === 'DISPUTED' && outcome.outcome !== 'disputed')
      conflicts.push('CONFLICTS_WITH_EARLIER_ANSWER');
  }
  return { batchId, counts, problems: [...problems.map(({ code }) => code), ...conflicts] };
}

/** @returns the state that the payment came to; undefined where the answer changed nothing */
async function applyOne(
  payment: BatchPayment,
  statement: BankStatement,
  claims: ApplyBankAnswerDependencies['claims'],
): Promise<string | undefined> {
  const claim = await claims.find(payment.claimId);
  if (claim === undefined)
    throw new Error(`Claim ${payment.claimId} was ordered but is not in the claims table`);
  const { settlement = 1 } = payment;
  const moved = await claims.movePayment(claim, { kind: 'apply-statement', statement }, { settlement });
  if (moved.result === 'refused')
    throw new Error(`Claim ${payment.claimId} was changed while the answer was applied`);
  // What comes while it is frozen is kept for those who settle it; it was counted when it was frozen.
  const isNews = moved.result === 'applied' && paymentAt(claim, settlement)?.state !== 'DISPUTED';
  return isNews ? moved.payment.state : undefined;
}

function statementOf(attempt: number, saidAt: string | undefined, said: SaidOutcome): BankStatement {
  const common = { attempt, saidAt };
  switch (said.outcome) {
    case 'returned':
    case 'refused':
      return {
        kind: said.outcome,
        ...common,
        reason: said.reasonCode,
        ...(said.isOfDeceased === true && { isOfDeceased: true }),
      };
    case 'disputed':
      return { kind: said.outcome, ...common, because: said.because };
    case 'accepted':
    case 'paid':
      return { kind: said.outcome, ...common };
  }
}
