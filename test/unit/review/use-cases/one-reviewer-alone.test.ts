import { describe, expect, it } from 'vitest';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { settleDispute } from '../../../../contexts/review/use-cases/settle-dispute.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

const SMALL = 25_000;
const LARGE = 2_000_000;
const INPE: FieldChange = { field: 'inpe', value: '091024578' };

const amounts = (centimes: number): FieldChange[] => [
  { field: 'totalCentimes', value: centimes },
  { field: 'billedCentimes', line: 0, value: centimes },
];
const all = (centimes: number): FieldChange[] => [
  { field: 'registrationNumber', value: '184203957' },
  { field: 'cin', value: 'BK412087' },
  { field: 'coefficientHundredths', line: 0, value: 100 },
  ...amounts(centimes),
];

/** A claim of 250 DH that goes to people because its INPE cannot be read. */
async function smallClaim(): Promise<ReviewWorld> {
  const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
  const weak = field('091024573', { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] });
  await world.draft(
    form({ inpe: weak, acts: [act({ billedCentimes: SMALL })], totalCentimes: field(SMALL) }),
    {},
  );
  return world;
}

async function saveAs(world: ReviewWorld, who: Staff, changes: readonly FieldChange[]) {
  const { version } = await takeClaim(CLAIM_ID, who, world.dependencies);
  return saveCorrections(
    CLAIM_ID,
    { version, changes: [...changes], confirmed: [], addLines: 0, removeLines: [] },
    who,
    world.dependencies,
  );
}

async function submitAs(world: ReviewWorld, who: Staff): Promise<string> {
  const { version } = await takeClaim(CLAIM_ID, who, world.dependencies);
  const { result } = await submitReview(CLAIM_ID, { version }, who, world.dependencies);
  await world.relay();
  return result;
}

/** Two people and a supervisor agree on 250 DH; the INPE is still in doubt, so that the claim is referred again. */
async function settledClaim(): Promise<ReviewWorld> {
  const world = await smallClaim();
  await saveAs(world, amina, all(LARGE));
  expect(await submitAs(world, amina)).toBe('second-keying');
  await saveAs(world, brahim, all(SMALL));
  expect(await submitAs(world, brahim)).toBe('disputed');
  const { version } = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
  await settleDispute(
    CLAIM_ID,
    { version, values: amounts(SMALL), reason: 'as the paper says' },
    supervisor,
    world.dependencies,
  );
  await world.relay();
  expect((await world.claim()).state).toBe('REFERRED');
  return world;
}

describe('one reviewer alone', () => {
  it('does not raise an amount that people agreed on, nor answer the doubt about it', async () => {
    const world = await settledClaim();
    const saved = await saveAs(world, amina, [INPE, ...amounts(LARGE)]);
    const raised = saved.fields.filter(
      ({ field: name }) => name === 'totalCentimes' || name === 'billedCentimes',
    );
    expect(raised.map(({ isBlind }) => isBlind)).toEqual([true, true]);
    expect(await submitAs(world, amina)).toBe('second-keying');
    expect((await world.claim()).state).toBe('REFERRED');
    await expect(takeClaim(CLAIM_ID, amina, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
  });

  it('does not get a large amount paid by keying it where a small one was read', async () => {
    const world = await smallClaim();
    await saveAs(world, amina, [INPE, ...amounts(LARGE)]);
    await expect(submitAs(world, amina)).rejects.toMatchObject({ code: 'KEYING_INCOMPLETE' });
    expect((await world.claim()).state).toBe('REFERRED');
  });

  it('may take a large amount back: what was written then counts, and what was keyed no more', async () => {
    const world = await smallClaim();
    await saveAs(world, amina, [INPE, ...amounts(LARGE)]);
    await saveAs(world, amina, amounts(SMALL));
    expect(await submitAs(world, amina)).toBe('sent-to-adjudication');
    expect((await world.claim()).payment?.amountCentimes).toBeLessThan(SMALL);
  });

  it('corrects small amounts as before, also where people agreed on another one', async () => {
    const world = await settledClaim();
    await saveAs(world, amina, [INPE, ...amounts(20_000)]);
    expect(await submitAs(world, amina)).toBe('sent-to-adjudication');
    expect((await world.claim()).billedCentimes).toBe(20_000);
  });
});
