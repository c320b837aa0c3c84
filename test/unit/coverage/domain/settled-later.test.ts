import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../../../contexts/coverage/domain/check-coverage.ts';
import type { Contribution } from '../../../../contexts/registry/records/registry-records.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { readRuleBookData } from '../../../../contexts/rules/rule-book-data.ts';
import { contributions, fileUnder, personFile } from '../../adjudication/domain/claim-builder.ts';

/** Care on 3 September 2025 of a self-employed person who paid June to August on these days. */
function verdicts(paidOn: Readonly<Record<string, string>>, rules = currentRuleBook()): readonly string[] {
  const records = contributions('AMO_TNS', (record): Contribution => ({
    ...record,
    paidOn: paidOn[record.month],
  }));
  return checkCoverage(
    fileUnder('AMO_TNS', { contributions: records }),
    { kind: 'insured' },
    '2025-09-03',
    rules,
  ).against.map(({ kind, code, details }) => `${kind} ${code} ${details?.['monthsSettledLater']}`);
}

const data = readRuleBookData();
const where = (afterwards: 'counts' | 'rejects') =>
  createRuleBook({
    ...data,
    settlementRules: data.settlementRules.map((row) => ({ ...row, afterwards })),
  });

describe('contributions that were paid after the care', () => {
  it('count where they were paid in time all the same: a month is due after it', () => {
    expect(verdicts({ '2025-08': '2025-09-10', '2025-07': '2025-08-09' })).toEqual([]);
    expect(verdicts({ '2025-06': '2025-09-30' })).toEqual([]);
  });

  it('send the claim to a person where arrears were settled later: no source says that they open the right', () => {
    expect(verdicts({ '2025-06': '2025-10-01' })).toEqual(['doubt CONTRIBUTIONS_UNPAID 1']);
    expect(verdicts({ '2025-06': '2025-12-02', '2025-07': '2025-12-02', '2025-08': '2025-12-02' })).toEqual([
      'doubt CONTRIBUTIONS_UNPAID 3',
    ]);
  });

  it('are no question of months that nobody asks about', () => {
    expect(verdicts({ '2025-01': '2025-11-02' })).toEqual([]);
  });

  it('do what the rule of the day says once there is one', () => {
    expect(verdicts({ '2025-06': '2025-10-01' }, where('counts'))).toEqual([]);
    expect(verdicts({ '2025-06': '2025-10-01' }, where('rejects'))).toEqual([
      'rejection CONTRIBUTIONS_UNPAID 1',
    ]);
  });

  it('count where nobody says when they were paid, and where it was before the care', () => {
    expect(verdicts({})).toEqual([]);
    expect(verdicts({ '2025-06': '2025-09-03' })).toEqual([]);
  });

  it('open no right of an employee by days that were paid for too late', () => {
    const late = contributions('AMO_SALARIE', (record) => ({ ...record, paidOn: '2026-02-01' }));
    const { against } = checkCoverage(
      personFile({ contributions: late }),
      { kind: 'insured' },
      '2025-09-03',
      currentRuleBook(),
    );
    expect(against).toEqual([expect.objectContaining({ kind: 'doubt', code: 'WAITING_PERIOD' })]);
  });
});
