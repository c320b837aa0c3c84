import { describe, expect, it } from 'vitest';
import { listQueue } from '../../../../contexts/review/use-cases/list-queue.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld, staff, supervisor } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

const LARGE = 2_000_000;

async function draft(changes: Partial<CareForm>): Promise<ReviewWorld> {
  const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
  const weak = field('091024573', { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] });
  await world.draft(form({ inpe: weak, ...changes }), {});
  return world;
}

async function correctAs(world: ReviewWorld, who: Staff, changes: FieldChange[]): Promise<string> {
  const taken = await takeClaim(CLAIM_ID, who, world.dependencies);
  const saved = await saveCorrections(
    CLAIM_ID,
    { version: taken.version, changes, confirmed: [], addLines: 0, removeLines: [] },
    who,
    world.dependencies,
  );
  const { result } = await submitReview(CLAIM_ID, { version: saved.version }, who, world.dependencies);
  await world.relay();
  return result;
}

/** What a person sees before they take the claim. */
async function told(world: ReviewWorld, who: Staff) {
  const { otherPerson } = await showReview(CLAIM_ID, who, world.dependencies);
  return otherPerson.map(({ because, isBlocking, fields }) => ({
    because,
    isBlocking,
    fields: fields.map(({ field: name }) => name),
  }));
}

const isForOthers = async (world: ReviewWorld, who: Staff) => {
  const query = { order: 'age', limit: 25 } as const;
  return (await listQueue(query, who, world.dependencies)).items.map((item) => item.isForOthers);
};

const allKeyed = (centimes: number): FieldChange[] => [
  { field: 'registrationNumber', value: '184203957' },
  { field: 'cin', value: 'BK412087' },
  { field: 'totalCentimes', value: centimes },
  { field: 'coefficientHundredths', line: 0, value: 100 },
  { field: 'billedCentimes', line: 0, value: centimes },
];

describe('a reviewer whose word alone would not be enough', () => {
  it('is told nothing where it is', async () => {
    expect(await told(await draft({}), amina)).toEqual([]);
  });

  it('is told that two people key a large claim before they begin, and that someone else goes on after them', async () => {
    const world = await draft({ acts: [act({ billedCentimes: LARGE })], totalCentimes: field(LARGE) });
    expect(await told(world, amina)).toMatchObject([{ because: 'TWO_PEOPLE', isBlocking: false }]);
    expect(await correctAs(world, amina, allKeyed(LARGE))).toBe('second-keying');
    expect(await told(world, amina)).toEqual([{ because: 'KEYED_BEFORE', isBlocking: true, fields: [] }]);
    expect(await isForOthers(world, amina)).toEqual([true]);
    await expect(takeClaim(CLAIM_ID, amina, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
    expect(await told(world, brahim)).toEqual([]);
    expect(await isForOthers(world, brahim)).toEqual([false]);
  });

  it('is told that another supervisor settles what they keyed themselves', async () => {
    const world = await draft({ acts: [act({ billedCentimes: LARGE })], totalCentimes: field(LARGE) });
    await correctAs(world, amina, allKeyed(LARGE));
    expect(await correctAs(world, supervisor, allKeyed(LARGE + 100))).toBe('disputed');
    expect(await told(world, supervisor)).toEqual([
      { because: 'KEYED_BEFORE', isBlocking: true, fields: [] },
    ]);
    await expect(takeClaim(CLAIM_ID, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
    expect(await told(world, staff('supervisor-2', 'supervisor'))).toEqual([]);
  });

  it('is told which of their own changes someone else has to look at, when the claim comes back for it', async () => {
    const world = await draft({});
    // Care of a year and more ago: someone has to say that it stands there so.
    const changes: FieldChange[] = [
      { field: 'inpe', value: '091024578' },
      { field: 'dateOfCare', line: 0, value: '2024-02-01' },
    ];
    await correctAs(world, amina, changes);
    expect((await world.claim()).state).toBe('REFERRED');
    expect(await told(world, amina)).toEqual([
      { because: 'OWN_CHANGE', isBlocking: false, fields: ['dateOfCare'] },
    ]);
    expect(await told(world, brahim)).toEqual([]);
  });

  it('is told that the claim of their own family is for others, before they take it', async () => {
    const world = await draft({});
    const own = { ...amina, registrationNumber: '184203957' };
    expect(await told(world, own)).toEqual([{ because: 'OWN_FAMILY', isBlocking: true, fields: [] }]);
    await expect(takeClaim(CLAIM_ID, own, world.dependencies)).rejects.toMatchObject({ code: 'OWN_CLAIM' });
  });
});
