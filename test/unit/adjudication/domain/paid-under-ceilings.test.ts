import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { SetAside } from '../../../../contexts/adjudication/domain/set-aside.ts';
import type { Decision, SettledPart } from '../../../../contexts/claims/domain/decision.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { act, claimInput, field, provider, readTwice } from './claim-builder.ts';

const CEILING_CENTIMES = 3_000_00;
/** Of one unit: 70 % of 12.50 DH. */
const PAID_A_UNIT_CENTIMES = 8_75;

/** A prosthesis that comes to its tariff, on a day of its own. */
const prosthesis = (units: number, day = 1): CareFormAct => ({
  ...act({ dateOfCare: `2025-09-0${day}`, billedCentimes: units * 12_50 }),
  keyLetter: readTwice('D_PROTHESE'),
  coefficientHundredths: readTwice(units * 100),
});

const says = (paidBeforeCentimes: number, line = 0): SetAside => ({
  code: 'CEILING_REACHED',
  line,
  terms: { paidBeforeCentimes },
});

function decide(
  acts: readonly CareFormAct[],
  overrides: readonly SetAside[],
  settledPart?: SettledPart,
): Decision {
  return adjudicate({
    ...claimInput({
      form: { acts },
      provider: provider({ specialty: 'Chirurgie dentaire', sector: 'PRIVATE' }),
    }),
    overrides,
    settledPart,
  });
}

const unsettled = ({ findings }: Decision) =>
  findings.flatMap(({ kind, code, line }) => (kind === 'signal' ? [] : [[kind, code, line]]));

describe('a prosthesis under its ceiling of 3,000 DH', () => {
  it('waits while nobody says what was paid before', () => {
    const decision = decide([prosthesis(40)], []);
    expect([decision.outcome, decision.paidCentimes]).toEqual(['referred', 0]);
    expect(unsettled(decision)).toEqual([['doubt', 'CEILING_REACHED', 0]]);
  });

  it('is not let through by setting the doubt aside without a word of it', () => {
    const decision = decide([prosthesis(500)], [{ code: 'CEILING_REACHED', line: 0 }]);
    expect([decision.outcome, decision.paidCentimes]).toEqual(['referred', 0]);
  });

  it.each([
    ['whole where enough is left', 2_650_00, 350_00],
    ['up to what is left', 2_800_00, 200_00],
  ])('is paid %s', (_, said, paid) => {
    const decision = decide([prosthesis(40)], [says(said)]);
    expect([decision.outcome, decision.paidCentimes]).toEqual(['approved', paid]);
  });

  it('is rejected where nothing is left, whoever said so', () => {
    const decision = decide([prosthesis(40)], [says(CEILING_CENTIMES)]);
    expect([decision.outcome, decision.paidCentimes]).toEqual(['rejected', 0]);
    expect(unsettled(decision)).toEqual([['rejection', 'CEILING_REACHED', 0]]);
  });

  it('shares it with the others of the claim, for which it is said too', () => {
    const decision = decide([prosthesis(40, 1), prosthesis(40, 3)], [says(2_500_00)]);
    expect(decision.lines.map(({ paidCentimes }) => paidCentimes)).toEqual([350_00, 150_00]);
  });

  it('takes the highest of several statements', () => {
    const decision = decide([prosthesis(40, 1), prosthesis(40, 3)], [says(0), says(2_900_00, 1)]);
    expect(decision.paidCentimes).toBe(100_00);
  });

  it('counts what was paid of the claim first when the rest is paid', () => {
    const unread = { ...prosthesis(200, 3), billedCentimes: field(2_500_00, { confidencePercent: 20 }) };
    const first = decide([prosthesis(200, 1), unread], [says(0)]);
    expect([first.outcome, first.paidCentimes]).toEqual(['partly-referred', 1_750_00]);

    const both = decide([prosthesis(200, 1), prosthesis(200, 3)], [says(0)], first.settledPart);
    expect([both.outcome, both.paidCentimes, both.paidBefore?.centimes]).toEqual([
      'approved',
      CEILING_CENTIMES,
      1_750_00,
    ]);
  });

  it('never takes more than the ceiling leaves, and all of that', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 190 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 4_000_00 }),
        (units, said) => {
          const acts = units.map((count, index) => prosthesis(count, 1 + 2 * index));
          const asked = units.reduce((sum, count) => sum + count, 0) * PAID_A_UNIT_CENTIMES;
          const left = Math.max(0, CEILING_CENTIMES - said);
          expect(decide(acts, [says(said)]).paidCentimes).toBe(Math.min(asked, left));
        },
      ),
      { numRuns: 60 },
    );
  });
});
