import { describe, expect, it } from 'vitest';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import {
  reviewSchema,
  type FieldChange,
  type SaveCorrections,
} from '../../../../contexts/review/api/review.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, CLAIM_ID, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { cardiopex, dispensing, pharmacy } from './walk-parts.ts';

/** A consultation that is certain, and an act whose letter was not read. */
const certain = act();
const unread = {
  ...act({ dateOfCare: '2025-09-08', billedCentimes: 30_000 }),
  keyLetter: field('C?', { confidencePercent: 30 }),
};

async function worldWith(changes: Partial<CareForm>): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [personFile()],
    providers: [provider(), pharmacy],
    medicines: [cardiopex],
  });
  await world.draft(form(changes));
  return world;
}

const paidInPart = () => worldWith({ acts: [certain, unread] });

async function save(world: ReviewWorld, request: Partial<SaveCorrections>) {
  const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
  const nothing = { changes: [], confirmed: [], addLines: 0, removeLines: [] };
  return saveCorrections(CLAIM_ID, { version, ...nothing, ...request }, amina, world.dependencies);
}

async function end(world: ReviewWorld, { version }: { readonly version: number }) {
  await submitReview(CLAIM_ID, { version }, amina, world.dependencies);
  await world.relay();
  return world.claim();
}

describe('a line that was paid while another waits', () => {
  it('is named with what was paid, and when it came to that', async () => {
    const world = await paidInPart();
    const review = await showReview(CLAIM_ID, supervisor, world.dependencies);

    expect(reviewSchema.parse(review).paidFirst).toEqual({
      lines: [0],
      amountCentimes: 10_500,
      state: 'PENDING',
      since: '2025-09-20T09:00:00.000Z',
    });
    const ofPaid = review.fields.filter(({ line }) => line === 0);
    expect(ofPaid.filter(({ status, doubts }) => status === 'doubtful' || doubts.length > 0)).toEqual([]);
  });

  it.each<[string, Partial<SaveCorrections>]>([
    ['corrected', { changes: [{ field: 'billedCentimes', line: 0, value: 26_000 }] }],
    ['confirmed', { confirmed: [{ field: 'keyLetter', line: 0 }] }],
    ['removed', { removeLines: [0] }],
  ])('is not %s any more', async (_, request) => {
    const world = await paidInPart();
    await expect(save(world, request)).rejects.toMatchObject({ code: 'LINE_PAID' });
  });

  it('lets the other one be read, and paid once', async () => {
    const world = await paidInPart();
    const claim = await end(
      world,
      await save(world, { changes: [{ field: 'keyLetter', line: 1, value: 'CS' }] }),
    );

    expect(claim).toMatchObject({
      state: 'APPROVED',
      payment: { amountCentimes: 10_500 },
      secondPayment: { amountCentimes: 10_500 },
    });
  });

  it('is marked no more where the form says another doctor gave it', async () => {
    const world = await paidInPart();
    const review = await save(world, { changes: [{ field: 'inpe', value: pharmacy.inpe }] });

    expect(review.paidFirst?.lines).toEqual([]);
    const back = await save(world, { changes: [{ field: 'inpe', value: provider().inpe }] });
    expect(back.paidFirst?.lines).toEqual([0]);
  });

  it('is not among what two people key where much is billed', async () => {
    const world = await worldWith({
      acts: [certain, { ...unread, billedCentimes: field(500_000) }],
      totalCentimes: field(525_000),
    });
    const { fields } = await takeClaim(CLAIM_ID, amina, world.dependencies);

    expect((await world.claim()).state).toBe('PARTLY_REFERRED');
    const keyedTwice = fields.filter(({ isKeyedTwice }) => isKeyedTwice);
    expect(keyedTwice.some(({ line }) => line === 1)).toBe(true);
    expect(keyedTwice.some(({ line }) => line === 0)).toBe(false);
  });
});

describe('boxes that the reader missed', () => {
  const boxesAt = (line: number): FieldChange[] => [
    { field: 'medicineCode', line, value: cardiopex.code },
    { field: 'boxes', line, value: 1 },
    { field: 'unitPriceCentimes', line, value: 9_620 },
  ];

  it('are added behind those that were found, and paid once their code is there', async () => {
    const world = await worldWith({
      dispensing: dispensing({ medicines: [] }),
      acts: [certain],
      totalCentimes: field(34_620),
    });
    expect((await world.claim()).state).toBe('REFERRED');
    const added = await save(world, { addBoxes: 1 });
    expect(added.history.at(-1)).toMatchObject({ what: 'line-added', line: 1 });

    expect(await end(world, await save(world, { changes: boxesAt(1) }))).toMatchObject({
      state: 'APPROVED',
      paidCentimes: 10_500 + 5_915,
    });
  });

  it('bring the pharmacy and its day with them, where nothing of it was found', async () => {
    const world = await worldWith({ acts: [certain], totalCentimes: field(34_620) });
    const { fields } = await save(world, { addBoxes: 1 });
    expect(fields.map(({ field: name }) => name)).toEqual(
      expect.arrayContaining(['pharmacyInpe', 'dispensedOn', 'medicineCode', 'boxes', 'unitPriceCentimes']),
    );

    const changes: FieldChange[] = [
      { field: 'pharmacyInpe', value: pharmacy.inpe },
      { field: 'dispensedOn', value: '2025-09-04' },
      ...boxesAt(1),
    ];
    expect(await end(world, await save(world, { changes }))).toMatchObject({ state: 'APPROVED' });
  });

  it('stand behind lines that are added in the same step', async () => {
    const world = await worldWith({ acts: [certain], totalCentimes: field(34_620) });
    const { fields } = await save(world, { addLines: 1, addBoxes: 1 });
    expect(fields.filter(({ field: name }) => name === 'medicineCode').map(({ line }) => line)).toEqual([2]);
  });
});
