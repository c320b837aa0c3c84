import type { Contribution } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { firstOfMonthAfter } from '#shared';

export interface ContributionsAsOf {
  /** As they count for care of the day. */
  readonly contributions: readonly Contribution[];
  /** Months that were paid neither in time nor by the day, but afterwards. */
  readonly settledLater: readonly string[];
}

/**
 * The contributions as they count for care of a day. What was paid in time or by that day opens the right; that arrears were settled
 * afterwards is another fact, and what follows from it a rule: it counts, it does not, or a person decides, to whom such a month is
 * as one without a record. A payment of which nobody says when it was made counts.
 */
export function contributionsAsOf(
  contributions: readonly Contribution[],
  dateOfCare: string,
  rules: RuleBook,
): ContributionsAsOf {
  const settledLater: string[] = [];
  const counted = contributions.flatMap((record): readonly Contribution[] => {
    const { scheme, month, paid, paidOn } = record;
    if (!paid || paidOn === undefined || paidOn <= dateOfCare) return [record];
    const [row, ...others] = rowsOn(rules.data.settlementRules, dateOfCare).filter(
      (one) => one.scheme === scheme,
    );
    const isCertain = row !== undefined && others.length === 0 && rules.isAccepted(row, dateOfCare);
    if (isCertain && paidOn < firstOfMonthAfter(`${month}-01`, row.inTimeMonths + 1)) return [record];
    settledLater.push(month);
    switch (isCertain ? row.afterwards : 'refers') {
      case 'counts':
        return [record];
      case 'rejects':
        return [{ ...record, paid: false }];
      case 'refers':
        return [];
    }
  });
  return { contributions: counted, settledLater };
}
