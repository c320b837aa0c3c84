import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import { queueOf } from '../../../../contexts/claims/aws/claim-item.ts';
import {
  settlePayment,
  type SettlePayment,
} from '../../../../contexts/payments/use-cases/settle-payments.ts';
import { showPayment } from '../../../../contexts/payments/use-cases/show-payment.ts';
import type { PaymentBatch } from '../../../../contexts/payments/domain/payment-batch.ts';
import type { Account } from '../../../../contexts/registry/records/registry-records.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { Answered } from '../../../support/answered-payments.ts';
import { PaymentWorld } from '../../../support/payment-world.ts';
import { noProviderAccounts, personFile } from '../../../support/person-files.ts';

const DAY = '2026-03-02';
const OWN = '007780000123456789012396';
const HEIRS = '011780000000000000000150';
const PEOPLE = ['100000001', '100000002'] as const;

interface Life {
  deceasedOn?: string | undefined;
  heirs?: Account;
}

class Kin {
  readonly lives = new Map<string, Life>(PEOPLE.map((number) => [number, {}]));
  readonly world = new PaymentWorld(
    () => new Date(`${DAY}T10:00:00.000Z`),
    (number) => this.fileOf(number),
  );

  fileOf(number: string) {
    const { deceasedOn, heirs } = this.lives.get(number) ?? {};
    const own: Account = { type: 'account', registrationNumber: number, rib: OWN, from: '2015-01-01' };
    const file = personFile({ person: { registrationNumber: number, cin: `ZZ${number}`, deceasedOn } });
    return { ...file, accounts: [own, ...(heirs === undefined ? [] : [heirs])] };
  }

  pending(claimId: string, number: string = PEOPLE[0], changes: Partial<ClaimPayment> = {}): void {
    const payment = {
      ...({ state: 'PENDING', attempt: 1, amountCentimes: 10_500, rib: OWN } as const),
      ...changes,
    };
    this.world.put(claimWith({ claimId, version: 2, registrationNumber: number, payment }));
  }

  die(number: string = PEOPLE[0], day = '2026-03-01'): void {
    this.lives.set(number, { ...this.lives.get(number), deceasedOn: day });
  }

  enterHeirs(number: string = PEOPLE[0]): void {
    this.lives.set(number, {
      ...this.lives.get(number),
      heirs: {
        ...{ type: 'account', registrationNumber: number, rib: HEIRS, from: '2026-03-01' },
        heldBy: { kind: 'heir', reference: 'acte d’hérédité 12/2026' },
      },
    });
  }

  get dependencies() {
    return {
      claims: this.world.claims,
      registry: {
        ...noProviderAccounts,
        findPersonFile: (number: string) => Promise.resolve(this.fileOf(number)),
      },
      clock: () => new Date(`${DAY}T11:00:00.000Z`),
    };
  }

  say(claimId: string, action: SettlePayment['action'], userId: string, registrationNumber?: string) {
    return settlePayment({ claimId, action }, { userId, registrationNumber }, this.dependencies);
  }

  payment(claimId: string) {
    return this.world.find(claimId)?.payment;
  }

  get atBank() {
    return [...this.world.atBank.values()].flat();
  }
}

const held = { state: 'HELD', heldReason: 'PAYEE_DECEASED', attempt: 1, amountCentimes: 10_500 };

describe('a payment that waits when a death is recorded', () => {
  it('is held by the payment run for people to look at, and those of others leave', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.pending('C2', PEOPLE[1]);
    kin.die();
    expect(await kin.world.run()).toMatchObject({ paymentCount: 1, heldForDeathCount: 1 });
    expect(kin.atBank.map(({ claimId }) => claimId)).toEqual(['C2']);
    expect(kin.payment('C1')).toMatchObject(held);
    expect(queueOf(kin.world.find('C1')!)).toBe('PAYMENT_REFUSED');
    expect(kin.world.events.at(-1)).toMatchObject({ type: 'payments.ordered.v1' });
    expect(kin.world.events[0]).toMatchObject({ type: 'payment.refused.v1', reason: 'PAYEE_DECEASED' });
    expect(await kin.world.run()).toMatchObject({ paymentCount: 0, heldForDeathCount: 0 });
  });

  it('is held where only civil status tells of the death, and not before its day', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.world.civilStatus.set(`ZZ${PEOPLE[0]}`, '2026-03-02');
    kin.pending('C2', PEOPLE[1]);
    kin.world.civilStatus.set(`ZZ${PEOPLE[1]}`, '2026-03-03');
    await kin.world.run();
    expect(kin.payment('C1')).toMatchObject(held);
    expect(kin.payment('C2')?.state).toBe('ORDERED');
  });

  it('leaves where it goes to an establishment, or to the account of a survivor or heir', async () => {
    const kin = new Kin();
    kin.die();
    kin.enterHeirs();
    kin.pending('C1', PEOPLE[0], { payeeInpe: '091024578' });
    kin.pending('C2', PEOPLE[0], { rib: HEIRS });
    await kin.world.run();
    expect(kin.atBank.map(({ claimId }) => claimId)).toEqual(['C1', 'C2']);
  });

  it('is not released by an account that comes, but by two people who say the same', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.die();
    await kin.world.run();
    expect(await kin.say('C1', 'pay-after-death', 'amina')).toBe('ACCOUNT_NOT_READY');
    kin.enterHeirs();
    kin.world.messages.push({ kind: 'person', registrationNumber: PEOPLE[0] });
    await kin.world.drain();
    expect(kin.payment('C1')).toMatchObject(held);
    for (const action of ['order-again', 'ask-account', 'settle-paid'] as const)
      expect(await kin.say('C1', action, 'amina')).toBe('NOT_WAITING_FOR_IT');
    expect(await kin.say('C1', 'pay-after-death', 'amina', '127745608')).toBe('done');
    expect(kin.payment('C1')).toMatchObject({ ...held, saidAfterDeath: 'pay', settledBy: 'amina' });
    expect(await kin.say('C1', 'pay-after-death', 'amina')).toBe('OTHER_PERSON_NEEDED');
    expect(await kin.say('C1', 'pay-after-death', 'amina-2', '127745608')).toBe('OTHER_PERSON_NEEDED');
    expect(await kin.say('C1', 'pay-after-death', 'brahim', PEOPLE[0])).toBe('OWN_CLAIM');
    expect(await kin.say('C1', 'pay-after-death', 'brahim')).toBe('done');
    expect(kin.payment('C1')).toMatchObject({ state: 'PENDING', rib: HEIRS, attempt: 1 });
    await kin.world.run();
    expect(kin.atBank).toMatchObject([{ paymentId: 'C1-1', rib: HEIRS }]);
  });

  it('is closed by two people, and paid all the same only by two more words', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.die();
    await kin.world.run();
    kin.enterHeirs();
    expect(await kin.say('C1', 'close-after-death', 'amina')).toBe('done');
    // Another word begins anew.
    expect(await kin.say('C1', 'pay-after-death', 'brahim')).toBe('done');
    expect(await kin.say('C1', 'close-after-death', 'amina')).toBe('done');
    expect(await kin.say('C1', 'close-after-death', 'brahim')).toBe('done');
    expect(kin.payment('C1')).toMatchObject({ state: 'HELD', heldReason: 'CLOSED_AFTER_DEATH' });
    expect(queueOf(kin.world.find('C1')!)).toBeUndefined();
    await kin.world.drain();
    await kin.world.run();
    expect(kin.atBank).toEqual([]);
    expect(await kin.say('C1', 'close-after-death', 'chaimae')).toBe('NOT_WAITING_FOR_IT');
    expect(await kin.say('C1', 'pay-after-death', 'brahim')).toBe('done');
    expect(await kin.say('C1', 'pay-after-death', 'amina')).toBe('done');
    await kin.world.run();
    expect(kin.atBank).toMatchObject([{ paymentId: 'C1-1', rib: HEIRS }]);
  });

  it('needs two words on one account: where another one was entered between them, the second is the first', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.die();
    await kin.world.run();
    kin.enterHeirs();
    await kin.say('C1', 'pay-after-death', 'amina');
    const { heirs } = kin.lives.get(PEOPLE[0])!;
    const other = '011519000001205000534921';
    kin.lives.set(PEOPLE[0], { deceasedOn: '2026-03-01', heirs: { ...heirs!, rib: other } });
    await kin.say('C1', 'pay-after-death', 'brahim');
    expect(kin.payment('C1')).toMatchObject({ ...held, settledBy: 'brahim', agreedRib: other });
    await kin.say('C1', 'pay-after-death', 'amina');
    expect(kin.payment('C1')).toMatchObject({ state: 'PENDING', rib: other });
  });

  it('stays held when the death turns out to be wrong, until people lift it, to the own account', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.world.civilStatus.set(`ZZ${PEOPLE[0]}`, '2026-03-01');
    await kin.world.run();
    kin.world.civilStatus.clear();
    kin.world.messages.push({ kind: 'person', registrationNumber: PEOPLE[0] });
    await kin.world.drain();
    await kin.world.run();
    expect(kin.payment('C1')).toMatchObject(held);
    await kin.say('C1', 'pay-after-death', 'amina');
    await kin.say('C1', 'pay-after-death', 'brahim');
    // Whatever civil status says of it once more: people have looked.
    kin.world.civilStatus.set(`ZZ${PEOPLE[0]}`, '2026-03-01');
    await kin.world.run();
    expect(kin.atBank).toMatchObject([{ paymentId: 'C1-1', rib: OWN }]);
  });

  it('is shown with what can be done, and that the insured has died where it has left before', async () => {
    const kin = new Kin();
    kin.pending('C1');
    kin.pending('C2', PEOPLE[1]);
    kin.die();
    await kin.world.run();
    kin.die(PEOPLE[1]);
    const staff = { userId: 'amina', roles: ['treasurer'], channels: [] } as never;
    const show = (claimId: string) =>
      showPayment(staff, claimId, {
        ...kin.dependencies,
        claims: kin.world.claims,
        accesses: { record: () => Promise.resolve() },
        rules: currentRuleBook(),
      });
    expect(await show('C1')).toMatchObject({
      ...{ heldReason: 'PAYEE_DECEASED', isInsuredDeceased: true, orders: [] },
      actions: [{ action: 'pay-after-death', whyNot: 'ACCOUNT_NOT_READY' }, { action: 'close-after-death' }],
    });
    expect(await show('C2')).toMatchObject({ state: 'ORDERED', isInsuredDeceased: true, actions: [] });
    await kin.say('C1', 'close-after-death', 'brahim');
    await kin.say('C1', 'close-after-death', 'chaimae');
    expect(await show('C1')).toMatchObject({ actions: [{ action: 'pay-after-death' }] });
  });
});

describe('an order that an earlier run left behind', () => {
  const batch: PaymentBatch = {
    ...{ batchId: 'R20260302-x', state: 'OPEN', version: 1, createdAt: `${DAY}T09:00:00.000Z` },
    debtor: { name: 'CNSS', rib: OWN, bic: 'BCMAMAMC' },
  };
  async function leftBehind(): Promise<Kin> {
    const kin = new Kin();
    kin.pending('C1');
    kin.pending('C2', PEOPLE[1]);
    await kin.world.batches.open(batch);
    await kin.world.batches.assign(batch, kin.world.all);
    return kin;
  }

  it('leaves out whoever has died before it is sealed, under another number if it is ordered later', async () => {
    const kin = await leftBehind();
    kin.die();
    expect(await kin.world.run()).toMatchObject({ paymentCount: 1, heldForDeathCount: 1 });
    expect(kin.atBank.map(({ claimId }) => claimId)).toEqual(['C2']);
    expect(kin.payment('C1')).toMatchObject({ ...held, attempt: 2 });
    kin.enterHeirs();
    await kin.say('C1', 'pay-after-death', 'amina');
    await kin.say('C1', 'pay-after-death', 'brahim');
    await kin.world.run();
    expect(kin.atBank.map(({ paymentId }) => paymentId)).toEqual(['C2-1', 'C1-2']);
  });

  it('is the bank’s once it is sealed', async () => {
    const kin = await leftBehind();
    await kin.world.batches.seal(batch);
    kin.die();
    await kin.world.run();
    expect(kin.atBank.map(({ claimId }) => claimId)).toEqual(['C1', 'C2']);
  });
});

describe('a bank that says that the holder of an account has died', () => {
  it('has the payment held for people, and nobody is asked for another account', async () => {
    const it = new Answered();
    await it.order();
    await it.say('P-1', 1, 'ACSC');
    await it.say('P-1', 2, 'RJCT', 'MD07');
    expect(it.payment('P')).toMatchObject({
      ...{ state: 'HELD', heldReason: 'PAYEE_DECEASED', attempt: 2, returnReason: 'MD07' },
      refusals: [{ attempt: 1, kind: 'returned' }],
    });
    expect(it.texts.filter((text) => text !== undefined)).toEqual([]);
    // It came back from that account: two people cannot send it there again.
    expect(await it.settle('P', 'pay-after-death', 'amina')).toBe('ACCOUNT_CAME_BACK');
    await it.giveAccount();
    expect(it.payment('P')).toMatchObject({ state: 'HELD', heldReason: 'PAYEE_DECEASED' });
    expect(await it.settle('P', 'pay-after-death', 'amina')).toBe('done');
    expect(await it.settle('P', 'pay-after-death', 'brahim')).toBe('done');
    await it.world.run();
    expect(it.world.ordered.at(-1)).toMatchObject({ paymentId: 'P-2' });
  });

  it('is believed of an establishment’s account no further than any refusal', () => {
    const kin = new Kin();
    kin.pending('C1', PEOPLE[0], { payeeInpe: '091024578', state: 'ORDERED', batchId: 'R1' });
    const statement = { kind: 'returned', attempt: 1, saidAt: undefined, reason: 'MD07', isOfDeceased: true };
    kin.world.move(kin.world.find('C1')!, { kind: 'apply-statement', statement: statement as never });
    expect(kin.payment('C1')).toMatchObject({ heldReason: 'RETURNED_BY_BANK' });
  });
});

type Step =
  | { readonly what: 'decide' | 'die' | 'live' | 'heirs'; readonly who: number }
  | { readonly what: 'run'; readonly calls: number }
  | { readonly what: 'two-runs'; readonly turns: readonly number[]; readonly calls: number }
  | { readonly what: 'release' }
  | {
      readonly what: 'say';
      readonly at: number;
      readonly by: 'amina' | 'brahim';
      readonly as: 'pay' | 'close';
    };

const who = fc.nat(1);
const calls = fc.oneof({ weight: 2, arbitrary: fc.constant(1000) }, fc.nat(25));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant('decide' as const), who }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('die', 'die', 'live', 'heirs'), who }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constant('run' as const), calls }) },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('two-runs' as const),
        turns: fc.array(fc.nat(6), { minLength: 8, maxLength: 8 }),
        calls,
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('release' as const) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constant('say' as const),
        at: fc.nat(4),
        by: fc.constantFrom('amina', 'brahim'),
        as: fc.constantFrom('pay', 'pay', 'close'),
      }),
    },
  ),
  { minLength: 8, maxLength: 40, size: 'max' },
);

/** What passes here fails from a call on, and gives way before each for so many turns. */
function through(from: number, turns: readonly number[] = []) {
  let count = 0;
  return <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function' || name === 'listQueue') return value;
        return async (...given: unknown[]) => {
          count += 1;
          if (count > from) throw new Error('killed');
          const turn = turns.length === 0 ? 0 : (turns[count % turns.length] ?? 0);
          for (let one = 0; one < turn; one += 1) await Promise.resolve();
          return (await Reflect.apply(value, target, given)) as unknown;
        };
      },
    });
}

/** The judge keeps who was known to be dead when an order was sealed, and who agreed on what. */
class Judged extends Kin {
  readonly agreed = new Map<string, string>();
  readonly #words = new Map<string, { readonly by: string; readonly word: string }>();
  readonly deadAtSeal = new Map<string, ReadonlySet<string>>();
  readonly faults: string[] = [];
  #claims = 0;

  async step(step: Step): Promise<void> {
    const number = PEOPLE['who' in step ? step.who : 0]!;
    switch (step.what) {
      case 'decide':
        this.#claims += 1;
        this.pending(`C${this.#claims}`, number);
        return;
      case 'die':
        this.die(number);
        return;
      case 'live':
        this.lives.set(number, { ...this.lives.get(number), deceasedOn: undefined });
        return;
      case 'heirs':
        this.enterHeirs(number);
        this.world.messages.push({ kind: 'person', registrationNumber: number });
        return;
      case 'run':
        return this.#runs([this.world.run(through(step.calls))]);
      case 'two-runs':
        return this.#runs([
          this.world.run(through(1000, step.turns)),
          this.world.run(through(step.calls, step.turns.toReversed())),
        ]);
      case 'release':
        return this.world.drain();
      case 'say':
        return this.#hear(step);
    }
  }

  async #runs(runs: readonly Promise<unknown>[]): Promise<void> {
    const dead = new Set(PEOPLE.filter((number) => this.lives.get(number)?.deceasedOn !== undefined));
    await Promise.allSettled(runs);
    // Nobody dies while runs are at work here: what they sealed, they sealed with this known.
    for (const id of this.world.sealed) if (!this.deadAtSeal.has(id)) this.deadAtSeal.set(id, dead);
  }

  async #hear({ at, by, as }: Extract<Step, { what: 'say' }>): Promise<void> {
    const claim = this.world.all[at];
    if (claim === undefined) return;
    const { claimId } = claim;
    if ((await this.say(claimId, `${as}-after-death`, by)) !== 'done') return;
    const deceased = this.lives.get(claim.registrationNumber ?? '')?.deceasedOn !== undefined;
    const rib = as === 'close' ? '' : deceased ? HEIRS : OWN;
    const before = this.#words.get(claimId);
    const word = `${as} ${rib}`;
    const isSecond = before?.word === word;
    if (isSecond && before.by === by) this.faults.push(`${by} said both words`);
    if (isSecond) this.#words.delete(claimId);
    else this.#words.set(claimId, { by, word });
    const { state, heldReason } = this.payment(claimId) ?? {};
    const isClosed = heldReason === 'CLOSED_AFTER_DEATH';
    if ((state === 'PENDING') !== (isSecond && as === 'pay')) this.faults.push(`${claimId} ${as}: ${state}`);
    if (isSecond && as === 'close' && !isClosed) this.faults.push(`${claimId} is not closed`);
    if (isSecond && as === 'pay') this.agreed.set(claimId, rib);
  }

  check(): readonly string[] {
    const ids = this.atBank.map(({ paymentId }) => paymentId);
    if (new Set(ids).size !== ids.length) this.faults.push('a payment is at the bank twice');
    for (const [batchId, payments] of this.world.atBank)
      for (const { paymentId, claimId, attempt, rib } of payments) {
        const claim = this.world.find(claimId);
        const { payment } = claim ?? {};
        // What is at the bank is ordered and nothing else: neither held nor on its way a second time.
        const isOrdered = payment?.state === 'ORDERED' && payment.batchId === batchId;
        if (!isOrdered || payment.attempt !== attempt || payment.rib !== rib)
          this.faults.push(`${paymentId} is at the bank, and ${payment?.state} here`);
        const wasDead = this.deadAtSeal.get(batchId)?.has(claim?.registrationNumber ?? '') === true;
        if (wasDead && rib !== HEIRS && rib !== this.agreed.get(claimId))
          this.faults.push(`${paymentId} left to the account of somebody dead`);
      }
    return this.faults;
  }
}

describe('money of people who die', () => {
  it('leaves once, and to no account of the dead that nobody looked at, whatever is killed, repeated or at work at once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const kin = new Judged();
        for (const step of [
          ...(['decide', 'decide'] as const).map((what, at) => ({ what, who: at })),
          ...all,
        ]) {
          await kin.step(step);
          expect(kin.check()).toEqual([]);
        }
        // Everybody lives after all; two people say so of each; and each payment is at the bank once.
        for (const number of PEOPLE) kin.lives.set(number, {});
        for (const claim of kin.world.all)
          for (const by of ['amina', 'brahim', 'chaimae'] as const)
            await kin.say(claim.claimId, 'pay-after-death', by);
        for (let run = 0; run < 3; run += 1) await kin.world.run();
        expect(kin.check()).toEqual([]);
        const paid = kin.atBank.map(({ claimId }) => claimId).toSorted();
        expect(paid).toEqual(kin.world.all.map(({ claimId }) => claimId).toSorted());
      }),
      { numRuns: 400 },
    );
  });
});
