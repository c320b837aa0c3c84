import { applyBankAnswer } from '../../contexts/payments/use-cases/apply-bank-answer.ts';
import { settlePayment, type SettlePayment } from '../../contexts/payments/use-cases/settle-payments.ts';
import type { Account } from '../../contexts/registry/records/registry-records.ts';
import { messageKinds } from '../../contexts/messaging/domain/message-event.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { answerXml } from '../unit/payments/domain/support/answers.ts';
import { claimWith } from './claim-examples.ts';
import { PaymentWorld } from './payment-world.ts';
import { noProviderAccounts, personFile } from './person-files.ts';

const NUMBER = '104725831';
export const OLD = '011519000001205000534921';
export const NEW = '007108000779200030312071';
const DAY = '2026-11-20';

/** Two claims of a person that are ordered together. */
export class Answered {
  readonly accounts: Account[] = [account(OLD)];
  readonly world = new PaymentWorld(
    () => new Date(`${DAY}T12:00:00.000Z`),
    () => ({ ...personFile(), accounts: this.accounts }),
  );
  batchId = '';

  async order(): Promise<void> {
    for (const claimId of ['P', 'Q'])
      this.world.put(
        claimWith({
          claimId,
          version: 2,
          registrationNumber: NUMBER,
          payment: { state: 'PENDING', attempt: 1, amountCentimes: 10_000, rib: OLD },
        }),
      );
    const run = await this.world.run();
    this.batchId = run.batchIds[0] ?? '';
  }

  answer(xml: string) {
    return applyBankAnswer('answers/a.xml', {
      bank: { readAnswer: () => Promise.resolve(xml) },
      claims: this.world.claims,
      batches: this.world.batches,
      rules: currentRuleBook(),
      clock: () => new Date(`${DAY}T12:00:00.000Z`),
    });
  }

  /** The insured gives another account, and the payments are run. */
  async giveAccount(): Promise<void> {
    this.accounts.push({ ...account(NEW), from: DAY });
    this.world.messages.push({ kind: 'person', registrationNumber: NUMBER });
    await this.world.drain();
    await this.world.run();
  }

  /** What someone says of a payment. */
  settle(
    claimId: string,
    action: SettlePayment['action'],
    userId: string,
    more: Partial<Omit<SettlePayment, 'claimId' | 'action'>> = {},
  ) {
    return settlePayment({ claimId, action, ...more }, { userId }, this.dependencies);
  }

  get dependencies() {
    return {
      claims: this.world.claims,
      registry: {
        ...noProviderAccounts,
        findPersonFile: () => Promise.resolve({ ...personFile(), accounts: this.accounts }),
      },
      clock: () => new Date(`${DAY}T12:00:00.000Z`),
    };
  }

  /** What the bank says of one payment, at a minute of the day. */
  say(paymentId: string, minute: number, status: string, reason?: string) {
    const batchId = this.batchIds.find((id) =>
      this.world.atBank.get(id)?.some((payment) => payment.paymentId === paymentId),
    );
    const id = batchId ?? this.batchId;
    const transactions = [{ id: paymentId, status, ...(reason === undefined ? {} : { reason }) }];
    const xml = answerXml({ originalMessageId: id, blocks: [{ id, transactions }] });
    return this.answer(xml.replace(/(<CreDtTm>)[^<]*/, `$1${DAY}T10:${String(minute).padStart(2, '0')}:00Z`));
  }

  get batchIds(): readonly string[] {
    return [...this.world.atBank.keys()];
  }

  payment(claimId: string) {
    return this.world.find(claimId)?.payment;
  }

  get texts(): readonly (string | undefined)[] {
    return this.world.events.flatMap((event) => ('claimId' in event ? [messageKinds[event.type]] : []));
  }
}

function account(rib: string): Account {
  return { type: 'account', registrationNumber: NUMBER, rib, from: '2020-01-01' };
}
