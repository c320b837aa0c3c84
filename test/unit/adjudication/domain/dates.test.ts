import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { contributions, act, child, claimInput, field, personFile } from './claim-builder.ts';

interface Case {
  readonly care: readonly string[];
  readonly submitted: string;
  readonly signed?: string | undefined;
}

function decide({ care, submitted, signed }: Case) {
  const months = ['2023', '2024', '2025', '2026'].flatMap((year) =>
    contributions('AMO_SALARIE').map((record) => ({ ...record, month: `${year}${record.month.slice(4)}` })),
  );
  return adjudicate(
    claimInput({
      person: personFile({ contributions: months }),
      claim: { submissionDate: submitted, receivedOn: submitted, decidedOn: submitted },
      form: {
        acts: care.map((dateOfCare, index) => act({ dateOfCare, billedCentimes: 25_000 + index })),
        signatureDate: signed === undefined ? undefined : field(signed),
      },
    }),
  );
}

const codes = (decision: ReturnType<typeof decide>) =>
  decision.findings
    .filter(({ code }) => !['FORM_INCOMPLETE', 'BILLED_ABOVE_TARIFF'].includes(code))
    .map(({ kind, code }) => `${kind} ${code}`);

describe('filed in time', () => {
  it.each<[string, Case, string]>([
    ['on the last day of two months', { care: ['2025-03-10'], submitted: '2025-05-10' }, 'approved'],
    ['one day later', { care: ['2025-03-10'], submitted: '2025-05-11' }, 'rejected'],
    ['on 28 February for care on 31 December', { care: ['2024-12-31'], submitted: '2025-02-28' }, 'approved'],
    [
      'on 1 March for care on 31 December, 60 days later',
      { care: ['2024-12-31'], submitted: '2025-03-01' },
      'rejected',
    ],
    ['on 29 February of a leap year', { care: ['2023-12-31'], submitted: '2024-02-29' }, 'approved'],
    [
      '62 days after care, within two long months',
      { care: ['2025-07-01'], submitted: '2025-09-01' },
      'approved',
    ],
  ])('decides a form that comes %s', (_, given, outcome) => {
    const decision = decide(given);
    expect(decision.outcome).toBe(outcome);
    expect(codes(decision)).toEqual(outcome === 'rejected' ? ['rejection LATE_FILING'] : []);
  });

  it('counts from the first act, in whatever order the acts are written', () => {
    const decision = decide({ care: ['2025-09-01', '2025-05-01'], submitted: '2025-11-30' });
    expect(codes(decision)).toContain('rejection LATE_FILING');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        details: { firstAct: '2025-05-01', deadline: '2025-07-01', filedOn: '2025-11-30' },
      }),
    );
  });

  it('refers acts of several days that may be one treatment, within 60 days of its end', () => {
    expect(codes(decide({ care: ['2025-05-01', '2025-08-01'], submitted: '2025-09-30' }))).toEqual([
      'doubt LATE_FILING',
    ]);
    expect(codes(decide({ care: ['2025-05-01', '2025-08-01'], submitted: '2025-10-01' }))).toEqual([
      'rejection LATE_FILING',
    ]);
  });

  it('rejects a late claim even where an act of it could not have been priced', () => {
    const decision = adjudicate(
      claimInput({
        claim: { submissionDate: '2025-12-15' },
        form: { acts: [act({ keyLetter: 'K', coefficientHundredths: 1600 })] },
      }),
    );
    expect(decision).toMatchObject({
      outcome: 'rejected',
      lines: [{ outcome: 'rejected', paidCentimes: 0 }],
    });
  });
});

describe('dates that cannot be', () => {
  it.each<[string, Case, string]>([
    ['care after submission', { care: ['2025-09-16'], submitted: '2025-09-15' }, 'doubt CARE_DATE_IN_FUTURE'],
    [
      'care after the signature',
      { care: ['2025-09-12'], submitted: '2025-09-15', signed: '2025-09-11' },
      'doubt CARE_DATE_IMPLAUSIBLE',
    ],
  ])('refers %s', (_, given, expected) => {
    expect(codes(decide(given))).toEqual([expected]);
  });

  it('refers care before the birth of the child', () => {
    const person = personFile({ dependants: [child({ birthDate: '2025-09-10', from: '2025-01-01' })] });
    const form = {
      beneficiaryLink: field('child' as const),
      patientName: field('BENNANI Adam'),
      patientBirthDate: field('2025-09-10'),
    };
    const decision = adjudicate(claimInput({ person, form }));
    expect(decision.outcome).toBe('referred');
    expect(codes(decision)).toContain('doubt CARE_DATE_IMPLAUSIBLE');
  });

  it('refers a year that may be misread, and rejects it when the signature bears it out', () => {
    expect(decide({ care: ['2023-09-03'], submitted: '2025-09-15', signed: '2025-09-11' }).outcome).toBe(
      'referred',
    );
    expect(decide({ care: ['2023-09-03'], submitted: '2025-09-15', signed: '2023-09-11' }).outcome).toBe(
      'rejected',
    );
  });
});

describe('a birth date that was taken for the day of care', () => {
  it('rejects nothing, also where it was taken for that of the signature too', () => {
    const decision = decide({ care: ['1979-03-14'], submitted: '2025-09-15', signed: '1979-03-14' });
    expect(decision.outcome).toBe('referred');
    expect(codes(decision)).toContain('doubt CARE_DATE_IMPLAUSIBLE');
  });
});

describe('the day of submission', () => {
  it('notes a submission far before the file came, and pays', () => {
    const decision = adjudicate(claimInput({ claim: { receivedOn: '2025-10-15', decidedOn: '2025-10-15' } }));
    expect(decision.outcome).toBe('approved');
    expect(codes(decision)).toEqual(['signal DEPOSIT_BACKDATED']);
  });

  it('counts filing by the submission date, not by the day the file came', () => {
    const claim = { submissionDate: '2025-11-03', receivedOn: '2025-11-10', decidedOn: '2025-11-11' };
    expect(adjudicate(claimInput({ claim })).outcome).toBe('approved');
  });

  it('refers a form that was signed after its submission, where the true day would be too late', () => {
    expect(codes(decide({ care: ['2025-06-10'], submitted: '2025-08-09', signed: '2025-08-20' }))).toEqual([
      'doubt DEPOSIT_BACKDATED',
    ]);
    expect(codes(decide({ care: ['2025-08-01'], submitted: '2025-08-09', signed: '2025-08-20' }))).toEqual([
      'signal DEPOSIT_BACKDATED',
    ]);
  });
});
