import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paymentsOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import { ReviewRefusal } from '../../../../contexts/review/use-cases/review-refusal.ts';
import { settleDispute } from '../../../../contexts/review/use-cases/settle-dispute.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { fieldAt } from '../../../../contexts/review/domain/form-fields.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { doAs, type LoneStep, loneSteps, OTHER_INPE, TRUE_INPE } from './lone-reviewer.ts';
import { weak } from './walk-parts.ts';

/** 6,000 DH and more are billed: 70 % of 150 DH are owed for the one act that is covered and has a price. */
const OWED = 10_500;
const paper = form({
  inpe: field(TRUE_INPE),
  acts: [
    act({ dateOfCare: '2025-07-20', billedCentimes: 300_000 }),
    act({ dateOfCare: '2025-09-06', billedCentimes: 310_000 }),
    act({ dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600 }),
  ],
});

/** The paper as it was read: hardly anything of what one person may change was sure. */
const read = form({
  ...paper,
  inpe: field('091024573', weak),
  beneficiaryLink: undefined,
  acts: paper.acts.map((one) => ({ ...one, dateOfCare: field('2025-09-01', weak) })),
});

/** What somebody honest keys for a place: what the paper has there, nothing in a line that it has not. */
async function asOnPaper(
  world: ReviewWorld,
  place: Pick<FieldChange, 'field' | 'line'>,
): Promise<FieldChange> {
  const review = await world.dependencies.reviews.find(CLAIM_ID);
  const now = await world.dependencies.readings.loadForm(CLAIM_ID, review?.formRevision);
  const box = now.form.acts[place.line ?? -1]?.source.box;
  const line = paper.acts.findIndex(({ source }) => box?.width !== 0 && source.box.top === box?.top);
  const onPaper = place.line === undefined || line >= 0;
  const there = place.line === undefined ? place : { ...place, line };
  return { ...place, value: (onPaper ? fieldAt(paper, there)?.value : undefined) ?? null };
}

/** Two honest people do what is left to them: key blind, and say which of two values is right. */
async function othersGoOn(world: ReviewWorld): Promise<void> {
  const { state, fields } = await showReview(CLAIM_ID, brahim, world.dependencies);
  const place = ({ field: name, line }: (typeof fields)[number]) => ({ field: name, line });
  world.now = new Date(world.now.getTime() + 3_600_000);
  if (state === 'SECOND_KEYING') {
    const toKey = fields.filter(({ isBlind }) => isBlind).map(place);
    await doAs(brahim, { changes: await Promise.all(toKey.map((one) => asOnPaper(world, one))) }, world);
    await doAs(brahim, 'submit', world);
  }
  const shown = await showReview(CLAIM_ID, supervisor, world.dependencies);
  if (shown.state !== 'DISPUTED') return;
  const disputed = shown.fields.filter(({ isDisputed }) => isDisputed === true);
  const values = await Promise.all(disputed.map((one) => asOnPaper(world, place(one))));
  const request = { version: shown.version, values, reason: 'as the paper says' };
  await settleDispute(CLAIM_ID, request, supervisor, world.dependencies).catch((error: unknown) => {
    if (!(error instanceof ReviewRefusal)) throw error;
  });
  await world.relay();
}

/** What amina keys blind so that she may submit at all. */
const keyed: LoneStep = {
  changes: [
    { field: 'registrationNumber', value: '184203957' },
    { field: 'cin', value: 'BK412087' },
    { field: 'inpe', value: TRUE_INPE },
    { field: 'totalCentimes', value: 635_000 },
    ...[300_000, 310_000, 25_000].map((value, line): FieldChange => ({
      field: 'billedCentimes',
      line,
      value,
    })),
    ...[100, 100, 1_600].map((value, line): FieldChange => ({ field: 'coefficientHundredths', line, value })),
    ...['2025-09-03', '2025-09-06', '2025-09-08'].map((value, line): FieldChange => ({
      field: 'dateOfCare',
      line,
      value,
    })),
  ],
};

const steps = fc.tuple(loneSteps, fc.array(fc.nat(3), { minLength: 14, maxLength: 14 }));

it('a large bill pays no day, provider, patient or line that only one of two people put there', async () => {
  let paid = 0;
  let second = 0;
  await fc.assert(
    fc.asyncProperty(steps, async ([attack, turns]) => {
      const coverage = { type: 'coverage', registrationNumber: '184203957', scheme: 'AMO_SALARIE' } as const;
      const world = new ReviewWorld({
        people: [personFile({ coverages: [{ ...coverage, from: '2025-08-20' }] })],
        providers: [provider(), provider({ inpe: OTHER_INPE })],
      });
      await world.draft(read, {});
      const story = attack.flatMap((step, index) =>
        turns[index] === 0 ? [step] : [keyed, step, 'submit' as const],
      );
      for (const step of story) {
        await doAs(amina, step, world);
        const state = (await world.dependencies.reviews.find(CLAIM_ID))?.state;
        if (state === 'SECOND_KEYING' || state === 'DISPUTED') {
          second += 1;
          await othersGoOn(world);
        }
        const claim = await world.claim();
        const centimes = paymentsOf(claim).reduce((sum, { payment }) => sum + payment.amountCentimes, 0);
        expect(centimes).toBeLessThanOrEqual(OWED);
        paid += centimes;
      }
    }),
    { numRuns: 40 },
  );
  // The stories are about what they should be about.
  expect(second).toBeGreaterThan(40);
  expect(paid).toBeGreaterThan(0);
});
