import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentsOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import type { Fate } from '../../../support/simulated-bank.ts';
import { type Line, type PartStep, TwoPartWorld } from '../../../support/two-part-world.ts';

const lines = fc.array(fc.constantFrom<Line>('certain', 'certain', 'no-tariff', 'twice-the-day'), {
  minLength: 2,
  maxLength: 4,
});
const step: fc.Arbitrary<PartStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant('deliver' as const), copies: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom('review', 'review', 'take', 'submit', 'run', 'run', 'drain', 'reject'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom('mend', 'mend', 'wreck', 'restore', 'remove'),
      line: fc.nat(3),
    }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('tell' as const), which: fc.nat(12) }) },
);
/** Steps of a group are done at the same time. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 5,
  maxLength: 25,
  size: 'max',
});
const fates = fc.array(
  fc.constantFrom<Fate>('paid', 'paid', 'refused-for-ours', 'refused-for-the-account', 'sent-back'),
  {
    maxLength: 4,
  },
);

describe('a claim that is paid in two parts', () => {
  it('pays each line in one payment at most, and its payments are the sum of its paid lines, whatever comes', async () => {
    let twice = 0;
    await fc.assert(
      fc.asyncProperty(lines, story, fates, fc.nat(), async (read, groups, chosen, seed) => {
        const world = new TwoPartWorld(chosen, seed);
        await world.begin(read);
        for (const group of groups) {
          await Promise.all(group.map((one) => world.act(one)));
          expect(await world.faults()).toEqual([]);
        }
        if (paymentsOf(await world.review.claim()).length === 2) twice += 1;
      }),
      { numRuns: 200 },
    );
    // The stories are about what they should be about.
    expect(twice).toBeGreaterThan(10);
  });

  /** What turns out to be a second act of a day, beside one that was paid, waits for a supervisor: that is another story. */
  const isTrue = (read: readonly Line[]): boolean =>
    read.every((kind, index) => kind !== 'twice-the-day' || index === 0 || read[index - 1] === 'certain');

  it('comes to its end with a person: everything is paid, in two payments, and nothing waits', async () => {
    await fc.assert(
      fc.asyncProperty(lines.filter(isTrue), fates, fc.nat(), async (read, chosen, seed) => {
        const world = new TwoPartWorld(chosen, seed);
        await world.begin(read);
        const isPart = (await world.review.claim()).state === 'PARTLY_REFERRED';
        // Each worker that dies costs a round at most.
        for (let round = 0; round < 8; round += 1)
          for (const what of ['review', 'deliver', 'deliver', 'run'] as const)
            await world.act(what === 'deliver' ? { what, copies: 2 } : { what });
        const claim = await world.review.claim();
        expect(claim.state).toBe('APPROVED');
        expect(claim.paidCentimes).toBe(10_500 * read.length);
        expect(paymentsOf(claim)).toHaveLength(isPart ? 2 : paymentsOf(claim).length);
        expect(await world.faults()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
