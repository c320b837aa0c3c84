import { Temporal } from 'temporal-polyfill';
import { applyBankAnswer } from '../../contexts/payments/use-cases/apply-bank-answer.ts';
import { settlePayment, type SettlePayment } from '../../contexts/payments/use-cases/settle-payments.ts';
import { settleActions, type SettleAction } from '../../contexts/payments/api/payments.ts';
import type { Account, ProviderAccount } from '../../contexts/registry/records/registry-records.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import { paymentIdOf, waitingPayment } from '../../contexts/claims/domain/payments-of-claim.ts';
import { ribKey } from '../../contexts/shared/identifiers/rib.ts';
import { ordersInQuestion } from '../../contexts/payments/domain/decide-payment.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { seededRandom } from '../../local/samples/random.ts';
import { claimWith } from './claim-examples.ts';
import { Killer, wasKilled } from './killing.ts';
import { PaymentWorld } from './payment-world.ts';
import { personFile } from './person-files.ts';
import { answerOf, SimulatedBank, type Fate, type Said } from './simulated-bank.ts';

const NUMBER = '104725831';
const DAY = '2026-03-02';
/** Of the last one, an establishment is paid some lines, and the insured the others. */
export const CLAIMS = ['C1', 'C2', 'C3', 'C4'];
const INPE = '091024578';
const SECOND_CENTIMES = 20_000;
const ESTABLISHMENT_ACCOUNTS = 1000;
/** Long before, so that each account of the establishment has a day of its own that has come. */
const START = Temporal.PlainDate.from('2020-01-01');
const rules = currentRuleBook();

const rib = (account: number) => {
  const first22 = `011780${String(account).padStart(16, '0')}`;
  return `${first22}${ribKey(first22)}`;
};

/** Some banks do not say when; clocks of others are years ahead or were never set. */
export type Dating = 'true' | 'none' | 'ahead' | 'never-set';
const DATES: Readonly<Record<Exclude<Dating, 'true'>, string>> = {
  none: '',
  ahead: '<CreDtTm>2099-01-01T00:00:00Z</CreDtTm>',
  'never-set': '<CreDtTm>1970-01-01T00:00:00Z</CreDtTm>',
};

export type TreasuryStep =
  | { readonly what: 'run' | 'drain' | 'account' }
  /** Somebody loads an account of the establishment; another time it is confirmed. */
  | { readonly what: 'establishment-account'; readonly isConfirmed: boolean }
  /** The lines of a claim that waited for people are decided. */
  | { readonly what: 'rest'; readonly claim: number }
  | {
      readonly what: 'tell';
      readonly which: number;
      readonly isGroup: boolean;
      readonly dating: Dating;
    }
  | {
      readonly what: 'settle';
      readonly claim: number;
      readonly action: SettleAction;
      readonly by: string;
      /** Acts on what was seen some steps ago. */
      readonly isStale: boolean;
    };

/** Claims that are paid through a simulated bank, by functions that may die and people who tell the truth. */
export class Treasury {
  readonly accounts: Account[] = [];
  readonly establishmentAccounts: ProviderAccount[] = [];
  readonly world = new PaymentWorld(
    () => new Date(`${DAY}T12:00:00.000Z`),
    () => ({ ...personFile(), accounts: this.accounts }),
    () => this.establishmentAccounts,
  );
  readonly bank: SimulatedBank;
  readonly #killer: Killer;
  /** What people have on their screens. */
  readonly #seen = new Map<string, number>();
  asked = 0;

  constructor(chosen: readonly Fate[], seed: number) {
    this.bank = new SimulatedBank(chosen);
    this.#killer = new Killer(seededRandom(seed), 0.05, 3);
    this.giveAccount();
    for (const [index, claimId] of CLAIMS.entries()) {
      const common = { attempt: 1, amountCentimes: 10_000 + index };
      const isEstablishments = claimId === CLAIMS.at(-1);
      this.world.put(
        claimWith({
          claimId,
          version: 2,
          registrationNumber: NUMBER,
          payment: isEstablishments
            ? { state: 'HELD', ...common, payeeInpe: INPE, heldReason: 'ACCOUNT_MISSING' }
            : { state: 'PENDING', ...common, rib: rib(1) },
        }),
      );
      if (isEstablishments) this.payRest(claimId);
    }
  }

  /** Each account takes the place of the one before it, whose confirmation it does not have. */
  giveEstablishmentAccount(isConfirmed: boolean): void {
    const count = this.establishmentAccounts.length;
    const last = this.establishmentAccounts.at(-1);
    const confirmed = { on: DAY, reference: 'letter' };
    if (isConfirmed && last !== undefined && last.confirmed === undefined)
      this.establishmentAccounts.splice(-1, 1, { ...last, confirmed });
    else
      this.establishmentAccounts.push({
        type: 'provider-account',
        inpe: INPE,
        rib: rib(ESTABLISHMENT_ACCOUNTS + count),
        from: START.add({ days: count }).toString(),
        ...(isConfirmed && { confirmed }),
      });
    this.world.messages.push({ kind: 'provider', inpe: INPE });
  }

  /** Whether an order of a payment went to an account of whoever it pays, and to one of the establishment that was confirmed. */
  isAccountOf(payeeInpe: string | undefined, account: string): boolean {
    return payeeInpe === undefined
      ? this.accounts.some((one) => one.rib === account)
      : this.establishmentAccounts.some((one) => one.rib === account && one.confirmed !== undefined);
  }

  /** Makes the second payment of a claim, once, to the account on file. */
  payRest(claimId: string): void {
    const claim = this.world.find(claimId);
    if (claim === undefined || claim.secondPayment !== undefined) return;
    const account = this.accounts.at(-1)?.rib;
    const version = claim.version + 1;
    const amountCentimes = SECOND_CENTIMES + CLAIMS.indexOf(claimId);
    const secondPayment = { state: 'PENDING', attempt: 1, amountCentimes, rib: account } as const;
    this.world.put({ ...claim, version, secondPayment });
  }

  giveAccount(): void {
    const account = rib(this.accounts.length + 1);
    this.accounts.push({ type: 'account', registrationNumber: NUMBER, rib: account, from: DAY });
    this.world.messages.push({ kind: 'person', registrationNumber: NUMBER });
  }

  /** Does a step; the function that does it may die on the way, and its message is delivered again another time. */
  async act(one: TreasuryStep): Promise<void> {
    try {
      await this.#act(one);
    } catch (error) {
      const isRetried = error instanceof Error && error.message.includes('was changed while');
      if (!wasKilled(error) && !isRetried) throw error;
    }
    this.bank.receive(this.world.atBank);
  }

  async #act(one: TreasuryStep): Promise<void> {
    switch (one.what) {
      case 'run':
        await this.world.run((part) => this.#killer.mortal(part));
        return;
      case 'drain':
        return this.world.drain();
      case 'account':
        this.giveAccount();
        return;
      case 'establishment-account':
        this.giveEstablishmentAccount(one.isConfirmed);
        return;
      case 'rest':
        this.payRest(CLAIMS[one.claim] ?? '');
        return;
      case 'tell': {
        const said = this.bank.statements();
        const chosen = said[one.which % said.length];
        if (chosen !== undefined) await this.tell(chosen, one);
        return;
      }
      case 'settle':
        return this.#settle(one);
    }
  }

  /** Hands in an answer; of a group, with all that the bank says of that order file at that time. */
  async tell(
    chosen: Said,
    { isGroup = false, dating = 'true' }: { readonly isGroup?: boolean; readonly dating?: Dating } = {},
  ): Promise<void> {
    const others = this.bank
      .statements()
      .filter(({ batchId, at }) => batchId === chosen.batchId && at === chosen.at)
      .filter(({ paymentId }) => isGroup && paymentId !== chosen.paymentId);
    const date = dating === 'true' ? undefined : DATES[dating];
    const answer = answerOf([chosen, ...others], date);
    await applyBankAnswer('answers/a.xml', {
      bank: { readAnswer: () => Promise.resolve(answer) },
      claims: this.#killer.mortal(this.world.claims),
      batches: this.world.batches,
      rules,
      clock: () => new Date(`${DAY}T12:00:00.000Z`),
    });
  }

  /** People say what the bank wrote to them, which is the truth; but they may be late, and two at once. */
  async #settle({
    claim: index,
    action,
    by,
    isStale,
  }: Extract<TreasuryStep, { what: 'settle' }>): Promise<void> {
    const claimId = CLAIMS[index] ?? '';
    const claim = this.world.find(claimId);
    if (claim === undefined) return;
    const seen = this.#seen.get(claimId) ?? claim.version;
    this.#seen.set(claimId, claim.version);
    const said = this.truthOf(claim, action);
    if (said === undefined) return;
    await this.settle({ ...said, version: isStale ? seen : claim.version }, by);
  }

  async settle(said: SettlePayment, userId: string) {
    const result = await settlePayment(
      said,
      { userId },
      {
        claims: this.#killer.mortal(this.world.claims),
        registry: {
          findPersonFile: () => Promise.resolve({ ...personFile(), accounts: this.accounts }),
          findProviderAccounts: () => Promise.resolve(this.establishmentAccounts),
        },
        clock: () => new Date(`${DAY}T12:00:00.000Z`),
      },
    );
    return result;
  }

  /** What an honest person says; undefined where they would not say so. */
  truthOf(claim: Claim, action: SettleAction): SettlePayment | undefined {
    const { claimId } = claim;
    const { settlement, payment } = waitingPayment(claim) ?? {};
    const paid =
      payment &&
      ordersInQuestion(payment).find((order) => this.bank.isPaid(paymentIdOf(claimId, order, settlement)));
    if (action === 'settle-paid')
      return paid === undefined ? undefined : { claimId, settlement, action, order: paid };
    return action === 'settle-not-paid' && paid !== undefined ? undefined : { claimId, settlement, action };
  }

  /** Everybody does what is theirs to do, until nothing is left to do. */
  async finish(): Promise<void> {
    this.bank.mend();
    // Each worker that dies costs a round at most, and so does each order that comes back.
    for (let round = 0; round < 12; round += 1) {
      await this.act({ what: 'run' });
      for (const said of this.bank.statements()) await this.world.drain().then(() => this.#retell(said));
      for (const claim of this.world.all)
        for (const action of settleActions) {
          const now = this.world.find(claim.claimId) ?? claim;
          const said = this.truthOf(now, action);
          if (said !== undefined)
            await this.settle(said, round % 2 === 0 ? 'amina' : 'brahim').catch(orKilled);
        }
      this.giveAccount();
      this.giveEstablishmentAccount(true);
      await this.world.drain();
    }
  }

  async #retell(said: Said): Promise<void> {
    await this.tell(said).catch(orKilled);
  }
}

function orKilled(error: unknown): void {
  if (!wasKilled(error)) throw error;
}
