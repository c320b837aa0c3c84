import type { Coverage } from '#registry';
import type { RuleBook } from '#rules';
import { firstOfMonthAfter } from '#shared';

/**
 * First day on which a claim is paid for certain, its contributions being paid: after the waiting period in force when the
 * person joined. Where two waiting periods may be the one in force, the claim check decides only what both allow: the later day.
 * @returns null where no rule is certain, or the right comes with days of work that nobody knows yet
 */
export function rightFrom(
  { scheme, from }: Pick<Coverage, 'scheme' | 'from'>,
  rules: RuleBook,
): string | null {
  const rows = rules.waitingPeriodsOn(scheme, from);
  const days = rows.map((row) => {
    if (!rules.isAccepted(row, from)) return undefined;
    switch (row.requirement.kind) {
      case 'none':
        return from;
      case 'paid-months':
        return firstOfMonthAfter(from, row.requirement.months);
      case 'declared-days':
      case 'recent-paid-months':
        return undefined;
    }
  });
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length ? null : (known.toSorted().at(-1) ?? null);
}
