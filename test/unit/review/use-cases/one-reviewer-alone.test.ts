import { describe, expect, it } from 'vitest';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { settleDispute } from '../../../../contexts/review/use-cases/settle-dispute.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import type { Dependant } from '../../../../contexts/registry/records/registry-records.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld, staff, supervisor } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { box, dispensing, pharmacy } from './walk-parts.ts';

const SMALL = 25_000;
const LARGE = 2_000_000;
const INPE: FieldChange = { field: 'inpe', value: '091024578' };

const placeOf = ({ field: name, line }: FieldChange) => ({
  field: name,
  ...(line === undefined ? {} : { line }),
});
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

  it.each<[FieldChange, FieldChange['value']]>([
    [{ field: 'quantity', line: 0, value: 18 }, null],
    [{ field: 'keyLetter', line: 0, value: 'K' }, 'CS'],
    [{ field: 'diseaseCode', line: 0, value: 'E11' }, null],
    [{ field: 'dateOfCare', line: 0, value: '2025-08-20' }, '2025-09-03'],
    [{ field: 'inpe', line: 0, value: '091024586' }, null],
    [{ field: 'beneficiaryLink', value: 'spouse' }, 'insured'],
    [{ field: 'patientName', value: 'BENNANI Adam' }, 'BENNANI Youssef'],
    [{ field: 'patientBirthDate', value: '2017-06-02' }, '1979-03-14'],
    [{ field: 'careType', value: 'illness' }, 'accident'],
    [{ field: 'signatureDate', value: '2025-09-12' }, '2025-09-11'],
    [{ field: 'signatureDate', value: null }, '2025-09-11'],
    [{ field: 'patientName', value: null }, 'BENNANI Youssef'],
  ])(
    'gets a large bill paid by no change that a second person does not key as well: %o',
    async (change, truth) => {
      const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
      const bill = { acts: [act({ billedCentimes: LARGE })], totalCentimes: field(LARGE) };
      const inpe = field('091024573', { confidencePercent: 30 });
      await world.draft(form({ ...bill, inpe, careType: field('accident') }), {});
      await saveAs(world, amina, [INPE, ...all(LARGE), change]);
      expect(await submitAs(world, amina)).toBe('second-keying');
      const shown = await takeClaim(CLAIM_ID, brahim, world.dependencies);
      const isIt = (place: { readonly field?: string | undefined }): boolean => place.field === change.field;
      expect(shown.fields.find((place) => isIt(place) && place.line === change.line)).toMatchObject({
        ...{ isBlind: true, value: null },
      });
      expect(shown.history.filter((step) => isIt(step) && (step.before ?? step.after) !== undefined)).toEqual(
        [],
      );
      await saveAs(world, brahim, [INPE, ...all(LARGE)]);
      await expect(submitAs(world, brahim)).rejects.toMatchObject({
        code: 'KEYING_INCOMPLETE',
        places: [placeOf(change)],
      });
      await saveAs(world, brahim, [{ ...change, value: truth }]);
      expect(await submitAs(world, brahim)).toBe('disputed');
      expect((await world.claim()).payment).toBeUndefined();
    },
  );

  it('leaves to a supervisor what only the second of two changed', async () => {
    const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
    const bill = { acts: [act({ billedCentimes: LARGE })], totalCentimes: field(LARGE) };
    await world.draft(form({ ...bill, inpe: field('091024573', { confidencePercent: 30 }) }), {});
    await saveAs(world, amina, all(LARGE));
    expect(await submitAs(world, amina)).toBe('second-keying');
    await saveAs(world, brahim, [INPE, ...all(LARGE)]);
    expect(await submitAs(world, brahim)).toBe('disputed');
    const { version } = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    const shown = await showReview(CLAIM_ID, supervisor, world.dependencies);
    expect(shown.fields.filter(({ isDisputed }) => isDisputed).map(({ field: name }) => name)).toEqual([
      'inpe',
    ]);
    const settlement = { version, values: [INPE], reason: 'The stamp says so' };
    await settleDispute(CLAIM_ID, settlement, supervisor, world.dependencies);
    const settled = await world.dependencies.reviews.find(CLAIM_ID);
    expect(settled).toMatchObject({ state: 'CLOSED' });
  });

  it('does not stay below the threshold with boxes whose total was not read', async () => {
    const world = new ReviewWorld({ people: [personFile()], providers: [provider(), pharmacy] });
    const boxes = { ...dispensing(), medicines: [{ ...box, unitPriceCentimes: undefined }] };
    await world.draft(form({ acts: [], dispensing: boxes, totalCentimes: undefined }), {});
    await saveAs(world, amina, [{ field: 'unitPriceCentimes', line: 0, value: LARGE }]);
    await expect(submitAs(world, amina)).rejects.toMatchObject({ code: 'KEYING_INCOMPLETE' });
  });

  it('corrects small amounts as before, also where people agreed on another one', async () => {
    const world = await settledClaim();
    await saveAs(world, amina, [INPE, ...amounts(20_000)]);
    expect(await submitAs(world, amina)).toBe('sent-to-adjudication');
    expect((await world.claim()).billedCentimes).toBe(20_000);
  });
});

describe('two accounts of one person, or of one family', () => {
  const AMINA = '104725831';
  const SPOUSE = '143376825';
  const fileOf = (registrationNumber: string, cin: string, spouseCin?: string): PersonFile => {
    const file = personFile();
    const spouse: Dependant = {
      type: 'dependant',
      registrationNumber,
      dependantId: '9',
      link: 'spouse',
      name: { family: 'X', given: 'Y' },
      birthDate: '1980-01-01',
      from: '2010-01-01',
      studies: [],
      disabled: false,
      cin: spouseCin,
    };
    return {
      ...file,
      person: { ...file.person, registrationNumber, cin },
      dependants: spouseCin === undefined ? [] : [spouse],
    };
  };
  const first = { ...amina, registrationNumber: AMINA };
  const secondAccount = { ...supervisor, userId: 'amina-2', registrationNumber: AMINA };
  const spouse = { ...brahim, registrationNumber: SPOUSE };
  const stranger = { ...staff('chaimae'), registrationNumber: '127745608' };

  async function keyedOnce(): Promise<ReviewWorld> {
    const world = new ReviewWorld({
      people: [
        personFile(),
        fileOf(AMINA, 'ZZ100001', 'ZZ100002'),
        fileOf(SPOUSE, 'ZZ100002'),
        fileOf('127745608', 'ZZ100003'),
      ],
      providers: [provider()],
    });
    await world.draft(form({ acts: [act({ billedCentimes: LARGE })], totalCentimes: field(LARGE) }), {});
    await saveAs(world, first, all(LARGE));
    expect(await submitAs(world, first)).toBe('second-keying');
    return world;
  }

  it.each([
    ['another account of the same person', secondAccount],
    ['the account of their spouse', spouse],
  ])('do not key a claim twice: %s', async (_, second) => {
    const world = await keyedOnce();
    const shown = await showReview(CLAIM_ID, second, world.dependencies);
    expect(shown.otherPerson).toEqual([{ because: 'KEYED_BEFORE', isBlocking: true, fields: [] }]);
    await expect(takeClaim(CLAIM_ID, second, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
    expect(await world.dependencies.reviews.find(CLAIM_ID)).toMatchObject({ state: 'SECOND_KEYING' });
  });

  it('do not settle what they keyed, nor answer the doubt about it, when the claim comes back', async () => {
    const world = await keyedOnce();
    await saveAs(world, stranger, all(LARGE + 100));
    expect(await submitAs(world, stranger)).toBe('disputed');
    for (const second of [secondAccount, { ...spouse, roles: ['supervisor' as const] }])
      await expect(takeClaim(CLAIM_ID, second, world.dependencies)).rejects.toMatchObject({
        code: 'OTHER_PERSON_NEEDED',
      });
  });

  it('leave it to anybody else, and to themselves', async () => {
    const world = await keyedOnce();
    await saveAs(world, stranger, all(LARGE));
    expect(await submitAs(world, stranger)).toBe('sent-to-adjudication');
  });
});
