import { describe, expect, it } from 'vitest';

import type { Contribution, Coverage } from '../../../../contexts/registry/records/registry-records.ts';
import type { BeneficiaryRef } from '../../../../contexts/claims/domain/decision.ts';
import { checkCoverage } from '../../../../contexts/coverage/domain/check-coverage.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { child, contributions, fileUnder, personFile } from '../../adjudication/domain/claim-builder.ts';

const rules = currentRuleBook();
const insured: BeneficiaryRef = { kind: 'insured' };
const careDay = '2025-09-03';

function verdicts(
  file = personFile(),
  { beneficiary = insured, day = careDay, book = rules } = {},
): string[] {
  return checkCoverage(file, beneficiary, day, book).against.map(({ kind, code }) => `${kind} ${code}`);
}

const coverage = (changes: Partial<Coverage>): Coverage => ({
  type: 'coverage',
  registrationNumber: '184203957',
  scheme: 'AMO_SALARIE',
  from: '2015-01-01',
  ...changes,
});

describe('the scheme on the day of care', () => {
  it('covers an employee with paid months, and says by which rules', () => {
    expect(checkCoverage(personFile(), insured, careDay, rules)).toEqual({
      scheme: 'AMO_SALARIE',
      against: [],
      ruleIds: ['waiting-salarie'],
    });
  });

  it.each<[string, readonly Coverage[], string]>([
    ['who was never covered', [], 'rejection RIGHTS_CLOSED_AT_CARE_DATE'],
    [
      'whose coverage had not begun',
      [coverage({ from: '2025-09-04' })],
      'rejection RIGHTS_CLOSED_AT_CARE_DATE',
    ],
    [
      'whose scheme ended the day before',
      [coverage({ scheme: 'AMO_TADAMON', to: '2025-09-02' })],
      'rejection RIGHTS_CLOSED_AT_CARE_DATE',
    ],
    [
      'whose employment ended long ago',
      [coverage({ to: '2025-03-02' })],
      'rejection RIGHTS_CLOSED_AT_CARE_DATE',
    ],
    [
      'whose employment ended less than six months ago',
      [coverage({ to: '2025-03-03' })],
      'doubt RIGHTS_CLOSED_AT_CARE_DATE',
    ],
    ['who has two schemes', [coverage({}), coverage({ scheme: 'AMO_TNS' })], 'doubt SEVERAL_COVERAGES'],
  ])('does not cover a person %s', (_, coverages, expected) => {
    expect(verdicts(personFile({ coverages }))).toEqual([expected]);
  });

  it('covers the last day of a coverage, and a change of scheme from one day to the next', () => {
    const coverages = [coverage({ to: careDay }), coverage({ scheme: 'AMO_TADAMON', from: '2025-09-04' })];
    expect(verdicts(personFile({ coverages }))).toEqual([]);
    expect(checkCoverage(personFile({ coverages }), insured, '2025-09-04', rules).scheme).toBe('AMO_TADAMON');
  });

  it('asks Tadamon for no waiting period and no contribution', () => {
    const coverages = [coverage({ scheme: 'AMO_TADAMON', from: careDay })];
    expect(verdicts(personFile({ coverages, contributions: [] }))).toEqual([]);
  });
});

describe('employees: 54 days declared and paid in the six months before the month of care', () => {
  const employee = (days: Readonly<Record<string, Partial<Contribution>>>, from = '2015-01-01') =>
    personFile({
      coverages: [coverage({ from })],
      contributions: contributions('AMO_SALARIE', (record) => {
        const month = days[record.month];
        return month === undefined ? { ...record, daysDeclared: 0 } : { ...record, ...month };
      }),
    });

  it.each<[string, Readonly<Record<string, Partial<Contribution>>>, string[]]>([
    [
      '54 days in separate months',
      { '2025-03': { daysDeclared: 20 }, '2025-06': { daysDeclared: 20 }, '2025-08': { daysDeclared: 14 } },
      [],
    ],
    [
      '53 days',
      { '2025-03': { daysDeclared: 20 }, '2025-06': { daysDeclared: 20 }, '2025-08': { daysDeclared: 13 } },
      ['rejection WAITING_PERIOD'],
    ],
    [
      'days too long ago',
      { '2025-01': { daysDeclared: 26 }, '2025-02': { daysDeclared: 26 }, '2025-08': { daysDeclared: 20 } },
      ['rejection WAITING_PERIOD'],
    ],
    [
      'days of the month of care',
      { '2025-08': { daysDeclared: 26 }, '2025-09': { daysDeclared: 26 }, '2025-07': { daysDeclared: 20 } },
      ['rejection WAITING_PERIOD'],
    ],
    [
      'days that were declared and not paid',
      {
        '2025-07': { daysDeclared: 26 },
        '2025-08': { daysDeclared: 26 },
        '2025-06': { daysDeclared: 26, paid: false },
      },
      ['rejection CONTRIBUTIONS_UNPAID'],
    ],
  ])('decides by %s', (_, days, expected) => {
    expect(verdicts(employee(days))).toEqual(expected);
  });

  it('doubts where a month that is not on record could bring the days', () => {
    const file = personFile({
      contributions: contributions('AMO_SALARIE', (record) =>
        record.month === '2025-07' ? record : undefined,
      ),
    });
    expect(verdicts(file)).toEqual(['doubt WAITING_PERIOD']);
  });

  it('knows that the months before the person joined bring no days', () => {
    const file = personFile({
      coverages: [coverage({ from: '2025-07-01' })],
      contributions: contributions('AMO_SALARIE', (record) =>
        record.month === '2025-07'
          ? { ...record, daysDeclared: 20 }
          : record.month === '2025-08'
            ? { ...record, daysDeclared: 26 }
            : undefined,
      ),
    });
    expect(verdicts(file)).toEqual(['rejection WAITING_PERIOD']);
  });
});

describe('TNS and Achamil: three months paid', () => {
  const joined = (scheme: 'AMO_TNS' | 'AMO_ACHAMIL', from: string) =>
    fileUnder(scheme, { coverages: [coverage({ scheme, from })] });

  it.each(['AMO_TNS', 'AMO_ACHAMIL'] as const)(
    'opens the right of %s three months after the month of joining',
    (scheme) => {
      expect(verdicts(joined(scheme, '2025-06-20'), { day: '2025-08-31' })).toEqual([
        'rejection WAITING_PERIOD',
      ]);
      expect(verdicts(joined(scheme, '2025-06-20'), { day: '2025-09-01' })).toEqual([]);
    },
  );

  it('stops on a month that is known to be unpaid', () => {
    const unpaid = contributions('AMO_TNS', (record) => ({ ...record, paid: record.month !== '2025-07' }));
    expect(verdicts(fileUnder('AMO_TNS', { contributions: unpaid }))).toEqual([
      'rejection CONTRIBUTIONS_UNPAID',
    ]);
    expect(verdicts(fileUnder('AMO_TNS', { contributions: unpaid }), { day: '2025-11-01' })).toEqual([]);
  });

  it('doubts a month without a record: lists of payments come late', () => {
    const late = contributions('AMO_TNS', (record) => (record.month === '2025-08' ? undefined : record));
    expect(verdicts(fileUnder('AMO_TNS', { contributions: late }))).toEqual(['doubt CONTRIBUTIONS_UNPAID']);
  });

  it('takes no month of another scheme for one of its own', () => {
    expect(verdicts(fileUnder('AMO_TNS', { contributions: contributions('AMO_ACHAMIL') }))).toEqual([
      'doubt CONTRIBUTIONS_UNPAID',
    ]);
  });

  it('counts a month as paid when it was paid after all', () => {
    const twice = contributions('AMO_TNS').flatMap((record) => [{ ...record, paid: false }, record]);
    expect(verdicts(fileUnder('AMO_TNS', { contributions: twice }))).toEqual([]);
  });
});

describe('the waiting period of TNS has had three values', () => {
  const tns = (from: string, day: string) => {
    const months = contributions('AMO_TNS').flatMap((record) =>
      ['2019', '2020', '2021', '2022', '2023', '2024', '2025'].map((year) => ({
        ...record,
        month: year + record.month.slice(4),
      })),
    );
    return verdicts(
      fileUnder('AMO_TNS', { coverages: [coverage({ scheme: 'AMO_TNS', from })], contributions: months }),
      { day },
    );
  };

  it('was six months at first', () => {
    expect(tns('2020-03-01', '2020-08-31')).toEqual(['rejection WAITING_PERIOD']);
    expect(tns('2020-03-01', '2020-09-01')).toEqual([]);
  });

  it('was one month for who owed from December 2021: right from 1 January 2022', () => {
    expect(tns('2021-12-01', '2021-12-31')).toEqual(['rejection WAITING_PERIOD']);
    expect(tns('2021-12-01', '2022-01-01')).toEqual([]);
  });

  it('is three months now', () => {
    expect(tns('2025-01-01', '2025-03-31')).toEqual(['rejection WAITING_PERIOD']);
    expect(tns('2025-01-01', '2025-04-01')).toEqual([]);
  });

  it('is doubted only where the two values that may apply disagree', () => {
    expect(tns('2024-03-01', '2024-03-31')).toEqual(['rejection WAITING_PERIOD']);
    expect(tns('2024-03-01', '2024-04-15')).toEqual(['doubt WAITING_PERIOD']);
    expect(tns('2024-03-01', '2024-06-01')).toEqual([]);
  });
});

describe('members of the family', () => {
  const ref: BeneficiaryRef = { kind: 'dependant', dependantId: '1' };
  const family = (changes: Parameters<typeof child>[0], day = careDay) =>
    verdicts(
      personFile({
        dependants: [child(changes)],
        contributions: ['2025', '2026', '2027'].flatMap((year) =>
          contributions('AMO_SALARIE').map((record) => ({ ...record, month: year + record.month.slice(4) })),
        ),
      }),
      { beneficiary: ref, day },
    );
  const studying = { studies: [{ from: '2024-09-15', to: '2028-07-15' }] };

  it.each<[string, Parameters<typeof child>[0], string, string[]]>([
    ['a child of 21', { birthDate: '2003-09-04' }, careDay, []],
    ['a child on the 22nd birthday', { birthDate: '2003-09-03' }, careDay, ['rejection BENEFICIARY_AGE']],
    ['a student of 26', { birthDate: '1998-09-04', ...studying }, careDay, []],
    [
      'a student on the 27th birthday',
      { birthDate: '1998-09-03', ...studying },
      careDay,
      ['rejection BENEFICIARY_AGE'],
    ],
    [
      'a student outside the studies that were proven',
      { birthDate: '2000-01-01', studies: [{ from: '2023-09-01', to: '2024-07-15' }] },
      careDay,
      ['rejection BENEFICIARY_AGE'],
    ],
    ['a disabled child of 40', { birthDate: '1985-01-01', disabled: true }, careDay, []],
    [
      'a disabled child of 40 on the last day of the certificate',
      { birthDate: '1985-01-01', disabled: true, disabledTo: careDay },
      careDay,
      [],
    ],
    [
      'a disabled child of 40 whose certificate held until the day before',
      { birthDate: '1985-01-01', disabled: true, disabledTo: '2025-09-02' },
      careDay,
      ['rejection BENEFICIARY_AGE'],
    ],
    [
      'a disabled child of 10 whatever the certificate',
      { birthDate: '2015-01-01', disabled: true, disabledTo: '2020-01-01' },
      careDay,
      [],
    ],
    ['a spouse of any age', { link: 'spouse', birthDate: '1960-01-01' }, careDay, []],
    [
      'a student of 28 before law 54-23',
      { birthDate: '1998-06-01', ...studying },
      '2027-01-28',
      ['rejection BENEFICIARY_AGE'],
    ],
    [
      'a student of 28 when law 54-23 may be in force',
      { birthDate: '1998-06-01', ...studying },
      '2027-02-15',
      ['doubt BENEFICIARY_AGE'],
    ],
    ['a student of 28 under law 54-23', { birthDate: '1998-06-01', ...studying }, '2027-04-01', []],
    [
      'a student of 31 under law 54-23',
      { birthDate: '1996-01-01', ...studying },
      '2027-04-01',
      ['rejection BENEFICIARY_AGE'],
    ],
    ['a child not yet declared', { from: '2025-09-04' }, careDay, ['rejection BENEFICIARY_NOT_DECLARED']],
    ['a child no longer declared', { to: '2025-09-02' }, careDay, ['rejection BENEFICIARY_NOT_DECLARED']],
    [
      'a spouse who was taken off less than a year ago',
      { link: 'spouse', to: '2025-01-31' },
      careDay,
      ['doubt BENEFICIARY_NOT_DECLARED'],
    ],
    [
      'a spouse who was taken off long ago',
      { link: 'spouse', to: '2024-01-31' },
      careDay,
      ['rejection BENEFICIARY_NOT_DECLARED'],
    ],
    ['a child who had died', { deceasedOn: '2025-09-02' }, careDay, ['rejection PERSON_DECEASED']],
    ['a child who died that day', { deceasedOn: careDay }, careDay, []],
  ])('decides on %s', (_, changes, day, expected) => {
    expect(family(changes, day)).toEqual(expected);
  });

  it('rejects a member that is not in the file', () => {
    expect(verdicts(personFile(), { beneficiary: ref })).toEqual(['rejection BENEFICIARY_NOT_DECLARED']);
  });

  it('refers the family of an insured person who died less than two years ago, and rejects it after', () => {
    const file = (deceasedOn: string) => {
      const { person } = personFile();
      return personFile({ person: { ...person, deceasedOn }, dependants: [child()] });
    };
    expect(verdicts(file('2024-06-01'), { beneficiary: ref })).toEqual(['doubt PERSON_DECEASED']);
    expect(verdicts(file('2023-06-01'), { beneficiary: ref })).toEqual(['rejection PERSON_DECEASED']);
    expect(verdicts(file('2025-09-02'))).toEqual(['rejection PERSON_DECEASED']);
  });
});

describe('rules that are not known well enough', () => {
  it('decide nothing: what they would reject or allow is doubted', () => {
    const waitingPeriods = rules.data.waitingPeriods.map((row) => ({
      ...row,
      confidence: 'UNCERTAIN' as const,
    }));
    const book = createRuleBook({ ...rules.data, waitingPeriods });
    expect(verdicts(personFile(), { book })).toEqual(['doubt WAITING_PERIOD']);
  });

  it('are missing: the person is not covered for certain', () => {
    const book = createRuleBook({ ...rules.data, waitingPeriods: [] });
    expect(verdicts(personFile(), { book })).toEqual(['doubt WAITING_PERIOD']);
  });
});
