import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicateClaim } from '../../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { releaseClaim } from '../../../../contexts/review/use-cases/release-claim.ts';
import { requestDocument } from '../../../../contexts/review/use-cases/request-document.ts';
import { recordDocument } from '../../../../contexts/review/use-cases/record-document.ts';
import { ReviewRefusal } from '../../../../contexts/review/use-cases/review-refusal.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeBack } from '../../../../contexts/review/use-cases/take-back.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { RecordedChange } from '../../../../contexts/review/ports.ts';
import type { ClaimReview } from '../../../../contexts/review/domain/claim-review.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import { amina, brahim, CLAIM_ID, clerk, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

class Killed extends Error {}

const steps = [
  'take',
  'correct',
  'misread',
  'submit',
  'reject',
  'release',
  'ask',
  'receive',
  'undo',
] as const;
type Step = (typeof steps)[number];

/** Does one thing, as a person does who looks at the claim first. */
async function perform(step: Step, who: Staff, world: ReviewWorld): Promise<void> {
  const { dependencies } = world;
  if (step === 'take') await takeClaim(CLAIM_ID, who, dependencies);
  else if (step === 'release') await releaseClaim(CLAIM_ID, who, dependencies);
  else if (step === 'receive') await recordDocument(CLAIM_ID, {}, clerk, dependencies);
  else {
    const { version } = await showReview(CLAIM_ID, who, dependencies);
    if (step === 'submit') await submitReview(CLAIM_ID, { version }, who, dependencies);
    if (step === 'undo') await takeBack(CLAIM_ID, { version }, who, dependencies);
    if (step === 'reject')
      await rejectClaim(CLAIM_ID, { version, code: 'CARE_NOT_PROVEN' }, who, dependencies);
    if (step === 'ask')
      await requestDocument(CLAIM_ID, { version, documents: ['INVOICE'], via: 'agency' }, who, dependencies);
    if (step === 'correct' || step === 'misread') {
      const value = step === 'correct' ? '091024578' : '091024570';
      const request = { changes: [{ field: 'inpe' as const, value }], confirmed: [], addLines: 0 };
      await saveCorrections(CLAIM_ID, { version, removeLines: [], ...request }, who, dependencies);
    }
  }
}

/** A person's day: refusals are answers, and a function may die at any moment. */
async function work(script: readonly Step[], who: Staff, world: ReviewWorld): Promise<void> {
  for (const step of script) {
    try {
      await perform(step, who, world);
    } catch (error) {
      if (!(error instanceof ReviewRefusal || error instanceof Killed)) throw error;
    }
  }
}

/** The queue: what was committed comes at least once, also after a function that died with it. */
async function deliver(world: ReviewWorld, copies: number): Promise<void> {
  for (const event of [...world.memory.events]) {
    if (event.type !== 'claim.drafted.v1' && event.type !== 'claim.corrected.v1') continue;
    for (let copy = 0; copy < copies; copy += 1) {
      try {
        await adjudicateClaim(event, world.dependencies);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        copy -= 1;
      }
    }
  }
}

/** Changes by someone who did not hold the claim at that moment. */
function twoAtOnce(changes: readonly RecordedChange[]): readonly RecordedChange[] {
  let holder: string | undefined;
  return changes.filter(({ what, by }) => {
    if (what === 'document-received') return false;
    if (what === 'taken' || what === 'taken-back') {
      const isTaken = holder !== undefined;
      holder = by;
      return isTaken;
    }
    const isOthers = holder !== by;
    if (what === 'released' || what === 'submitted' || what === 'rejected' || what === 'document-requested')
      holder = undefined;
    return isOthers;
  });
}

async function finish(review: ClaimReview | undefined, world: ReviewWorld): Promise<void> {
  if (review?.state === 'AWAITING_DOCUMENT') await recordDocument(CLAIM_ID, {}, clerk, world.dependencies);
  await releaseClaim(CLAIM_ID, supervisor, world.dependencies);
  await work(['take', 'correct', 'submit'], amina, world);
}

const script = fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 8 });

describe('two reviewers of one claim', () => {
  it('never decide or pay it twice, whatever the order, the repeats and the kills, and never leave it stuck', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        script,
        script,
        fc.array(fc.nat(9), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        async (scheduler, first, second, kills, copies) => {
          let calls = 0;
          let isCalm = true;
          const pause = async (): Promise<void> => {
            calls += 1;
            const dies = !isCalm && kills[calls % kills.length] === 0;
            if (!isCalm) await scheduler.schedule(Promise.resolve());
            if (dies) throw new Killed();
          };
          const world = new ReviewWorld({
            people: [personFile()],
            providers: [provider()],
            pause,
            undoSeconds: 4,
          });
          await world.draft(form({ inpe: field('091024573', { confidencePercent: 30 }) }));
          isCalm = false;

          const days = [work(first, amina, world), work(second, brahim, world)];
          // Two copies of the function, as a queue that brings a message again while the first still runs.
          const queue = async () => {
            for (let round = 0; round < 3; round += 1) await deliver(world, copies);
          };
          await scheduler.waitFor(Promise.all([...days, queue(), queue()]));
          isCalm = true;
          await deliver(world, copies);

          const finals = () =>
            world.count('claim.approved.v1') +
            world.count('claim.rejected.v1') +
            world.count('claim.partly-approved.v1');
          const claim = await world.claim();
          const review = await world.memory.reviews.find(CLAIM_ID);
          expect(finals()).toBeLessThanOrEqual(1);
          expect(review?.state === 'CLOSED').toBe(claim.state !== 'REFERRED');
          expect(new Set(world.memory.events.map(({ eventId }) => eventId)).size).toBe(
            world.memory.events.length,
          );

          expect(twoAtOnce(await world.memory.reviews.changes(CLAIM_ID))).toEqual([]);

          // Whatever was left open can be finished by the next one.
          if (finals() === 0) await finish(review, world);
          await deliver(world, copies);
          expect(['APPROVED', 'REJECTED']).toContain((await world.claim()).state);
          expect(finals()).toBe(1);
        },
      ),
      { numRuns: 150 },
    );
  });
});
