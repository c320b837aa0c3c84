import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentsOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import type { Fate } from '../../../support/simulated-bank.ts';
import {
  type Billed,
  type Filed,
  type ThirdPartyStep,
  ThirdPartyWorld,
} from '../../../support/third-party-world.ts';

const MOST_CLAIMS = 4;
const line: fc.Arbitrary<Billed> = fc.record({
  letter: fc.constantFrom('HOSP_MED_JOUR', 'HOSP_MED_JOUR', 'HOSP_MED_JOUR', 'C'),
  day: fc.integer({ min: 0, max: 11 }),
  count: fc.integer({ min: 1, max: 4 }),
});
const filed = fc.array(
  fc.record<Filed>({
    by: fc.constantFrom('clinic', 'clinic', 'clinic', 'insured', 'other-clinic'),
    lines: fc.array(line, { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: MOST_CLAIMS },
);
const step: fc.Arbitrary<ThirdPartyStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('deliver' as const),
      claim: fc.nat(MOST_CLAIMS - 1),
      copies: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ what: fc.constantFrom('run', 'run', 'drain', 'drain', 'account') }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('clinic-account' as const), isConfirmed: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('tell' as const), which: fc.nat(20) }) },
);
/** Steps of a group are done at the same time. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 5,
  maxLength: 25,
  size: 'max',
});
const fates = fc.array(
  fc.constantFrom<Fate>('paid', 'paid', 'refused-for-ours', 'refused-for-the-account', 'sent-back'),
  { maxLength: 4 },
);

const payments = async (world: ThirdPartyWorld, claims: readonly Filed[]) => {
  const found = await Promise.all(claims.map((_, index) => world.review.claim(world.idOf(index))));
  return found.flatMap((claim) => paymentsOf(claim).map(({ payment }) => payment));
};

describe('a stay that the clinic and the insured file', () => {
  it('is paid once a day, to whoever is due, on their own account, whatever comes and in whatever order', async () => {
    const seen = { clinic: 0, insured: 0, both: 0, ordered: 0 };
    await fc.assert(
      fc.asyncProperty(filed, story, fates, fc.nat(), async (claims, groups, chosen, seed) => {
        const world = new ThirdPartyWorld(claims, chosen, seed);
        await world.begin();
        for (const group of groups) {
          await Promise.all(group.map((one) => world.act(one)));
          expect(await world.faults()).toEqual([]);
        }
        const made = await payments(world, claims);
        const theirs = made.filter(({ payeeInpe }) => payeeInpe !== undefined).length;
        if (theirs > 0) seen.clinic += 1;
        if (theirs < made.length) seen.insured += 1;
        if (theirs > 0 && theirs < made.length) seen.both += 1;
        if (world.bank.orders.some(({ payeeInpe }) => payeeInpe !== undefined)) seen.ordered += 1;
      }),
      { numRuns: 250 },
    );
    // The stories are about what they should be about.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it('comes to its end once both have their accounts: everything that was decided is paid', async () => {
    await fc.assert(
      fc.asyncProperty(filed, fates, fc.nat(), async (claims, chosen, seed) => {
        const world = new ThirdPartyWorld(claims, chosen, seed);
        await world.begin();
        world.bank.mend();
        for (const index of [...claims.keys(), ...claims.keys()])
          await world.act({ what: 'deliver', claim: index, copies: 2 });
        // Each worker that dies costs a round at most, and so does each order that comes back.
        for (let round = 0; round < 8; round += 1) {
          await world.act({ what: 'account' });
          await world.act({ what: 'clinic-account', isConfirmed: true });
          for (const what of ['drain', 'run', 'drain', 'run'] as const) await world.act({ what });
          for (const which of world.bank.statements().keys()) await world.act({ what: 'tell', which });
        }
        expect(await world.faults()).toEqual([]);
        const made = await payments(world, claims);
        expect(made.filter(({ state }) => state !== 'PAID')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
