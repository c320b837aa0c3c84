import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleActions } from '../../../../contexts/payments/api/payments.ts';
import { paymentIdOf, paymentsOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import { countsOf } from '../../../../contexts/reporting/domain/count-change.ts';
import { messageKinds } from '../../../../contexts/messaging/domain/message-event.ts';
import { fates, type Fate } from '../../../support/simulated-bank.ts';
import { CLAIMS, type Dating, Treasury, type TreasuryStep } from '../../../support/treasury.ts';

const step: fc.Arbitrary<TreasuryStep> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('run', 'run', 'drain', 'account') }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('establishment-account' as const), isConfirmed: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('rest' as const), claim: fc.nat(CLAIMS.length - 1) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('tell' as const),
      which: fc.nat(40),
      isGroup: fc.boolean(),
      dating: fc.constantFrom<Dating>('true', 'true', 'true', 'none', 'ahead', 'never-set'),
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

const payments = ({ world }: Treasury) =>
  world.all.flatMap((claim) => paymentsOf(claim).map((settled) => ({ claimId: claim.claimId, ...settled })));

/** Who is to be paid, whatever happens: of the last claim the establishment first. */
const payeeOf = (claimId: string, settlement: number): string | undefined =>
  claimId === CLAIMS.at(-1) && settlement === 1 ? '091024578' : undefined;

/** A second, simpler judge: of the orders of a payment, in the order in which they reached the bank, only the last may be paid. */
function faultsOf(treasury: Treasury): string[] {
  const { bank } = treasury;
  return payments(treasury).flatMap(({ claimId, settlement, payment }) => {
    const amount = payment.amountCentimes;
    const orders = bank.orders.filter(
      (order) => order.claimId === claimId && (order.settlement ?? 1) === settlement,
    );
    return orders
      .flatMap((order, index) => [
        ...(order.fate === 'paid' && index < orders.length - 1 ? [`${order.paymentId} was paid before`] : []),
        ...(order.amountCentimes === amount ? [] : [`${order.paymentId} has another amount`]),
        ...(treasury.isAccountOf(payeeOf(claimId, settlement), order.rib)
          ? []
          : [`${order.paymentId} went elsewhere`]),
      ])
      .concat(
        payment.payeeInpe === payeeOf(claimId, settlement)
          ? []
          : [`${claimId} is to be paid to somebody else`],
      );
  });
}

/** The insured is asked for an account only where the account was at fault, as the bank or a person said. */
function wrongMessages({ bank, world }: Treasury): string[] {
  return world.events.flatMap((event) => {
    if (!event.type.startsWith('payment.') || !('attempt' in event)) return [];
    if (messageKinds[event.type] !== 'payment-returned' || ('by' in event && event.by !== undefined))
      return [];
    const order = bank.orders.find(
      ({ paymentId }) => paymentId === paymentIdOf(event.claimId, event.attempt, event.settlement),
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
  it('leave once for each payment of a claim, in whatever order answers, people, runs and deaths come', async () => {
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

  it('come to an end: each claim is paid, once and in full, or waits for someone by name', async () => {
    await fc.assert(
      fc.asyncProperty(story, chosenFates, fc.nat(), async (groups, chosen, seed) => {
        const treasury = new Treasury(chosen, seed);
        for (const group of groups) await Promise.all(group.map((one) => treasury.act(one)));
        await treasury.finish();
        expect(faultsOf(treasury)).toEqual([]);
        expect(wrongMessages(treasury)).toEqual([]);
        for (const { claimId, settlement, payment } of payments(treasury)) {
          const paid = treasury.bank.orders.filter(
            (order) =>
              order.claimId === claimId && (order.settlement ?? 1) === settlement && order.fate === 'paid',
          );
          expect([payment.state, payment.heldReason, paid.length]).toEqual(['PAID', undefined, 1]);
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
          const count = (...states: string[]): number =>
            payments(treasury).filter(({ payment }) => states.includes(payment.state)).length;
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
