import fc from 'fast-check';
import type { FieldChange, SaveCorrections } from '../../../../contexts/review/api/review.ts';
import { ReviewRefusal } from '../../../../contexts/review/use-cases/review-refusal.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import { cardiopex } from './walk-parts.ts';
import { CLAIM_ID, type ReviewWorld } from '../../../support/review-world.ts';

/** What somebody does next about the claim that they hold, or want to. */
export type LoneStep = Partial<SaveCorrections> | 'submit';

export const TRUE_INPE = '091024578';
export const OTHER_INPE = '091024586';
/** Somebody else who is insured, with their own account. */
export const FRIEND = { number: '127745608', cin: 'ZZ100003', name: 'TAZI Omar', birthDate: '1985-05-05' };

const line = fc.integer({ min: 0, max: 4 });
const days = ['2025-07-01', '2025-07-20', '2025-08-25', '2025-09-03', '2025-09-06', '2025-09-10'];

const ofClaim: readonly (readonly [FieldChange['field'], readonly FieldChange['value'][]])[] = [
  ['registrationNumber', ['184203957', FRIEND.number]],
  ['cin', ['BK412087', FRIEND.cin]],
  ['insuredName', ['BENNANI Youssef', FRIEND.name]],
  ['insuredBirthDate', ['1979-03-14', FRIEND.birthDate, null]],
  ['careType', ['illness', 'accident', null]],
  ['beneficiaryLink', ['insured', 'child', null]],
  ['patientName', ['BENNANI Youssef', 'BENNANI Adam', FRIEND.name, null]],
  ['patientBirthDate', ['1979-03-14', '2017-06-02', FRIEND.birthDate, null]],
  ['inpe', [TRUE_INPE, OTHER_INPE]],
  ['totalCentimes', [31_000, 56_000, 62_000, 87_000, 112_000, 118_000]],
  ['dispensedOn', [...days, null]],
  ['pharmacyInpe', ['092307418', null]],
  ['signatureDate', ['2025-09-11', '2025-07-05', null]],
];
const ofLine: typeof ofClaim = [
  ['dateOfCare', [...days, null]],
  ['keyLetter', ['CS', 'C', 'K', null]],
  ['coefficientHundredths', [100, 1_600, null]],
  ['quantity', [1, 2, null]],
  ['billedCentimes', [25_000, 31_000, 56_000]],
  ['inpe', [TRUE_INPE, OTHER_INPE, null]],
  ['boxes', [1, 2]],
  ['unitPriceCentimes', [9_620, 19_240]],
  ['medicineCode', [cardiopex.code]],
];

const change: fc.Arbitrary<FieldChange> = fc.oneof(
  fc
    .constantFrom(...ofClaim)
    .chain(([field, values]) => fc.constantFrom(...values).map((value) => ({ field, value }))),
  fc
    .tuple(fc.constantFrom(...ofLine), line)
    .chain(([[field, values], of]) =>
      fc.constantFrom(...values).map((value) => ({ field, line: of, value })),
    ),
);

const place = fc.oneof(
  fc.constantFrom(...ofClaim).map(([field]) => ({ field })),
  fc.tuple(fc.constantFrom(...ofLine), line).map(([[field], of]) => ({ field, line: of })),
);

const anew = (of: number): FieldChange[] => [
  { field: 'dateOfCare', line: of, value: '2025-09-10' },
  { field: 'keyLetter', line: of, value: 'CS' },
  { field: 'coefficientHundredths', line: of, value: 100 },
  { field: 'billedCentimes', line: of, value: 25_000 },
];

/** Whole attacks, so that chance has not to find them. */
const attacks: readonly LoneStep[] = [
  // What there is to do, so that the rest is decided.
  ...[1, 2, 3].map((): LoneStep => ({ changes: [{ field: 'inpe', value: TRUE_INPE }] })),
  { changes: [{ field: 'dateOfCare', line: 0, value: '2025-09-10' }] },
  {
    changes: [
      { field: 'dateOfCare', line: 0, value: '2025-09-03' },
      { field: 'dateOfCare', line: 1, value: '2025-09-06' },
      { field: 'dateOfCare', line: 2, value: '2025-09-10' },
    ],
  },
  {
    changes: [
      { field: 'keyLetter', line: 2, value: 'CS' },
      { field: 'coefficientHundredths', line: 2, value: 100 },
    ],
  },
  { removeLines: [2], changes: [{ field: 'totalCentimes', value: 56_000 }] },
  { removeLines: [0], changes: [{ field: 'totalCentimes', value: 62_000 }] },
  { removeLines: [0], changes: [{ field: 'totalCentimes', value: 31_000 }] },
  { addLines: 1, changes: [...anew(3), { field: 'totalCentimes', value: 112_000 }] },
  { addLines: 1, changes: anew(3), removeLines: [0] },
  { changes: [{ field: 'dispensedOn', value: '2025-09-06' }] },
  {
    addBoxes: 1,
    changes: [
      { field: 'medicineCode', line: 2, value: cardiopex.code },
      { field: 'boxes', line: 2, value: 1 },
      { field: 'unitPriceCentimes', line: 2, value: 9_620 },
      { field: 'totalCentimes', value: 50_240 },
    ],
  },
  {
    changes: [
      { field: 'boxes', line: 1, value: 2 },
      { field: 'totalCentimes', value: 50_240 },
    ],
  },
  { changes: [{ field: 'careType', value: 'illness' }] },
  { changes: [{ field: 'careType', value: null }] },
  {
    changes: [
      { field: 'registrationNumber', value: FRIEND.number },
      { field: 'cin', value: FRIEND.cin },
      { field: 'insuredName', value: FRIEND.name },
      { field: 'insuredBirthDate', value: FRIEND.birthDate },
      { field: 'patientName', value: FRIEND.name },
      { field: 'patientBirthDate', value: FRIEND.birthDate },
    ],
  },
];

const step: fc.Arbitrary<LoneStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 4 }) }) },
  { weight: 8, arbitrary: fc.constantFrom(...attacks) },
  { weight: 1, arbitrary: line.map((of) => ({ removeLines: [of] })) },
  { weight: 1, arbitrary: fc.constant({ addLines: 1 }) },
  {
    weight: 3,
    arbitrary: fc.array(place, { minLength: 1, maxLength: 3 }).map((confirmed) => ({ confirmed })),
  },
  { weight: 5, arbitrary: fc.constant('submit' as const) },
);

export const loneSteps = fc.array(step, { minLength: 3, maxLength: 14, size: 'max' });

/** Does it as this person, as far as they are let: what is refused changes nothing. */
export async function doAs(who: Staff, steps: LoneStep, world: ReviewWorld): Promise<void> {
  const { dependencies } = world;
  try {
    const { version } = await takeClaim(CLAIM_ID, who, dependencies);
    if (steps === 'submit') await submitReview(CLAIM_ID, { version }, who, dependencies);
    else {
      const nothing = { changes: [], confirmed: [], addLines: 0, removeLines: [] };
      await saveCorrections(CLAIM_ID, { ...nothing, ...steps, version }, who, dependencies);
    }
  } catch (error) {
    if (!(error instanceof ReviewRefusal)) throw error;
  }
  await world.relay();
}
