import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicateClaim } from '../../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { ReviewWorld } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../domain/claim-builder.ts';

const CLAIMS = ['AAAABBBBCCCCDDDD-1', 'AAAABBBBCCCCDDDD-2', 'AAAABBBBCCCCDDDD-3'];

/** Of the same doctor, as the register has it. */
const OTHER_NUMBER = '092307418';

const read = (centimes: number, keyLetter = 'CS'): Partial<CareForm> => ({
  acts: [act({ billedCentimes: centimes, keyLetter })],
  totalCentimes: { ...field(centimes), evidence: ['SUM'] },
});
const variants = [read(25_000), read(25_001), read(25_000, 'C'), read(26_000)];

/** The same sheet, read a little differently each time, decided at the same moment, in an order that chance makes where it is asked. */
async function decideTogether(forms: readonly Partial<CareForm>[], s?: fc.Scheduler): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [personFile()],
    providers: [provider(), provider({ inpe: OTHER_NUMBER })],
    pause: s && (() => s.schedule(Promise.resolve())),
  });
  const drafts = forms.map(async (changes, index) => {
    const claimId = CLAIMS[index] ?? '';
    await world.dependencies.readings.saveForm(claimId, {
      form: form(changes),
      pageRoles: ['care-form'],
      ocrEngine: 'tesseract',
    });
    world.memory.addDraft({
      claimId,
      state: 'DRAFTED',
      version: 1,
      fileId: claimId.slice(0, -2),
      channelId: 'agency-rabat-01',
      submissionDate: '2025-09-15',
      receivedOn: '2025-09-15',
      submissionSignals: [],
      formNumber: 1,
      formsInFile: 1,
    });
    return adjudicateClaim({ claimId, channelId: 'agency-rabat-01' }, world.dependencies);
  });
  await (s?.waitFor(Promise.all(drafts)) ?? Promise.all(drafts));
  return world;
}

/** Days of the acts that a claim is paid for. */
async function paidDays(world: ReviewWorld, claimId: string): Promise<readonly string[]> {
  const { payment } = await world.claim(claimId);
  const decision = await world.decision(claimId);
  if (payment === undefined || decision === undefined) return [];
  return decision.lines.flatMap(({ outcome, dateOfCare }) =>
    outcome === 'paid' && dateOfCare !== undefined ? [dateOfCare] : [],
  );
}

describe('a sheet that is scanned several times and read differently', () => {
  it('is paid by itself once, however the claims are decided beside each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...variants), { minLength: 2, maxLength: 3 }),
        async (s, forms) => {
          const world = await decideTogether(forms, s);
          const paid = await s.waitFor(
            Promise.all(CLAIMS.slice(0, forms.length).map((claimId) => world.claim(claimId))),
          );
          expect(paid.filter(({ payment }) => payment !== undefined)).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is paid by itself once, also where its day was read as the day beside', async () => {
    const days = ['2025-09-03', '2025-09-04', '2025-09-05'];
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.subarray(days, { minLength: 1 }), { minLength: 2, maxLength: 3 }),
        async (s, daysOfForms) => {
          const forms = daysOfForms.map((dates) => {
            const acts = dates.map((dateOfCare) => act({ dateOfCare }));
            const total = 25_000 * acts.length;
            return { acts, totalCentimes: { ...field(total), evidence: ['SUM' as const] } };
          });
          const world = await decideTogether(forms, s);
          const paid = await s.waitFor(
            Promise.all(CLAIMS.slice(0, forms.length).map((claimId) => paidDays(world, claimId))),
          );
          // On one form two days are two acts, as the sheet says; on two forms they may be one act that was read twice.
          const isBeside = paid.some((one, index) =>
            paid
              .slice(index + 1)
              .some((other) =>
                one.some((day) =>
                  other.some((day2) => Math.abs(days.indexOf(day) - days.indexOf(day2)) <= 1),
                ),
              ),
          );
          expect(isBeside).toBe(false);
          expect(paid.flat().length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is paid by itself once where it is filed under two numbers of one provider', async () => {
    const atOther = { ...read(25_000), inpe: field(OTHER_NUMBER) };
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(read(25_000), atOther), { minLength: 2, maxLength: 3 }),
        async (s, forms) => {
          const world = await decideTogether(forms, s);
          const decided = await s.waitFor(
            Promise.all(CLAIMS.slice(0, forms.length).map((claimId) => world.claim(claimId))),
          );
          expect(decided.filter(({ payment }) => payment !== undefined)).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is looked at where it stands twice on one form, under a number each', async () => {
    const acts = [act(), { ...act(), inpe: { ...field(OTHER_NUMBER), attestedBy: ['amina'] } }];
    const total = { ...field(50_000), evidence: ['SUM' as const] };
    const world = await decideTogether([{ acts, totalCentimes: total }]);
    const decision = await world.decision(CLAIMS[0] ?? '');
    expect(decision?.findings).toContainEqual(
      expect.objectContaining({ kind: 'doubt', code: 'DUPLICATE', line: 1, details: { sameAsLine: 0 } }),
    );
  });

  it('is another act at another provider for another amount, or for somebody else', async () => {
    for (const other of [
      { ...read(26_000), inpe: field(OTHER_NUMBER) },
      { ...read(25_000, 'C'), inpe: field(OTHER_NUMBER) },
    ]) {
      const world = await decideTogether([read(25_000), other]);
      const decision = await world.decision(CLAIMS[1] ?? '');
      expect(decision?.findings.map(({ code }) => code)).not.toContain('NEAR_DUPLICATE');
    }
  });
});
