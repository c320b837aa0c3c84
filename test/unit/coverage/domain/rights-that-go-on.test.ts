import { describe, expect, it } from 'vitest';

import type { Contribution, Coverage } from '../../../../contexts/registry/records/registry-records.ts';
import { checkCoverage } from '../../../../contexts/coverage/domain/check-coverage.ts';
import { readRuleBookData } from '../../../../contexts/rules/rule-book-data.ts';
import type { WaitingPeriod } from '../../../../contexts/rules/rule-book-schema.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { child, personFile } from '../../adjudication/domain/claim-builder.ts';

const registrationNumber = '184203957';
const coverage = (changes: Partial<Coverage>): Coverage => ({
  type: 'coverage',
  registrationNumber,
  scheme: 'AMO_SALARIE',
  from: '2015-01-01',
  ...changes,
});
const months = (
  scheme: Contribution['scheme'],
  paid: Readonly<Record<string, boolean>>,
  daysDeclared?: number,
): readonly Contribution[] =>
  Object.entries(paid).map(([month, isPaid]) => ({
    type: 'contribution',
    registrationNumber,
    scheme,
    month,
    paid: isPaid,
    ...(daysDeclared === undefined ? {} : { daysDeclared }),
  }));
const verdicts = (
  coverages: readonly Coverage[],
  contributions: readonly Contribution[],
  day: string,
): readonly string[] =>
  checkCoverage(
    personFile({ coverages, contributions }),
    { kind: 'insured' },
    day,
    currentRuleBook(),
  ).against.map(({ kind, code }) => `${kind} ${code}`);

describe('care of somebody who left an employment and joined another scheme', () => {
  const worked = months('AMO_SALARIE', { '2025-11': true, '2025-12': true, '2026-01': true }, 26);
  const moved = [coverage({ to: '2026-01-31' }), coverage({ scheme: 'AMO_TNS', from: '2026-02-01' })];

  it('is referred within six months while the new scheme gives no right: the old one may go on', () => {
    expect(verdicts(moved, worked, '2026-03-10')).toEqual(['doubt WAITING_PERIOD']);
    const unpaid = [...worked, ...months('AMO_TNS', { '2026-02': false })];
    expect(verdicts(moved, unpaid, '2026-03-10')).toEqual(['doubt WAITING_PERIOD']);
  });

  it('is rejected once the six months are over, or where no employment came before', () => {
    const unpaid = months('AMO_TNS', {
      '2026-02': false,
      '2026-03': false,
      '2026-04': false,
      '2026-05': false,
    });
    expect(verdicts([moved[1]!], [], '2026-03-10')).toEqual(['rejection WAITING_PERIOD']);
    const late = [...unpaid, ...months('AMO_TNS', { '2026-06': false, '2026-07': false })];
    expect(verdicts(moved, late, '2026-07-31')).toEqual(['doubt WAITING_PERIOD']);
    expect(verdicts(moved, late, '2026-08-01')).toEqual(['rejection WAITING_PERIOD']);
  });
});

describe('the stage of a self-employed person', () => {
  const joined = [coverage({ scheme: 'AMO_TNS', from: '2020-10-01' })];
  const paid = { '2020-11': true, '2020-12': true, '2021-01': true, '2021-02': true, '2021-03': true };

  it('asks for six months paid, not for six months gone by', () => {
    const firstUnpaid = months('AMO_TNS', { '2020-10': false, ...paid });
    expect(verdicts(joined, firstUnpaid, '2021-04-10')).toEqual(['rejection WAITING_PERIOD']);
    const settled = months('AMO_TNS', { '2020-10': true, ...paid });
    expect(verdicts(joined, settled, '2021-04-10')).toEqual([]);
  });

  it('is over with the sixth paid month, whichever was left out', () => {
    const later = months('AMO_TNS', { '2020-10': false, ...paid, '2021-04': true });
    expect(verdicts(joined, later, '2021-04-30')).toEqual(['rejection WAITING_PERIOD']);
    expect(verdicts(joined, later, '2021-05-01')).toEqual([]);
  });

  it('is doubted where a month without a record may be the one that lacks', () => {
    expect(verdicts(joined, months('AMO_TNS', paid), '2021-04-10')).toEqual(['doubt WAITING_PERIOD']);
  });
});

describe('rights that do not come from days of work', () => {
  it('begin with the pension: no days are asked of a pensioner', () => {
    expect(verdicts([coverage({ basis: 'pension' })], [], '2026-03-10')).toEqual([]);
    expect(verdicts([coverage({})], [], '2026-03-10')).toEqual(['doubt WAITING_PERIOD']);
    const idle = months('AMO_SALARIE', { '2026-02': false, '2026-01': false, '2025-12': false }, 0);
    const more = months('AMO_SALARIE', { '2025-11': false, '2025-10': false, '2025-09': false }, 0);
    expect(verdicts([coverage({})], [...idle, ...more], '2026-03-10')).toEqual(['rejection WAITING_PERIOD']);
    expect(verdicts([coverage({ basis: 'pension' })], [...idle, ...more], '2026-03-10')).toEqual([]);
  });

  it('begin with the pension of a self-employed person, too, of whom no paid month is asked', () => {
    const retired = coverage({ scheme: 'AMO_TNS', basis: 'pension', from: '2024-01-01' });
    expect(verdicts([retired], [], '2024-01-02')).toEqual([]);
    expect(verdicts([retired], months('AMO_TNS', { '2026-02': false }), '2026-03-10')).toEqual([]);
  });

  describe.each(['voluntary', 'fishing-share'] as const)('but from what is paid (%s)', (basis) => {
    const insured = [coverage({ basis, from: '2015-01-01' })];
    const three = { '2025-09': true, '2025-11': true, '2026-02': true };

    it('are there with three months paid of the last six, whatever days were declared', () => {
      expect(verdicts(insured, months('AMO_SALARIE', three, 0), '2026-03-10')).toEqual([]);
      expect(verdicts(insured, months('AMO_SALARIE', three, 0), '2026-02-28')).toEqual([
        'doubt WAITING_PERIOD',
      ]);
      expect(verdicts(insured, months('AMO_SALARIE', three, 0), '2026-04-01')).toEqual([
        'doubt WAITING_PERIOD',
      ]);
    });

    it('are referred, never rejected, with fewer, and before the person joined', () => {
      const idle = months(
        'AMO_SALARIE',
        { ...three, '2025-09': false, '2025-10': false, '2025-12': false },
        0,
      );
      expect(verdicts(insured, idle, '2026-03-10')).toEqual(['doubt WAITING_PERIOD']);
      const joined = [coverage({ basis, from: '2025-12-01' })];
      expect(verdicts(joined, months('AMO_SALARIE', three, 0), '2026-03-10')).toEqual([
        'doubt WAITING_PERIOD',
      ]);
    });

    it('are referred on every claim, or rejected, where the rule is switched so', () => {
      const data = readRuleBookData();
      const check = (change: (row: WaitingPeriod) => WaitingPeriod, paid: Record<string, boolean>) => {
        const waitingPeriods = data.waitingPeriods.map((row) => (row.basis === basis ? change(row) : row));
        const file = personFile({ coverages: insured, contributions: months('AMO_SALARIE', paid, 0) });
        const rules = createRuleBook({ ...data, waitingPeriods });
        const { against } = checkCoverage(file, { kind: 'insured' }, '2026-03-10', rules);
        return against.map(({ kind, code }) => `${kind} ${code}`);
      };
      expect(check((row) => ({ ...row, status: 'DRAFT' }), three)).toEqual(['doubt WAITING_PERIOD']);
      const rejects = (row: WaitingPeriod): WaitingPeriod => ({
        ...row,
        requirement: { kind: 'recent-paid-months', months: 3, withinMonths: 6, otherwise: 'rejects' },
      });
      const unpaid = Object.fromEntries(
        ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'].map((month) => [month, false]),
      );
      expect(check(rejects, unpaid)).toEqual(['rejection WAITING_PERIOD']);
      expect(check(rejects, { '2026-02': false })).toEqual(['doubt WAITING_PERIOD']);
    });
  });
});

describe('the family of a deceased person', () => {
  const registry = (to: string | undefined) =>
    personFile({
      person: { ...personFile().person, deceasedOn: '2025-01-10' },
      dependants: [child({ link: 'spouse', birthDate: '1982-01-09' })],
      coverages: [coverage({ to })],
    });
  const check = (day: string, to?: string) => {
    const beneficiary = { kind: 'dependant', dependantId: '1' } as const;
    const { scheme, against } = checkCoverage(registry(to), beneficiary, day, currentRuleBook());
    return [scheme, ...against.map(({ kind, code }) => `${kind} ${code}`)];
  };

  it('is referred for 24 months, with the scheme that it was covered by, and rejected then', () => {
    expect(check('2027-01-10', '2025-01-31')).toEqual([
      'AMO_SALARIE',
      'doubt PERSON_DECEASED',
      'doubt RIGHTS_CLOSED_AT_CARE_DATE',
    ]);
    expect(check('2027-01-11', '2025-01-31')).toEqual([
      undefined,
      'rejection PERSON_DECEASED',
      'rejection RIGHTS_CLOSED_AT_CARE_DATE',
    ]);
  });

  it('is not rejected for months that nobody was left to pay', () => {
    expect(check('2026-06-10')).toEqual(['AMO_SALARIE', 'doubt PERSON_DECEASED', 'doubt WAITING_PERIOD']);
  });
});
