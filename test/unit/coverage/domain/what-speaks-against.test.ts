import { describe, expect, it } from 'vitest';
import type {
  Contribution,
  Coverage,
  Dependant,
} from '../../../../contexts/registry/records/registry-records.ts';
import type { BeneficiaryRef } from '../../../../contexts/claims/domain/decision.ts';
import { monthOf, monthsBefore } from '../../../../contexts/shared/time/calendar.ts';
import { checkCoverage } from '../../../../contexts/coverage/domain/check-coverage.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { child, contributions, fileUnder, personFile } from '../../adjudication/domain/claim-builder.ts';

const rules = currentRuleBook();
const careDay = '2025-09-03';
const insured: BeneficiaryRef = { kind: 'insured' };
const dependant: BeneficiaryRef = { kind: 'dependant', dependantId: '1' };

const check = (file: PersonFile, beneficiary: BeneficiaryRef = insured, day = careDay) =>
  checkCoverage(file, beneficiary, day, rules);
const against = (...given: Parameters<typeof check>) => check(...given).against;

const coverage = (changes: Partial<Coverage>): Coverage => ({
  type: 'coverage',
  registrationNumber: '184203957',
  scheme: 'AMO_SALARIE',
  from: '2015-01-01',
  ...changes,
});
const ofDead = (deceasedOn: string): PersonFile =>
  personFile({ person: { ...personFile().person, deceasedOn }, dependants: [child()] });
const withFamily = (changes: Partial<Dependant>): PersonFile => personFile({ dependants: [child(changes)] });

describe('an insured person who died', () => {
  it('is covered on the day of death, and rejected with that day from the next on', () => {
    expect(against(ofDead(careDay))).toEqual([]);
    expect(against(ofDead('2025-09-02'))).toEqual([
      { kind: 'rejection', code: 'PERSON_DECEASED', details: { deceasedOn: '2025-09-02' } },
    ]);
  });

  it('leaves the family a right that a person looks at, to the day two years later and no longer', () => {
    expect(against(ofDead('2023-09-03'), dependant)).toMatchObject([{ kind: 'doubt' }]);
    expect(against(ofDead('2023-09-02'), dependant)).toMatchObject([{ kind: 'rejection' }]);
  });
});

describe('a person whose coverage ended', () => {
  it('is told the last of all last days', () => {
    const coverages = [
      coverage({ to: '2020-12-31' }),
      coverage({ from: '2022-01-01', to: '2024-02-29' }),
      coverage({ from: '2021-01-01', to: '2021-06-30' }),
    ];
    expect(against(personFile({ coverages }))).toEqual([
      { kind: 'rejection', code: 'RIGHTS_CLOSED_AT_CARE_DATE', details: { lastDay: '2024-02-29' } },
    ]);
  });

  it('is told no last day where coverage never began, or begins later', () => {
    const later = [coverage({ from: '2025-09-04' }), coverage({ from: '2026-01-01', to: '2026-12-31' })];
    for (const coverages of [[], later]) {
      expect(against(personFile({ coverages }))).toEqual([
        { kind: 'rejection', code: 'RIGHTS_CLOSED_AT_CARE_DATE', details: {} },
      ]);
    }
  });

  it('keeps no right beyond the day where the rules know of no months after an employment', () => {
    const book = createRuleBook({
      ...rules.data,
      continuations: rules.data.continuations.filter(({ kind }) => kind !== 'employment-ended'),
    });
    const file = personFile({ coverages: [coverage({ to: '2025-09-02' })] });
    expect(checkCoverage(file, insured, careDay, book).against).toMatchObject([{ kind: 'rejection' }]);
  });

  it('keeps it by the months of employment, not by those of another reason', () => {
    const employmentLast = createRuleBook({
      ...rules.data,
      continuations: rules.data.continuations.toReversed(),
    });
    const file = personFile({ coverages: [coverage({ to: '2025-01-31' })] });
    expect(checkCoverage(file, insured, careDay, employmentLast).against).toMatchObject([
      { kind: 'rejection' },
    ]);
  });
});

describe('a person with several schemes on one day', () => {
  it('is referred with their names, and covered by none for certain', () => {
    const found = check(personFile({ coverages: [coverage({}), coverage({ scheme: 'AMO_TNS' })] }));
    expect(found.scheme).toBeUndefined();
    expect(found.against).toEqual([
      { kind: 'doubt', code: 'SEVERAL_COVERAGES', details: { schemes: 'AMO_SALARIE,AMO_TNS' } },
    ]);
  });
});

describe('contributions', () => {
  const days = (of: Readonly<Record<string, Partial<Contribution>>>) =>
    contributions('AMO_SALARIE', (record) => {
      const month = of[record.month];
      if (month === undefined) return undefined;
      return { ...record, ...month };
    });
  const months = monthsBefore(careDay, 6);
  const all = (month: Partial<Contribution>) => Object.fromEntries(months.map((name) => [name, month]));

  it('name the days that were declared, paid and asked for', () => {
    const contributed = days({ ...all({ daysDeclared: 5 }), '2025-08': { daysDeclared: 20, paid: false } });
    expect(against(personFile({ contributions: contributed }))).toEqual([
      {
        kind: 'rejection',
        code: 'WAITING_PERIOD',
        details: { declaredDays: 45, paidDays: 25, requiredDays: 54, monthsWithoutRecord: 0 },
      },
    ]);
  });

  it('are unpaid, not too few, from the very day on which enough were declared', () => {
    const declared = (last: number) =>
      days({ ...all({ daysDeclared: 10 }), '2025-08': { daysDeclared: last, paid: false } });
    expect(against(personFile({ contributions: declared(4) }))).toMatchObject([
      { code: 'CONTRIBUTIONS_UNPAID' },
    ]);
    expect(against(personFile({ contributions: declared(3) }))).toMatchObject([{ code: 'WAITING_PERIOD' }]);
  });

  it('may still come for months without a record or without days, 31 days each, and not one more', () => {
    const missingOne = (paid: number) =>
      days({
        ...all({ daysDeclared: 0 }),
        '2025-07': { daysDeclared: paid },
        '2025-08': { daysDeclared: undefined },
      });
    expect(against(personFile({ contributions: missingOne(23) }))).toEqual([
      {
        kind: 'doubt',
        code: 'WAITING_PERIOD',
        details: { declaredDays: 23, paidDays: 23, requiredDays: 54, monthsWithoutRecord: 1 },
      },
    ]);
    expect(against(personFile({ contributions: missingOne(22) }))).toMatchObject([{ kind: 'rejection' }]);
  });

  it('count a month without a record and one without days together', () => {
    const contributed = days({ ...all({ daysDeclared: 0 }), '2025-08': { daysDeclared: undefined } }).filter(
      ({ month }) => month !== '2025-07',
    );
    expect(against(personFile({ contributions: contributed }))).toMatchObject([
      { kind: 'doubt', details: { monthsWithoutRecord: 2 } },
    ]);
  });

  it('of another scheme bring no days', () => {
    expect(
      against(
        personFile({
          contributions: contributions('AMO_TNS', (record) => ({ ...record, daysDeclared: 26 })),
        }),
      ),
    ).toMatchObject([{ kind: 'doubt', details: { declaredDays: 0, paidDays: 0 } }]);
  });

  it('of the self-employed name the months, those paid and those without a record', () => {
    const unpaid = contributions('AMO_TNS', (record) => {
      if (record.month === '2025-06') return undefined;
      return { ...record, paid: record.month !== '2025-07' };
    });
    const found = check(fileUnder('AMO_TNS', { contributions: unpaid }));
    expect(found.against).toEqual([
      {
        kind: 'rejection',
        code: 'CONTRIBUTIONS_UNPAID',
        details: { unpaidMonths: 1, monthsWithoutRecord: 1, lookBackMonths: 3 },
      },
    ]);
    expect(found.ruleIds).toEqual(['waiting-tns-1', 'regularity-tns']);
  });

  it('are asked for the month of joining too, by the rule of the scheme itself', () => {
    const joined = { coverages: [coverage({ scheme: 'AMO_ACHAMIL', from: '2025-06-20' })] };
    const paid = (month: string) =>
      contributions('AMO_ACHAMIL', (record) => (record.month === month ? undefined : record));
    const found = check(fileUnder('AMO_ACHAMIL', { ...joined, contributions: paid('2025-06') }));
    expect(found.against).toMatchObject([{ kind: 'doubt', details: { monthsWithoutRecord: 1 } }]);
    expect(found.ruleIds).toEqual(['waiting-achamil', 'regularity-achamil']);
  });

  it('are doubted where the rules do not say how many may be missing', () => {
    const book = createRuleBook({ ...rules.data, contributionRules: [] });
    expect(checkCoverage(fileUnder('AMO_TNS'), insured, careDay, book).against).toEqual([
      { kind: 'doubt', code: 'CONTRIBUTIONS_UNPAID', details: { cause: 'NO_RULE_FOR_THE_DATE' } },
    ]);
  });

  it('say from which day the right opens', () => {
    const file = fileUnder('AMO_TNS', { coverages: [coverage({ scheme: 'AMO_TNS', from: '2025-08-20' })] });
    expect(against(file)).toEqual([
      { kind: 'rejection', code: 'WAITING_PERIOD', details: { joined: '2025-08-20', opensOn: '2025-11-01' } },
    ]);
  });
});

describe('a member of the family', () => {
  it('is covered from the first day of the declaration to the last', () => {
    expect(against(withFamily({ from: careDay, to: careDay }), dependant)).toEqual([]);
    expect(against(withFamily({ from: '2025-09-04' }), dependant)).toEqual([
      { kind: 'rejection', code: 'BENEFICIARY_NOT_DECLARED', details: { declaredFrom: '2025-09-04' } },
    ]);
    expect(against(withFamily({ to: '2025-09-02' }), dependant)).toEqual([
      { kind: 'rejection', code: 'BENEFICIARY_NOT_DECLARED', details: { declaredTo: '2025-09-02' } },
    ]);
  });

  it('who was a spouse is looked at to the day a year later', () => {
    const spouse = (to: string) => withFamily({ link: 'spouse', to });
    expect(against(spouse('2024-09-03'), dependant)).toMatchObject([{ kind: 'doubt' }]);
    expect(against(spouse('2024-09-02'), dependant)).toMatchObject([{ kind: 'rejection' }]);
  });

  it('who died is rejected with the day', () => {
    expect(against(withFamily({ deceasedOn: '2025-09-02' }), dependant)).toEqual([
      { kind: 'rejection', code: 'PERSON_DECEASED', details: { deceasedOn: '2025-09-02' } },
    ]);
  });

  it('who is too old is rejected with both ages, and the decision names the rules that were asked', () => {
    const found = check(withFamily({ birthDate: '2000-01-01' }), dependant);
    expect(found.against).toEqual([
      { kind: 'rejection', code: 'BENEFICIARY_AGE', details: { ageYears: 25, lastAgeYears: 21 } },
    ]);
    expect(found.ruleIds).toEqual(['waiting-salarie', 'age-child-21']);
  });

  it.each([
    ['the first day of studies', { from: careDay, to: '2026-07-15' }, 0],
    ['the last day of studies', { from: '2024-09-15', to: careDay }, 0],
    ['the day before studies', { from: '2025-09-04', to: '2026-07-15' }, 1],
    ['the day after studies', { from: '2024-09-15', to: '2025-09-02' }, 1],
  ])('is a student on %s', (_, studies, rejections) => {
    expect(against(withFamily({ birthDate: '2000-01-01', studies: [studies] }), dependant)).toHaveLength(
      rejections,
    );
  });

  it('is asked for an age only as a child where no study is needed', () => {
    const file = withFamily({ studies: [{ from: '2025-01-01', to: '2025-12-31' }] });
    expect(check(file, dependant).ruleIds).toEqual(['waiting-salarie', 'age-child-21']);
  });

  it('is referred where the rules name no age for the day', () => {
    const book = createRuleBook({ ...rules.data, childAges: [] });
    expect(checkCoverage(withFamily({}), dependant, careDay, book).against).toEqual([
      { kind: 'doubt', code: 'BENEFICIARY_AGE', details: { cause: 'NO_RULE_FOR_THE_DATE' } },
    ]);
  });
});

describe('months', () => {
  it('are cut from a day, and counted over the turn of a year', () => {
    expect(monthOf('2025-09-03')).toBe('2025-09');
    expect(monthsBefore('2025-02-28', 3)).toEqual(['2025-01', '2024-12', '2024-11']);
  });
});
