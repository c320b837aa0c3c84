import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  cancelAccountChange,
  requestAccountChange,
} from '../../../../contexts/portal/use-cases/change-account.ts';
import { paymentDestination } from '../../../../contexts/adjudication/domain/payment-destination.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { Account } from '../../../../contexts/registry/records/registry-records.ts';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import { MemoryAccesses, MemoryOwnFile } from '../../../support/memory-portal.ts';
import { PaymentWorld } from '../../../support/payment-world.ts';
import { personFile } from '../../../support/person-files.ts';

const SETTINGS = { delayDays: 3, holdDays: 2 };
const rib = (account: number) => {
  const first22 = `011780${String(account).padStart(16, '0')}`;
  return `${first22}${ribKey(first22)}`;
};
const OLD = rib(1);
const START = Temporal.PlainDate.from('2026-03-02');
const dayAfter = (days: number) => START.add({ days }).toString();

/** A person, their claims, and the bank, day by day. */
class World {
  readonly own = new MemoryOwnFile({
    ...personFile(),
    accounts: [{ type: 'account', registrationNumber: '104725831', rib: OLD, from: '2020-01-01' }],
  });
  readonly ordered: { readonly day: number; readonly rib: string; readonly decidedOn: number }[] = [];
  readonly #decidedOn = new Map<string, number>();
  day = 0;
  readonly payments = new PaymentWorld(
    () => this.dependencies.clock(),
    () => this.own.file,
  );

  readonly dependencies = {
    registry: this.own,
    ownFile: this.own,
    accesses: new MemoryAccesses(),
    clock: () => new Date(`${dayAfter(this.day)}T10:00:00.000Z`),
    settings: SETTINGS,
  };

  async ask(account: number) {
    const asked = await requestAccountChange('104725831', rib(account), this.dependencies);
    this.#accountWritten();
    return asked;
  }

  /** The stream of the registry says so. */
  #accountWritten(): void {
    this.payments.messages.push({ kind: 'person', registrationNumber: '104725831' });
  }

  async cancel(): Promise<void> {
    const open = this.own.file.accounts.findLast(({ change }) => change !== undefined)?.change;
    await cancelAccountChange('104725831', open?.changeId ?? 'none', this.dependencies);
    this.#accountWritten();
  }

  get claims(): readonly Claim[] {
    return this.payments.all;
  }

  decide(): void {
    const destination = paymentDestination(this.own.file, dayAfter(this.day));
    const claimId = `C${String(this.claims.length).padStart(3, '0')}`;
    this.#decidedOn.set(claimId, this.day);
    const common = { attempt: 1, amountCentimes: 10_000 };
    this.payments.put({
      claimId,
      state: 'APPROVED',
      version: 2,
      fileId: 'F',
      channelId: 'agency-rabat-01',
      submissionDate: dayAfter(this.day),
      receivedOn: dayAfter(this.day),
      submissionSignals: [],
      formNumber: 1,
      formsInFile: 1,
      registrationNumber: '104725831',
      payment:
        destination.kind === 'account'
          ? { state: 'PENDING', ...common, rib: destination.rib }
          : { state: 'HELD', ...common, heldReason: destination.reason },
    });
  }

  /** What is due by the day is asked for, then the payment run as it is; only the tables are lists here. */
  async run(): Promise<void> {
    const before = this.payments.ordered.length;
    this.payments.messages.push({ kind: 'holds-ended', requestedBy: 'test' });
    await this.payments.drain();
    await this.payments.run();
    for (const { rib, claimId } of this.payments.ordered.slice(before))
      this.ordered.push({ day: this.day, rib, decidedOn: this.#decidedOn.get(claimId) ?? -1 });
  }
}

/** An order may leave, and to this account, for all that was asked for. */
function isAllowed(order: World['ordered'][number], asked: readonly Account[]): boolean {
  const day = dayAfter(order.day);
  const decided = dayAfter(order.decidedOn);
  const standing = asked.flatMap(({ rib: to, change }) =>
    change === undefined || change.cancelledAt !== undefined ? [] : [{ to, ...change }],
  );
  const isOldOrDue =
    order.rib === OLD || standing.some(({ to, paymentsFrom }) => to === order.rib && paymentsFrom <= day);
  // What was decided while a change was open waits until its days are over.
  const holds = standing.filter(
    ({ requestedAt, paymentsFrom }) => requestedAt.slice(0, 10) < decided && decided < paymentsFrom,
  );
  return isOldOrDue && holds.every(({ paymentsFrom }) => day >= paymentsFrom);
}

const steps = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('ask' as const), account: fc.integer({ min: 2, max: 5 }) }),
    fc.record({ what: fc.constantFrom('cancel', 'decide', 'run', 'next-day', 'next-day') }),
  ),
  { maxLength: 60 },
);

describe('a changed account', () => {
  it('gets no money before its days are over, whatever happens in between, and all money leaves in the end', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const world = new World();
        for (const step of all) {
          if (step.what === 'ask') await world.ask('account' in step ? step.account : 2);
          else if (step.what === 'cancel') await world.cancel();
          else if (step.what === 'decide') world.decide();
          else if (step.what === 'run') await world.run();
          else world.day += 1;
        }
        world.day += SETTINGS.delayDays + SETTINGS.holdDays;
        await world.run();
        const asked = world.own.file.accounts.filter(({ change }) => change !== undefined);
        expect(world.ordered.filter((order) => !isAllowed(order, asked))).toEqual([]);
        expect(world.claims.every(({ payment }) => payment?.state === 'ORDERED')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('holds what is decided after it was asked for, and pays to the old account what was frozen before', async () => {
    const world = new World();
    world.decide();
    await world.ask(2);
    world.decide();
    expect(world.claims.map(({ payment }) => payment?.heldReason)).toEqual([undefined, 'ACCOUNT_CHANGING']);
    await world.run();
    expect(world.ordered.map((order) => order.rib)).toEqual([OLD]);
    world.day = 4;
    await world.run();
    expect(world.ordered).toHaveLength(1);
    world.day = 5;
    await world.run();
    expect(world.ordered.map((order) => order.rib)).toEqual([OLD, rib(2)]);
  });

  it('gives the money to the old account at once when it is cancelled, and cannot be cancelled in effect', async () => {
    const world = new World();
    await world.ask(2);
    world.decide();
    await world.cancel();
    await world.run();
    expect(world.ordered.map((order) => order.rib)).toEqual([OLD]);
    await world.ask(3);
    world.day = 3;
    await world.cancel();
    expect(world.own.file.accounts.at(-1)?.change?.cancelledAt).toBeUndefined();
  });

  it('is refused with a reason', async () => {
    const world = new World();
    const deps = world.dependencies;
    expect(await requestAccountChange('104725831', '1'.repeat(24), deps)).toEqual({ fault: 'RIB_WRONG' });
    expect(await requestAccountChange('104725831', OLD, deps)).toEqual({ fault: 'ACCOUNT_SAME' });
    await world.ask(2);
    expect(await world.ask(3)).toEqual({ fault: 'CHANGE_OPEN' });
    expect(await cancelAccountChange('104725831', 'another', deps)).toEqual({ fault: 'CHANGE_NOT_OPEN' });
    world.own.file = { ...world.own.file, person: { ...world.own.file.person, phone: undefined } };
    world.day = 9;
    expect(await world.ask(4)).toEqual({ fault: 'NO_PHONE' });
  });

  it('is asked for twice a day at most, so that nobody can make it send SMS after SMS', async () => {
    const world = new World();
    for (const account of [2, 3]) {
      expect(await world.ask(account)).not.toHaveProperty('fault');
      await world.cancel();
    }
    expect(await world.ask(4)).toEqual({ fault: 'CHANGES_OF_DAY' });
    world.day += 1;
    expect(await world.ask(4)).not.toHaveProperty('fault');
  });
});
