import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBankAnswer } from '../../../../../core/application/apply-bank-answer.ts';
import { settlePayment, type SettlePayment } from '../../../../../core/application/settle-payments.ts';
import { settleActions, type SettleAction } from '../../../../../core/contracts/api/payments.ts';
import type { Account } from '../../../../../core/contracts/registry-records.ts';
import { paymentIdOf, type Claim } from '../../../../../core/domain/claims/claim.ts';
import { countsOf } from '../../../../../core/domain/figures/count-change.ts';
import { ribKey } from '../../../../../core/domain/identifiers/rib.ts';
import { messageKinds } from '../../../../../core/domain/messages/message-event.ts';
import { ordersInQuestion } from '../../../../../core/domain/payments/decide-payment.ts';
import { currentRuleBook } from '../../../../../core/rules/rule-book.ts';
import { seededRandom } from '../../../../../local/samples/random.ts';
import { Killer, wasKilled } from '../../../../support/killing.ts';
import { PaymentWorld } from '../../../../support/payment-world.ts';
import { personFile } from '../../../../support/person-files.ts';
import { fates, SimulatedBank, type Fate, type Said } from '../../../../support/simulated-bank.ts';
import { answerXml } from '../../domain/payments/support/answers.ts';

const NUMBER = '104725831';
const DAY = '2026-03-02';
const CLAIMS = ['C1', 'C2', 'C3'];
const rules = currentRuleBook();

const rib = (account: number) => {
  const first22 = `011780${String(account).padStart(16, '0')}`;
  return `${first22}${ribKey(first22)}`;
};

type Step =
  | { readonly what: 'run' | 'drain' | 'account' }
  | {
      readonly what: 'tell';
      readonly which: number;
      readonly isGroup: boolean;
      /** Some banks do not say when. */
      readonly isDated: boolean;
    }
  | {
      readonly what: 'settle';
      readonly claim: number;
      readonly action: SettleAction;
      readonly by: string;
      /** Acts on what was seen some steps ago. */
      readonly isStale: boolean;
    };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('run', 'run', 'drain', 'account') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('tell' as const),
      which: fc.nat(40),
      isGroup: fc.boolean(),
      isDated: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('settle' as const),
      claim: fc.nat(CLAIMS.length - 1),
      action: fc.constantFrom(...settleActions),
      by: fc.constantFrom('amina', 'brahim'),
      isStale: fc.boolean(),
    }),
  },
);
/** Steps of a group are done at the same time. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 5,
  maxLength: 30,
  size: 'max',
});
const chosenFates = fc.array(fc.constantFrom<Fate>(...fates), { minLength: 3, maxLength: 12 });

class Treasury {
  readonly accounts: Account[] = [];
  readonly world = new PaymentWorld(
    () => new Date(`${DAY}T12:00:00.000Z`),
    () => ({ ...personFile(), accounts: this.accounts }),
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
    for (const [index, claimId] of CLAIMS.entries())
      this.world.put({
        claimId,
        state: 'APPROVED',
        version: 2,
        fileId: 'F',
        channelId: 'agency-rabat-01',
        depositDate: DAY,
        receivedOn: DAY,
        depositSignals: [],
        formNumber: index + 1,
        formsInFile: CLAIMS.length,
        registrationNumber: NUMBER,
        payment: { state: 'PENDING', attempt: 1, amountCentimes: 10_000 + index, rib: rib(1) },
      });
  }

  giveAccount(): void {
    const account = rib(this.accounts.length + 1);
    this.accounts.push({ type: 'account', registrationNumber: NUMBER, rib: account, from: DAY });
    this.world.messages.push({ kind: 'person', registrationNumber: NUMBER });
  }

  /** Does a step; the function that does it may die on the way, and its message comes again another time. */
  async act(one: Step): Promise<void> {
    try {
      await this.#act(one);
    } catch (error) {
      const isRetried = error instanceof Error && error.message.includes('was changed while');
      if (!wasKilled(error) && !isRetried) throw error;
    }
    this.bank.receive(this.world.atBank);
  }

  async #act(one: Step): Promise<void> {
    switch (one.what) {
      case 'run':
        await this.world.run((part) => this.#killer.mortal(part));
        return;
      case 'drain':
        return this.world.drain();
      case 'account':
        this.giveAccount();
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
  async tell(chosen: Said, { isGroup = false, isDated = true } = {}): Promise<void> {
    const together = this.bank
      .statements()
      .filter(({ remittanceId, at }) => remittanceId === chosen.remittanceId && at === chosen.at);
    const transactions = (isGroup ? together : [chosen]).map(({ paymentId: id, status, reason }) => ({
      id,
      status,
      ...(reason === undefined ? {} : { reason }),
    }));
    const { remittanceId: id } = chosen;
    const xml = answerXml({ originalMessageId: id, blocks: [{ id, transactions }] });
    const dated = xml.replace(/<CreDtTm>[^<]*<\/CreDtTm>/, isDated ? `<CreDtTm>${chosen.at}</CreDtTm>` : '');
    await applyBankAnswer('answers/a.xml', {
      bank: { readAnswer: () => Promise.resolve(dated) },
      claims: this.#killer.mortal(this.world.claims),
      remittances: this.world.remittances,
      rules,
      clock: () => new Date(`${DAY}T12:00:00.000Z`),
    });
  }

  /** People say what the bank wrote to them, which is the truth; but they may be late, and two at once. */
  async #settle({ claim: index, action, by, isStale }: Extract<Step, { what: 'settle' }>): Promise<void> {
    const claimId = CLAIMS[index] ?? '';
    const claim = this.world.find(claimId);
    if (claim?.payment === undefined) return;
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
        registry: { findPersonFile: () => Promise.resolve({ ...personFile(), accounts: this.accounts }) },
        clock: () => new Date(`${DAY}T12:00:00.000Z`),
      },
    );
    return result;
  }

  /** What an honest person says; undefined where they would not say so. */
  truthOf({ claimId, payment }: Claim, action: SettleAction): SettlePayment | undefined {
    const paid =
      payment && ordersInQuestion(payment).find((order) => this.bank.isPaid(paymentIdOf(claimId, order)));
    if (action === 'settle-paid') return paid === undefined ? undefined : { claimId, action, order: paid };
    return action === 'settle-not-paid' && paid !== undefined ? undefined : { claimId, action };
  }

  /** Everybody does what is theirs to do, until nothing is left to do. */
  async finish(): Promise<void> {
    this.bank.mend();
    for (let round = 0; round < 6; round += 1) {
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

/** A second, simpler judge: of the orders of a claim, in the order in which they reached the bank, only the last may be paid. */
function faultsOf({ bank, world, accounts }: Treasury): string[] {
  const byClaim = Map.groupBy(bank.orders, ({ claimId }) => claimId);
  return [...byClaim].flatMap(([claimId, orders]) => {
    const amount = world.find(claimId)?.payment?.amountCentimes;
    return orders.flatMap((order, index) => [
      ...(order.fate === 'paid' && index < orders.length - 1 ? [`${order.paymentId} was paid before`] : []),
      ...(order.amountCentimes === amount ? [] : [`${order.paymentId} has another amount`]),
      ...(accounts.some((account) => account.rib === order.rib) ? [] : [`${order.paymentId} went elsewhere`]),
    ]);
  });
}

/** The insured is asked for an account only where the account was at fault, as the bank or a person said. */
function wrongMessages({ bank, world }: Treasury): string[] {
  return world.events.flatMap((event) => {
    if (!event.type.startsWith('payment.') || !('attempt' in event)) return [];
    if (messageKinds[event.type] !== 'payment-returned' || ('by' in event && event.by !== undefined))
      return [];
    const order = bank.orders.find(
      ({ paymentId }) => paymentId === paymentIdOf(event.claimId, event.attempt),
    );
    return order?.fate === 'refused-for-the-account' || order?.fate === 'sent-back' ? [] : [event.eventId];
  });
}

/** Orders by what figures say of them. */
function figuresOf({ world }: Treasury): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { place, counter, by } of world.changes.flatMap(countsOf))
    if (place.part === 'ORDERS') sums[counter] = (sums[counter] ?? 0) + by;
  return sums;
}

describe('payments at a bank with books of its own', () => {
  it('leave once for each claim, in whatever order answers, people, runs and deaths come', async () => {
    await fc.assert(
      fc.asyncProperty(story, chosenFates, fc.nat(), async (groups, chosen, seed) => {
        const treasury = new Treasury(chosen, seed);
        for (const group of groups) {
          await Promise.all(group.map((one) => treasury.act(one)));
          expect(faultsOf(treasury)).toEqual([]);
        }
        expect(wrongMessages(treasury)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('come to an end: each claim is paid, once and in full, or waits for somebody by name', async () => {
    await fc.assert(
      fc.asyncProperty(story, chosenFates, fc.nat(), async (groups, chosen, seed) => {
        const treasury = new Treasury(chosen, seed);
        for (const group of groups) await Promise.all(group.map((one) => treasury.act(one)));
        await treasury.finish();
        expect(faultsOf(treasury)).toEqual([]);
        expect(wrongMessages(treasury)).toEqual([]);
        for (const { claimId, payment } of treasury.world.all) {
          const paid = treasury.bank.orders.filter(
            (order) => order.claimId === claimId && order.fate === 'paid',
          );
          expect([payment?.state, payment?.heldReason, paid.length]).toEqual(['PAID', undefined, 1]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('add up in the figures at every moment: each order is open, settled, returned, refused or disputed', async () => {
    await fc.assert(
      fc.asyncProperty(story, chosenFates, fc.nat(), async (groups, chosen, seed) => {
        const treasury = new Treasury(chosen, seed);
        for (const group of groups) {
          await Promise.all(group.map((one) => treasury.act(one)));
          const { ordered = 0, ...parts } = figuresOf(treasury);
          expect(Object.values(parts).reduce((sum, one) => sum + one, 0)).toBe(ordered);
          expect(Object.values(parts).every((one) => one >= 0)).toBe(true);
          const payments = treasury.world.all.flatMap(({ payment }) => payment ?? []);
          const count = (...states: string[]): number =>
            payments.filter(({ state }) => states.includes(state)).length;
          expect(ordered).toBe(treasury.world.ordered.length);
          expect(parts['settled'] ?? 0).toBe(count('PAID'));
          expect(parts['open'] ?? 0).toBe(count('ORDERED', 'ACCEPTED'));
          expect((parts['disputed'] ?? 0) > 0).toBe(count('DISPUTED') > 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});
