import { parsePain002 } from '../domain/payments/pain-002.ts';
import { outcomesOf, type PaymentOutcome } from '../domain/payments/payment-outcomes.ts';
import type { RemittancePayment } from '../domain/claims/remittance.ts';
import type { BankOutcome, ClaimStore, RemittanceStore } from '../ports/claims.ts';
import type { BankExchange } from '../ports/documents.ts';

export interface ApplyBankAnswerDependencies {
  readonly bank: BankExchange;
  readonly claims: ClaimStore;
  readonly remittances: RemittanceStore;
}

export interface AppliedBankAnswer {
  readonly remittanceId: string;
  readonly paidCount: number;
  readonly acceptedCount: number;
  readonly returnedCount: number;
  /** Codes of what a person must look at. */
  readonly problems: readonly string[];
}

/** The answer is about an order that Milaf never sent. */
export class UnknownRemittanceError extends Error {
  override name = 'UnknownRemittanceError';
}

/**
 * Applies an answer of the bank (pain.002) to the payments of its remittance: paid, accepted, or returned and reopened. The
 * same answer again changes nothing, an older one changes nothing that is known better.
 * @throws BankAnswerError when the file is no such answer
 * @throws UnknownRemittanceError
 * @throws Error when a claim was changed at the same moment: the message is tried again
 */
export async function applyBankAnswer(
  key: string,
  { bank, claims, remittances }: ApplyBankAnswerDependencies,
): Promise<AppliedBankAnswer> {
  const answer = parsePain002(await bank.readAnswer(key));
  const remittanceId = answer.originalMessageId;
  const payments = await remittances.payments(remittanceId);
  if (payments.length === 0)
    throw new UnknownRemittanceError('The bank answers an order that was not sent from here');
  const { outcomes, problems } = outcomesOf(answer, {
    id: remittanceId,
    paymentIds: payments.map(({ paymentId }) => paymentId),
  });
  const byId = new Map(payments.map((payment) => [payment.paymentId, payment]));
  const applied = { paidCount: 0, acceptedCount: 0, returnedCount: 0 };
  for (const outcome of outcomes) {
    const payment = byId.get(outcome.paymentId);
    if (payment === undefined || outcome.outcome === 'unchanged') continue;
    if (await applyOne(payment, outcome, claims)) applied[`${outcome.outcome}Count`] += 1;
  }
  return { remittanceId, ...applied, problems: problems.map(({ code }) => code) };
}

type SaidOutcome = Exclude<PaymentOutcome, { outcome: 'unchanged' }>;

async function applyOne(payment: RemittancePayment, said: SaidOutcome, claims: ClaimStore): Promise<boolean> {
  const claim = await claims.find(payment.claimId);
  if (claim === undefined)
    throw new Error(`Claim ${payment.claimId} was ordered but is not in the claims table`);
  const result = await claims.applyBankOutcome(claim, toBankOutcome(payment.attempt, said));
  if (result === 'refused')
    throw new Error(`Claim ${payment.claimId} was changed while the answer was applied`);
  return result === 'applied';
}

function toBankOutcome(attempt: number, said: SaidOutcome): BankOutcome {
  return said.outcome === 'returned'
    ? { kind: 'returned', attempt, reason: said.reasonCode }
    : { kind: said.outcome, attempt };
}
