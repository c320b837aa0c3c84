import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import { paymentIdOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import type { BankStatement } from '../../../../contexts/claims/domain/payment-command.ts';
import type { Account } from '../../../../contexts/registry/records/registry-records.ts';
import { PaymentWorld } from '../../../support/payment-world.ts';
import { personFile } from '../../../support/person-files.ts';

const NUMBER = '104725831';
const START = Temporal.PlainDate.from('2026-03-02');
const rib = (account: number) => {
  const first22 = `011780${String(account).padStart(16, '0')}`;
  return `${first22}${ribKey(first22)}`;
};

const kinds = ['accepted', 'paid', 'returned', 'refused', 'disputed'] as const;
type Kind = (typeof kinds)[number];

type Step =
  | { readonly what: 'decide' | 'run' | 'next-day' | 'drain' | 'deliver-one' | 'deliver-again' }
  | { readonly what: 'account'; readonly account: number; readonly inDays: number }
  | {
      readonly what: 'bank';
      readonly order: number;
      readonly kind: Kind;
      readonly minute: number | undefined;
    }
  | { readonly what: 'again' | 'order-again' | 'ask-account'; readonly at: number }
  | {
      readonly what: 'settle';
      readonly at: number;
      readonly as: 'paid' | 'not-paid';
      readonly order: number;
    };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        what: fc.constantFrom(
          'decide',
          'run',
          'run',
          'drain',
          'drain',
          'next-day',
          'deliver-one',
          'deliver-again',
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('account' as const),
        account: fc.integer({ min: 0, max: 3 }),
        inDays: fc.integer({ min: -1, max: 2 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        what: fc.constant('bank' as const),
        order: fc.nat(3),
        kind: fc.constantFrom(...kinds.slice(0, 4), ...kinds.slice(1, 4), ...kinds),
        minute: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 8 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constantFrom('again', 'order-again', 'ask-account'),
        at: fc.nat(3),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('settle' as const),
        at: fc.nat(2),
        as: fc.constantFrom('paid', 'not-paid', 'not-paid'),
        order: fc.nat(1),
      }),
    },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
);

interface Told {
  readonly claimId: string;
  readonly statement: BankStatement;
}

const isRefusal = ({ kind }: BankStatement): boolean => kind === 'returned' || kind === 'refused';

/** Said once more; or that it was taken or paid, said before it was said last. */
function isRepeat(before: BankStatement, after: BankStatement): boolean {
  if (before.attempt !== after.attempt || before.kind !== after.kind) return false;
  if (before.saidAt === after.saidAt) return true;
  const isOlder = before.saidAt !== undefined && after.saidAt !== undefined && after.saidAt < before.saidAt;
  return isOlder && !isRefusal(after);
}

/** What was said of each order, kept apart from the claims: the judge of what may be ordered. */
class Judge {
  readonly #told = new Map<string, BankStatement[]>();
  /** Everything, also what came while a payment was frozen; and of it what people had before them when they settled. */
  readonly #heard: Told[] = [];
  readonly #weighed: Told[] = [];
  readonly faults: string[] = [];

  hear(told: Told, isFrozen: boolean): void {
    const { claimId, statement } = told;
    this.#heard.push(told);
    // Of a disputed payment people decide, whatever the bank says meanwhile; and what they weighed is no news.
    if (
      isFrozen ||
      this.#weighed.some((one) => one.claimId === claimId && isRepeat(one.statement, statement))
    )
      return;
    const id = paymentIdOf(claimId, statement.attempt);
    this.#told.set(id, [...(this.#told.get(id) ?? []), statement]);
  }

  /** People found out: what was said of payment and dispute before no longer counts. */
  settle(claimId: string, attempt: number, paid: number | undefined): void {
    this.#weighed.push(...this.#heard.filter((told) => told.claimId === claimId));
    for (let one = 1; one <= attempt; one += 1) {
      const id = paymentIdOf(claimId, one);
      const refusals = (this.#told.get(id) ?? []).filter(isRefusal);
      const settled = { kind: 'refused', attempt: one, saidAt: undefined, reason: 'SETTLED' } as const;
      this.#told.set(id, one === paid ? [] : [...refusals, settled]);
    }
  }

  order(claimId: string, attempt: number): void {
    for (let earlier = 1; earlier < attempt; earlier += 1) {
      const said = this.#told.get(paymentIdOf(claimId, earlier)) ?? [];
      const bad = said.filter(isRefusal);
      const paid = said.filter(({ kind }) => kind === 'paid');
      const isReturnOf = (one: BankStatement, two: BankStatement): boolean =>
        two.kind === 'returned' &&
        one.saidAt !== undefined &&
        two.saidAt !== undefined &&
        one.saidAt < two.saidAt;
      if (bad.length === 0) this.faults.push(`${claimId}-${attempt} while ${earlier} may be paid`);
      if (said.some(({ kind }) => kind === 'disputed'))
        this.faults.push(`${claimId}-${attempt} while ${earlier} is disputed`);
      if (paid.some((one) => !bad.some((two) => isReturnOf(one, two))))
        this.faults.push(`${claimId}-${attempt} while ${earlier} was paid`);
    }
  }
}

class Bench {
  readonly accounts: Account[] = [];
  readonly told: Told[] = [];
  readonly judge = new Judge();
  day = 0;
  #lastMessage: (typeof this.world.messages)[number] | undefined;
  readonly world = new PaymentWorld(
    () => new Date(`${START.add({ days: this.day }).toString()}T10:00:00.000Z`),
    () => ({ ...personFile(), accounts: this.accounts }),
  );

  /** Two claims are ordered: most of what can go wrong comes after. */
  async begin(): Promise<void> {
    for (const what of ['decide', 'decide'] as const) await this.step({ what });
    await this.step({ what: 'account', account: 0, inDays: 0 });
    for (const what of ['drain', 'run'] as const) await this.step({ what });
  }

  async step(step: Step): Promise<void> {
    switch (step.what) {
      case 'decide':
        this.#decide();
        return;
      case 'run':
        return this.#run();
      case 'next-day':
        this.day += 1;
        this.world.messages.push({ kind: 'holds-ended', requestedBy: 'schedule' });
        return;
      case 'drain':
        return this.world.drain();
      case 'deliver-one':
        this.#lastMessage = this.world.messages.pop();
        if (this.#lastMessage !== undefined) await this.world.release(this.#lastMessage);
        return;
      case 'deliver-again':
        if (this.#lastMessage !== undefined) await this.world.release(this.#lastMessage);
        return;
      case 'account':
        this.#addAccount(step.account, step.inDays);
        return;
      case 'bank':
        this.#say(step);
        return;
      case 'again': {
        const told = this.told[step.at];
        if (told !== undefined) this.#tell(told);
        return;
      }
      case 'order-again':
        this.#move(step.at, (claim) =>
          this.world.move(claim, { kind: 'order-again', rib: rib(9), by: 'staff-2' }),
        );
        return;
      case 'ask-account':
        this.#move(step.at, (claim) => this.world.move(claim, { kind: 'ask-for-account', by: 'staff-2' }));
        return;
      case 'settle': {
        this.#move(step.at, (claim) => {
          const { attempt = 0, disputedAttempts: orders = [] } = claim.payment ?? {};
          const order = step.as === 'paid' ? orders[step.order % orders.length] : undefined;
          const moved = this.world.move(claim, { kind: 'settle', as: step.as, by: 'staff', order });
          if (moved.result === 'applied') this.judge.settle(claim.claimId, attempt, order);
        });
        return;
      }
    }
  }

  #move(at: number, act: (claim: Claim) => unknown): void {
    const claim = this.world.all[at];
    if (claim !== undefined) act(claim);
  }

  #decide(): void {
    const current = this.accounts.findLast(({ from }) => from <= START.add({ days: this.day }).toString());
    const common = { attempt: 1, amountCentimes: 10_000 };
    const day = START.toString();
    this.world.put({
      claimId: `C${String(this.world.all.length).padStart(3, '0')}`,
      state: 'APPROVED',
      version: 2,
      fileId: 'F',
      channelId: 'agency-rabat-01',
      submissionDate: day,
      receivedOn: day,
      submissionSignals: [],
      formNumber: 1,
      formsInFile: 1,
      registrationNumber: NUMBER,
      payment:
        current === undefined
          ? { state: 'HELD', ...common, heldReason: 'ACCOUNT_MISSING' }
          : { state: 'PENDING', ...common, rib: current.rib },
    });
  }

  async #run(): Promise<void> {
    const before = this.world.ordered.length;
    await this.world.run();
    for (const { claimId, attempt } of this.world.ordered.slice(before)) this.judge.order(claimId, attempt);
  }

  #addAccount(account: number, inDays: number): void {
    const from = START.add({ days: Math.max(0, this.day + inDays) }).toString();
    this.accounts.push({ type: 'account', registrationNumber: NUMBER, rib: rib(account), from });
    this.world.messages.push({ kind: 'person', registrationNumber: NUMBER });
  }

  #say({ order, kind, minute }: Extract<Step, { what: 'bank' }>): void {
    const ordered = this.world.ordered[order];
    if (ordered === undefined) return;
    const saidAt = minute === undefined ? undefined : `2026-03-02T10:0${minute}:00Z`;
    const common = { attempt: ordered.attempt, saidAt };
    const statement: BankStatement =
      kind === 'accepted' || kind === 'paid'
        ? { kind, ...common }
        : kind === 'disputed'
          ? { kind, ...common, because: 'AMOUNT_DIFFERS' }
          : { kind, ...common, reason: 'AC04' };
    const told = { claimId: ordered.claimId, statement };
    this.told.push(told);
    this.#tell(told);
  }

  #tell(told: Told): void {
    const claim = this.world.find(told.claimId);
    if (claim === undefined) return;
    this.judge.hear(told, claim.payment?.state === 'DISPUTED');
    this.world.move(claim, { kind: 'apply-statement', statement: told.statement });
  }
}

describe('a payment', () => {
  it('is ordered once, and again only after the bank said without contradiction that it was not paid', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const bench = new Bench();
        await bench.begin();
        for (const step of all) await bench.step(step);
        expect(bench.judge.faults).toEqual([]);
        const ids = bench.world.ordered.map(({ paymentId }) => paymentId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('that waits for an account is released once there is one, whichever was written first', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const bench = new Bench();
        await bench.begin();
        for (const step of all) await bench.step(step);
        await bench.step({ what: 'account', account: 7, inDays: 0 });
        for (let day = 0; day < 5; day += 1) {
          await bench.step({ what: 'next-day' });
          await bench.step({ what: 'drain' });
        }
        const waiting = bench.world.all.filter(
          ({ payment }) =>
            payment?.state === 'HELD' &&
            payment.heldReason !== 'REFUSED_BY_BANK' &&
            payment.returnedRib !== bench.accounts.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.rib,
        );
        expect(waiting.map(({ payment }) => payment)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to the same end, in whatever order the answers of the bank to one order come', () => {
    const statement = fc.record({
      kind: fc.constantFrom('accepted', 'paid', 'returned', 'refused'),
      minute: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc
          .array(statement, { minLength: 1, maxLength: 4 })
          .chain((said) =>
            fc.tuple(
              fc.constant(said),
              fc.shuffledSubarray(said, { minLength: said.length, maxLength: said.length }),
            ),
          ),
        ([said, shuffled]) => {
          const refused = said.filter(({ kind }) => kind === 'returned' || kind === 'refused');
          // Two refusals for two reasons are both taken; which one is kept is a matter of order, and no money moves by it.
          fc.pre(refused.length <= 1);
          expect(endOf(shuffled)).toBe(endOf(said));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function endOf(
  said: readonly { readonly kind: Exclude<Kind, 'disputed'>; readonly minute: number }[],
): string {
  const world = new PaymentWorld(
    () => new Date('2026-03-02T10:00:00.000Z'),
    () => personFile(),
  );
  world.put({
    claimId: 'C',
    state: 'APPROVED',
    version: 2,
    fileId: 'F',
    channelId: 'agency-rabat-01',
    submissionDate: '2026-03-02',
    receivedOn: '2026-03-02',
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
    registrationNumber: NUMBER,
    payment: { state: 'ORDERED', attempt: 1, amountCentimes: 10_000, rib: rib(1), batchId: 'R' },
  });
  for (const { kind, minute } of said) {
    const common = { attempt: 1, saidAt: `2026-03-02T10:0${minute}:00Z` };
    const statement: BankStatement =
      kind === 'accepted' || kind === 'paid' ? { kind, ...common } : { kind, ...common, reason: 'AC04' };
    world.move(world.find('C')!, { kind: 'apply-statement', statement });
  }
  const { payment } = world.find('C')!;
  // In which attempt a disputed payment is tells only when the dispute was seen; people settle it either way.
  if (payment?.state === 'DISPUTED') return payment.state;
  return `${payment?.state ?? ''} ${payment?.heldReason ?? ''} ${payment?.attempt ?? 0}`;
}
