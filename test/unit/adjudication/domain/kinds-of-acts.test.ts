import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareFormAct, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import type { PriorApproval } from '../../../../contexts/registry/records/registry-records.ts';
import { act, claimInput, field, personFile, provider } from './claim-builder.ts';

/** A value that a person keyed. */
const keyed = <T>(value: T): ReadField<T> => ({ ...field(value), attestedBy: ['amina'] });

interface Billed {
  readonly letter: string;
  readonly coefficient?: number;
  readonly count?: number;
  readonly dirhams: number;
}

const rowOf = ({ letter, coefficient, count, dirhams }: Billed): CareFormAct => ({
  ...act(),
  keyLetter: keyed(letter),
  coefficientHundredths: coefficient === undefined ? undefined : keyed(coefficient * 100),
  ...(count === undefined ? {} : { quantity: keyed(count) }),
  billedCentimes: keyed(dirhams * 100),
});

const approvalOf = (keyLetter: string): PriorApproval => ({
  type: 'prior-approval',
  registrationNumber: '184203957',
  approvalId: 'A1',
  keyLetter,
  from: '2025-09-01',
  to: '2025-12-31',
});

interface By {
  readonly specialty: string;
  readonly sector?: 'PRIVATE' | 'PUBLIC';
  readonly approved?: string;
  readonly paidForProstheses?: number;
  /** Findings that a supervisor set aside, each of the first line. */
  readonly setAside?: string;
}

function decide(
  lines: readonly Billed[],
  { specialty, sector = 'PRIVATE', approved, paidForProstheses, setAside }: By,
) {
  return adjudicate(
    claimInput({
      form: { acts: lines.map(rowOf) },
      provider: provider({ specialty, sector }),
      overrides: [
        ...(setAside === undefined ? [] : [{ code: setAside, line: 0 }]),
        ...(paidForProstheses === undefined
          ? []
          : [{ code: 'CEILING_REACHED', line: 0, terms: { paidBeforeCentimes: paidForProstheses * 100 } }]),
      ],
      person: personFile({ priorApprovals: approved === undefined ? [] : [approvalOf(approved)] }),
    }),
  );
}

const codesOf = (decision: ReturnType<typeof decide>) =>
  decision.findings.filter(({ kind }) => kind !== 'signal').map(({ kind, code }) => `${kind} ${code}`);

describe('what is paid by the rules of its kind', () => {
  const clinic = 'Clinique';
  const setAside = 'WORK_ACCIDENT_OR_OTHER_PAYER';
  it.each<[string, Billed[], By, number]>([
    [
      'several analyses of a laboratory',
      [
        { letter: 'B', coefficient: 80, dirhams: 88 },
        { letter: 'B', coefficient: 30, dirhams: 40 },
        { letter: 'B', coefficient: 250, dirhams: 200 },
      ],
      { specialty: 'Laboratoire d’analyses médicales' },
      0.7 * (88 + 33 + 200),
    ],
    [
      'an analysis of a public one',
      [{ letter: 'B', coefficient: 100, dirhams: 100 }],
      { specialty: 'Biologie médicale', sector: 'PUBLIC' },
      63,
    ],
    ['a picture', [{ letter: 'Z', coefficient: 40, dirhams: 500 }], { specialty: 'Radiologie' }, 280],
    [
      'sessions of physiotherapy under one date, with their approval',
      [{ letter: 'AMM', coefficient: 10, dirhams: 700 }],
      { specialty: 'Kinésithérapie', approved: 'AMM' },
      350,
    ],
    [
      'dental care that a person tells from a prosthesis',
      [{ letter: 'D_SOINS', coefficient: 15, dirhams: 300 }],
      { specialty: 'Chirurgie dentaire' },
      183.75,
    ],
    [
      'a prosthesis under its ceiling',
      [{ letter: 'D_PROTHESE', coefficient: 50, dirhams: 900 }],
      { specialty: 'Chirurgie dentaire', paidForProstheses: 2_700 },
      300,
    ],
    [
      'days in a clinic that a supervisor lets be paid to the insured',
      [{ letter: 'HOSP_MED_JOUR', count: 3, dirhams: 2_100 }],
      { specialty: clinic, approved: 'HOSP_MED_JOUR', setAside },
      1_155,
    ],
    [
      'a day of intensive care',
      [{ letter: 'SOINS_INTENSIFS_JOUR', count: 1, dirhams: 1_000 }],
      { specialty: clinic, approved: 'SOINS_INTENSIFS_JOUR', setAside },
      700,
    ],
    [
      'days of reanimation',
      [{ letter: 'REANIMATION_JOUR', count: 2, dirhams: 4_000 }],
      { specialty: clinic, approved: 'REANIMATION_JOUR', setAside },
      2_100,
    ],
  ])('%s', (_, lines, by, dirhams) => {
    const decision = decide(lines, by);
    expect([decision.outcome, codesOf(decision), decision.paidCentimes]).toEqual([
      'approved',
      [],
      Math.round(dirhams * 100),
    ]);
  });
});

describe('what a person decides', () => {
  it.each<[string, Billed, By, string]>([
    [
      'a dentist’s D, which is care or a prosthesis',
      { letter: 'D', coefficient: 15, dirhams: 300 },
      { specialty: 'Chirurgie dentaire' },
      'doubt TARIFF_NOT_CERTAIN',
    ],
    [
      'a prosthesis of somebody whose former ones are not known',
      { letter: 'D_PROTHESE', coefficient: 50, dirhams: 900 },
      { specialty: 'Chirurgie dentaire' },
      'doubt CEILING_REACHED',
    ],
    ['spectacles', { letter: 'OPT', dirhams: 1_200 }, { specialty: 'Opticien' }, 'doubt TARIFF_UNKNOWN'],
    [
      'injections of a nurse',
      { letter: 'AMI', coefficient: 2, dirhams: 60 },
      { specialty: 'Infirmière' },
      'doubt TARIFF_UNKNOWN',
    ],
    [
      'care of a midwife',
      { letter: 'SF', coefficient: 10, dirhams: 300 },
      { specialty: 'Sage-femme' },
      'doubt TARIFF_UNKNOWN',
    ],
    [
      'ultrasound in the private sector',
      { letter: 'KE', coefficient: 30, dirhams: 400 },
      { specialty: 'Radiologie' },
      'doubt TARIFF_UNKNOWN',
    ],
    [
      'sessions of dialysis, of whose flat fees none was found',
      { letter: 'DIALYSE_SEANCE', count: 12, dirhams: 9_600 },
      { specialty: 'Centre d’hémodialyse', approved: 'DIALYSE_SEANCE' },
      'doubt TARIFF_UNKNOWN',
    ],
    [
      'a stay without an approval, which is not rejected either',
      { letter: 'HOSP_MED_JOUR', count: 3, dirhams: 2_100 },
      { specialty: 'Clinique' },
      'doubt PRIOR_APPROVAL_MISSING',
    ],
    [
      'a stay that was approved, and that the establishment is paid for',
      { letter: 'HOSP_MED_JOUR', count: 3, dirhams: 2_100 },
      { specialty: 'Clinique', approved: 'HOSP_MED_JOUR' },
      'doubt WORK_ACCIDENT_OR_OTHER_PAYER',
    ],
    [
      'days of a public hospital, whose tariff was not found',
      { letter: 'HOSP_MED_JOUR', dirhams: 300 },
      { specialty: 'Hôpital', sector: 'PUBLIC', approved: 'HOSP_MED_JOUR' },
      'doubt TARIFF_UNKNOWN',
    ],
    [
      'a stay that a doctor bills',
      { letter: 'HOSP_MED_JOUR', dirhams: 550 },
      { specialty: 'Cardiologie', approved: 'HOSP_MED_JOUR' },
      'doubt ACT_NOT_OF_SPECIALTY',
    ],
  ])('%s', (_, line, by, code) => {
    const decision = decide([line], by);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(codesOf(decision)).toContain(code);
  });

  it('physiotherapy without its approval is rejected: that one is needed is certain', () => {
    const line = { letter: 'AMM', coefficient: 10, dirhams: 500 };
    expect(codesOf(decide([line], { specialty: 'Kinésithérapie' }))).toEqual([
      'rejection PRIOR_APPROVAL_MISSING',
    ]);
  });
});
