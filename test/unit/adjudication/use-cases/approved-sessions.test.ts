import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicateClaim } from '../../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { PriorApproval } from '../../../../contexts/registry/records/registry-records.ts';
import { ReviewWorld } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../domain/claim-builder.ts';

const APPROVED = 12;
const approval: PriorApproval = {
  type: 'prior-approval',
  registrationNumber: '184203957',
  approvalId: 'AP-1',
  keyLetter: 'AMM',
  from: '2025-08-01',
  to: '2025-12-31',
  sessions: APPROVED,
};
const idOf = (index: number): string => `AAAABBBBCCCCDDD${index}-1`;
const amountOf = (count: number): number => count * 5_000;
/** Far enough apart from each other to be no near duplicates. */
const dayOf = (claim: number, line: number): string =>
  `2025-08-${String(1 + claim * 8 + line * 3).padStart(2, '0')}`;

/** Series of sessions under one approval, a claim each, decided as often and as much at the same time as chance makes it. */
async function decideAll(
  claims: readonly (readonly number[])[],
  copies: number,
  s: fc.Scheduler,
): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [personFile({ priorApprovals: [approval] })],
    providers: [provider({ specialty: 'Kinésithérapie' })],
    pause: () => s.schedule(Promise.resolve()),
  });
  for (const [index, counts] of claims.entries()) {
    const claimId = idOf(index);
    const acts = counts.map((count, line) =>
      act({
        keyLetter: 'AMM',
        coefficientHundredths: count * 100,
        billedCentimes: amountOf(count),
        dateOfCare: dayOf(index, line),
      }),
    );
    const total = counts.reduce((sum, count) => sum + amountOf(count), 0);
    await world.dependencies.readings.saveForm(claimId, {
      form: form({ acts, totalCentimes: { ...field(total), evidence: ['SUM'] } }),
      pageRoles: ['care-form'],
      ocrEngine: 'tesseract',
    });
    world.memory.addDraft({
      ...{ claimId, state: 'DRAFTED', version: 1, fileId: claimId.slice(0, -2) },
      ...{ channelId: 'agency-rabat-01', submissionDate: '2025-09-15', receivedOn: '2025-09-15' },
      ...{ submissionSignals: [], formNumber: 1, formsInFile: 1 },
    });
  }
  const decided = Promise.all(
    Array.from({ length: copies }, () => claims.map((_, index) => idOf(index)))
      .flat()
      .map((claimId) =>
        adjudicateClaim({ claimId, channelId: 'agency-rabat-01' }, world.dependencies).catch(
          (error: unknown) => {
            // The message comes again.
            if (!String(error).includes('could not be decided')) throw error;
          },
        ),
      ),
  );
  await s.waitFor(decided);
  return world;
}

/** Sessions that a claim was paid for, by a pencil that knows nothing of the code. */
async function paidSessions(world: ReviewWorld, claimId: string): Promise<number> {
  const decision = await world.decision(claimId);
  const { payment } = await world.claim(claimId);
  if (payment === undefined || decision === undefined) return 0;
  return decision.lines
    .filter(({ outcome }) => outcome === 'paid')
    .reduce((sum, { billedCentimes = 0 }) => sum + billedCentimes / amountOf(1), 0);
}

describe('series of sessions under one approval', () => {
  it('are paid for as many sessions as it is for, however the claims come, and however often', async () => {
    const seen = { full: 0, over: 0 };
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(counts, { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 1, max: 2 }),
        async (s, claims, copies) => {
          const world = await decideAll(claims, copies, s);
          const paid = await s.waitFor(
            Promise.all(claims.map((_, index) => paidSessions(world, idOf(index)))),
          );
          const sum = paid.reduce((all, one) => all + one, 0);
          expect(sum).toBeLessThanOrEqual(APPROVED);
          if (sum === APPROVED) seen.full += 1;
          if (claims.flat().reduce((all, one) => all + one, 0) > APPROVED) seen.over += 1;
        },
      ),
      { numRuns: 150 },
    );
    // The stories are about what they should be about.
    expect(Math.min(seen.full, seen.over)).toBeGreaterThan(3);
  });

  it('are all paid where they are no more than approved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.constantFrom([[4], [4], [4]], [[6], [6]], [[3, 3], [6]], [[1], [11]]),
        async (s, claims) => {
          const world = await decideAll(claims, 1, s);
          const paid = await s.waitFor(
            Promise.all(claims.map((_, index) => paidSessions(world, idOf(index)))),
          );
          expect(paid.reduce((all, one) => all + one, 0)).toBe(APPROVED);
        },
      ),
      { numRuns: 60 },
    );
  });
});
