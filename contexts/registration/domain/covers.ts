import type { Coverage, OtherCover } from '#registry';
import { addDays, firstOfMonthAfter } from '#shared';
import type { IdentityFacts } from './identity-facts.ts';

/** A time in which someone is covered by a scheme; both days included. */
interface Time {
  readonly from: string;
  readonly to?: string | undefined;
}
export interface Cover extends Time {
  readonly scheme: OtherCover;
}

/** Whether the day lies in the time of a cover or of a declaration. */
export const isOn = ({ from, to }: Time, day: string): boolean =>
  from <= day && (to === undefined || day <= to);

/** Whether it lasts on the day, or begins later. */
export const isNotOverOn = ({ to }: Pick<Time, 'to'>, day: string): boolean => to === undefined || day <= to;

/** All covers that are known of someone: those of the registry first, then those of reference lists. */
export function coversOf({ person, reference }: IdentityFacts): readonly Cover[] {
  return [...(person?.coverages ?? []), ...(reference?.covers ?? [])];
}

/** The scheme that covers someone as a member of another's family on a day. */
export function coverAsDependant({ dependantOf }: IdentityFacts, day: string): Coverage | undefined {
  if (dependantOf === undefined || !isOn(dependantOf.dependant, day)) return undefined;
  return dependantOf.insured.coverages.find((coverage) => isOn(coverage, day));
}

/**
 * The time left for a new coverage beside others: it begins with the month after the last one that is over on the day of the
 * decision, and ends the day before one that begins later. Two covers on one day would leave every claim of that day in doubt.
 * @param day of the decision; no cover may last on it
 * @returns undefined where a cover without end leaves no day
 */
export function timeBeside(
  from: string,
  others: readonly Cover[],
  day: string,
): { readonly from: string; readonly to: string | undefined } | undefined {
  const inOrder = others.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let start = from;
  for (const { from: first, to } of inOrder) {
    const isOver = to !== undefined && to < start;
    const isLater = first > start && first > day;
    if (isOver || isLater) continue;
    if (to === undefined) return undefined;
    start = firstOfMonthAfter(to, 1);
  }
  const next = inOrder.find(({ from: first }) => first > start);
  return { from: start, to: next && addDays(next.from, -1) };
}
