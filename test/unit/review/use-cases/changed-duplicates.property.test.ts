import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SaveCorrections } from '../../../../contexts/review/api/review.ts';
import { ReviewRefusal } from '../../../../contexts/review/use-cases/review-refusal.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, CLAIM_ID, ReviewWorld } from '../../../support/review-world.ts';
import { act, child, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

const EARLIER = 'EEEEFFFFEEEEFFFF-1';
const OTHER_INPE = '091024586';
/** Known by its amount. */
const CERTAIN = 31_000;
const DUPLICATE = 25_000;

/** What a reviewer does next. */
type Step = Partial<SaveCorrections> | 'submit';

const line = fc.integer({ min: 0, max: 3 });
const change = fc.oneof(
  fc.record({
    field: fc.constant('dateOfCare' as const),
    line,
    value: fc.constantFrom('2025-08-20', '2025-09-03', '2025-09-06', null),
  }),
  fc.record({ field: fc.constant('keyLetter' as const), line, value: fc.constantFrom('CS', 'C', 'K') }),
  fc.record({
    field: fc.constant('coefficientHundredths' as const),
    line,
    value: fc.constantFrom(100, null),
  }),
  fc.record({
    field: fc.constant('billedCentimes' as const),
    line,
    value: fc.constantFrom(25_000, 25_001, 31_000),
  }),
  fc.record({
    field: fc.constant('inpe' as const),
    line,
    value: fc.constantFrom('091024578', OTHER_INPE, null),
  }),
  fc.record({ field: fc.constant('inpe' as const), value: fc.constantFrom('091024578', OTHER_INPE) }),
  fc.record({
    field: fc.constant('beneficiaryLink' as const),
    value: fc.constantFrom('insured', 'child', null),
  }),
  fc.record({
    field: fc.constant('patientName' as const),
    value: fc.constantFrom('BENNANI Adam', 'BENNANI Youssef', null),
  }),
  fc.record({ field: fc.constant('patientBirthDate' as const), value: fc.constantFrom('2017-06-02', null) }),
  fc.record({
    field: fc.constant('totalCentimes' as const),
    value: fc.constantFrom(25_000, 31_000, 56_000, 81_000, 56_001, 81_001),
  }),
);
const seen = (of: number): SaveCorrections['confirmed'] => [
  { field: 'dateOfCare', line: of },
  { field: 'keyLetter', line: of },
  { field: 'billedCentimes', line: of },
  { field: 'inpe' },
  { field: 'beneficiaryLink' },
  { field: 'patientName' },
];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 5 }) }) },
  { weight: 2, arbitrary: line.map((of) => ({ removeLines: [of] })) },
  { weight: 2, arbitrary: fc.constant({ addLines: 1 }) },
  {
    weight: 3,
    arbitrary: line.chain((of) => fc.subarray([...seen(of)]).map((confirmed) => ({ confirmed }))),
  },
  { weight: 4, arbitrary: fc.constant('submit' as const) },
  // The whole of an attack, so that chance has not to find it.
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step>(
      { changes: [{ field: 'dateOfCare' as const, line: 0, value: '2025-08-20' }] },
      {
        changes: [
          { field: 'keyLetter' as const, line: 2, value: 'CS' },
          { field: 'coefficientHundredths' as const, line: 2, value: 100 },
        ],
      },
    ),
  },
);

async function duplicateInReview(): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [personFile({ dependants: [child()] })],
    providers: [provider(), provider({ inpe: OTHER_INPE })],
  });
  const stored = { pageRoles: ['care-form'], ocrEngine: 'tesseract' } as const;
  await world.dependencies.readings.saveForm(EARLIER, { form: form({}), ...stored });
  world.memory.addDraft({
    ...{ claimId: EARLIER, fileId: EARLIER.slice(0, -2), state: 'DRAFTED', version: 1 },
    ...{ channelId: 'agency-rabat-01', submissionDate: '2025-09-12', receivedOn: '2025-09-12' },
    ...{ submissionSignals: [], formNumber: 1, formsInFile: 1 },
  });
  await world.relay();
  const unpriced = act({ dateOfCare: '2025-09-06', keyLetter: 'K', coefficientHundredths: 1_600 });
  const certain = act({ dateOfCare: '2025-08-28', billedCentimes: CERTAIN });
  await world.draft(
    form({
      acts: [act({ billedCentimes: DUPLICATE }), certain, unpriced],
      beneficiaryLink: field('insured'),
    }),
    {},
  );
  return world;
}

it('one person alone gets nothing paid in the place of a line that was found paid elsewhere, whatever they do', async () => {
  let gone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14, size: 'max' }), async (steps) => {
      const world = await duplicateInReview();
      for (const one of [...steps, 'submit' as const]) {
        try {
          const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
          if (one === 'submit') {
            await submitReview(CLAIM_ID, { version }, amina, world.dependencies);
            await world.relay();
          } else {
            const nothing = { changes: [], confirmed: [], addLines: 0, removeLines: [] };
            await saveCorrections(CLAIM_ID, { ...nothing, ...one, version }, amina, world.dependencies);
          }
        } catch (error) {
          if (!(error instanceof ReviewRefusal)) throw error;
        }
        const decision = await world.decision();
        const lines = decision?.lines ?? [];
        const isThere = lines.some(
          ({ outcome, billedCentimes, keyLetter, dateOfCare }) =>
            outcome === 'rejected' &&
            billedCentimes === DUPLICATE &&
            keyLetter === 'CS' &&
            dateOfCare === '2025-09-03',
        );
        const findings = decision?.findings ?? [];
        if (findings.some(({ code }) => code === 'DUPLICATE_CHANGED')) gone += 1;
        const isNew = ({ billedCentimes, keyLetter, dateOfCare }: (typeof lines)[number]): boolean =>
          billedCentimes !== CERTAIN || keyLetter !== 'CS' || dateOfCare !== '2025-08-28';
        expect(lines.filter((paid) => !isThere && paid.outcome === 'paid' && isNew(paid))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  // The stories are about what they should be about.
  expect(gone).toBeGreaterThan(10);
});
