import type { Contribution, Coverage } from '#registry';
import { rowsOn, type RuleBook, type WaitingPeriod } from '#rules';
import { firstOfMonthAfter, monthOf, monthsBefore, monthsBetween } from '#shared';
import { COVERED, judgeByRows } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** More days than a month can have been worked: what a month without a record could still bring. */
const MOST_DAYS_IN_A_MONTH = 31;

interface Months {
  readonly paid: number;
  readonly unpaid: number;
  readonly unknown: number;
}

/** Months since the person joined; a month without a record is unknown (lists arrive late), not unpaid. */
function countMonths(
  contributions: readonly Contribution[],
  coverage: Coverage,
  months: readonly string[],
): Months {
  const count = { paid: 0, unpaid: 0, unknown: 0 };
  for (const month of months) {
    if (month < monthOf(coverage.from)) continue;
    const records = contributions.filter(
      (record) => record.scheme === coverage.scheme && record.month === month,
    );
    if (records.some(({ paid }) => paid)) count.paid += 1;
    else if (records.length > 0) count.unpaid += 1;
    else count.unknown += 1;
  }
  return count;
}

/**
 * The stage asks for months that were paid, not for months that went by: all since the person joined count, up to the one before
 * care. Those without a record may have been paid.
 */
function checkPaidMonths(
  contributions: readonly Contribution[],
  coverage: Coverage,
  dateOfCare: string,
  requiredMonths: number,
): Verdict {
  const isOfStage = (month: string): boolean =>
    monthOf(coverage.from) <= month && month < monthOf(dateOfCare);
  const records = contributions.filter(({ scheme, month }) => scheme === coverage.scheme && isOfStage(month));
  const known = new Set(records.map(({ month }) => month));
  const paidMonths = new Set(records.filter(({ paid }) => paid).map(({ month }) => month)).size;
  if (paidMonths >= requiredMonths) return COVERED;
  const monthsWithoutRecord = monthsBetween(coverage.from, dateOfCare) - known.size;
  const isMaybePaid = paidMonths + monthsWithoutRecord >= requiredMonths;
  const details = { joined: coverage.from, paidMonths, requiredMonths, monthsWithoutRecord };
  return { kind: isMaybePaid ? 'doubt' : 'rejection', code: 'WAITING_PERIOD', details };
}

/** Law 98-15, article 14: benefits stop on non-payment. How many months it takes is a row of the rule book. */
function checkRegularity(
  contributions: readonly Contribution[],
  coverage: Coverage,
  dateOfCare: string,
  rules: RuleBook,
  ruleIds: Set<string>,
): Verdict {
  const rows = rowsOn(rules.data.contributionRules, dateOfCare).filter(
    ({ scheme }) => scheme === coverage.scheme,
  );
  return judgeByRows(
    rows,
    (row) => {
      ruleIds.add(row.id);
      const { unpaid, unknown } = countMonths(
        contributions,
        coverage,
        monthsBefore(dateOfCare, row.lookBackMonths),
      );
      const details = {
        unpaidMonths: unpaid,
        monthsWithoutRecord: unknown,
        lookBackMonths: row.lookBackMonths,
      };
      if (unpaid >= row.unpaidMonthsToSuspend)
        return { kind: 'rejection', code: 'CONTRIBUTIONS_UNPAID', details };
      if (unpaid + unknown >= row.unpaidMonthsToSuspend)
        return { kind: 'doubt', code: 'CONTRIBUTIONS_UNPAID', details };
      return COVERED;
    },
    { rules, day: dateOfCare, missing: 'CONTRIBUTIONS_UNPAID' },
  );
}

/** Employees: days declared and paid in the months before the month of care. */
function checkDeclaredDays(
  contributions: readonly Contribution[],
  coverage: Coverage,
  dateOfCare: string,
  required: { readonly days: number; readonly withinMonths: number },
): Verdict {
  const months = monthsBefore(dateOfCare, required.withinMonths);
  const records = contributions.filter(
    ({ scheme, month }) => scheme === coverage.scheme && months.includes(month),
  );
  const daysOf = (some: readonly Contribution[]): number =>
    some.reduce((sum, { daysDeclared }) => sum + (daysDeclared ?? 0), 0);
  const declaredDays = daysOf(records);
  const paidDays = daysOf(records.filter(({ paid }) => paid));
  if (paidDays >= required.days) return COVERED;

  const undeclared = records.filter(({ daysDeclared }) => daysDeclared === undefined).length;
  const { unknown } = countMonths(contributions, coverage, months);
  const details = {
    declaredDays,
    paidDays,
    requiredDays: required.days,
    monthsWithoutRecord: unknown + undeclared,
  };
  if (paidDays + (unknown + undeclared) * MOST_DAYS_IN_A_MONTH >= required.days)
    return { kind: 'doubt', code: 'WAITING_PERIOD', details };
  const code = declaredDays >= required.days ? 'CONTRIBUTIONS_UNPAID' : 'WAITING_PERIOD';
  return { kind: 'rejection', code, details };
}

/** Who declares no days: months with a contribution in the months before the month of care, since the person joined. */
function checkRecentMonths(
  contributions: readonly Contribution[],
  coverage: Coverage,
  dateOfCare: string,
  required: {
    readonly months: number;
    readonly withinMonths: number;
    readonly otherwise: 'refers' | 'rejects';
  },
): Verdict {
  const months = monthsBefore(dateOfCare, required.withinMonths);
  const { paid, unknown } = countMonths(contributions, coverage, months);
  if (paid >= required.months) return COVERED;
  const details = { paidMonths: paid, requiredMonths: required.months, monthsWithoutRecord: unknown };
  const isCertain = required.otherwise === 'rejects' && paid + unknown < required.months;
  return { kind: isCertain ? 'rejection' : 'doubt', code: 'WAITING_PERIOD', details };
}

/**
 * The waiting period (stage) that was in force when the person joined, and the contributions it asks for.
 * Sources: CNSS "qui peut en bénéficier" (54 days in 6 months; 3 months paid), bill 30-21 and law 41-23 for TNS.
 */
export function checkContributions(
  contributions: readonly Contribution[],
  coverage: Coverage,
  dateOfCare: string,
  rules: RuleBook,
): { readonly verdict: Verdict; readonly ruleIds: readonly string[] } {
  const ruleIds = new Set<string>();
  const judge = (row: WaitingPeriod): Verdict => {
    ruleIds.add(row.id);
    const { requirement } = row;
    switch (requirement.kind) {
      case 'none':
        return COVERED;
      case 'declared-days':
        return checkDeclaredDays(contributions, coverage, dateOfCare, requirement);
      case 'recent-paid-months':
        return checkRecentMonths(contributions, coverage, dateOfCare, requirement);
      case 'paid-months': {
        const opensOn = firstOfMonthAfter(coverage.from, requirement.months);
        if (dateOfCare < opensOn)
          return { kind: 'rejection', code: 'WAITING_PERIOD', details: { joined: coverage.from, opensOn } };
        const stage = checkPaidMonths(contributions, coverage, dateOfCare, requirement.months);
        const regularity = checkRegularity(contributions, coverage, dateOfCare, rules, ruleIds);
        // What rejects for certain is said before what is only doubted.
        return (
          [stage, regularity].find(({ kind }) => kind === 'rejection') ??
          (regularity.kind === 'covered' ? stage : regularity)
        );
      }
    }
  };
  const verdict = judgeByRows(rules.waitingPeriodsOn(coverage.scheme, coverage.from, coverage.basis), judge, {
    rules,
    day: dateOfCare,
    missing: 'WAITING_PERIOD',
  });
  return { verdict, ruleIds: [...ruleIds] };
}
