import type { BatchPayment } from './payment-batch.ts';
import { meaningOf, type StatusMeaning } from './bank-statement.ts';
import type { AnsweredTotals } from './pain-002.ts';

/** What the bank says of payments together: in all, and one by one. */
export interface SaidTogether {
  readonly totals: readonly AnsweredTotals[];
  /** Of the whole order: of the group, and of our blocks. */
  readonly ofAll: readonly StatusMeaning[];
  /** Of payments by name. */
  readonly named: readonly StatusMeaning[];
}

/** What the bank says of all cannot be true of payments that it counts under this: settled ones are accepted, too. */
const mayBeSaidOfAll = (ofAll: StatusMeaning, counted: StatusMeaning | undefined): boolean =>
  ofAll === 'look-below' || ofAll === counted || (ofAll === 'accepted' && counted === 'paid');

/**
 * How many payments the bank counts under something else than it says of all, where it does not say which they are; and how many
 * refusals, where it says nothing of all, that are neither all nor so many as it names. What is said of all is then not true of each.
 */
function unnamedOthers(
  perStatus: AnsweredTotals['perStatus'],
  { ofAll, named }: SaidTogether,
  ordered: number,
): readonly number[] {
  const byMeaning = Map.groupBy(perStatus, ({ status }) => meaningOf(status));
  return [...byMeaning].flatMap(([meaning, counts]) => {
    const counted = counts.reduce((sum, { count }) => sum + count, 0);
    const unnamed = counted - named.filter((one) => one === meaning).length;
    const isContradiction = unnamed > 0 && ofAll.some((said) => !mayBeSaidOfAll(said, meaning));
    const isUnclear = meaning === 'refused' && unnamed !== 0 && counted > 0 && counted !== ordered;
    return isContradiction || isUnclear ? [counted] : [];
  });
}

export interface ComparedTotals {
  /** Another number of payments than was ordered, or a number of some that cannot be true beside the rest. */
  readonly otherCount: number | undefined;
  readonly isSameSum: boolean;
}

/** Whether the bank counts and adds up what we ordered, on every level on which it says so. */
export function compareTotals(
  said: SaidTogether,
  payments: readonly Pick<BatchPayment, 'amountCentimes'>[],
): ComparedTotals {
  const { totals } = said;
  const sum = payments.reduce((total, { amountCentimes }) => total + amountCentimes, 0);
  const otherCount = totals
    .map(({ numberOfTransactions }) => numberOfTransactions)
    .find((count) => count !== undefined && count !== payments.length);
  const isSameSum = totals.every(
    ({ controlSumCentimes }) => controlSumCentimes === undefined || controlSumCentimes === sum,
  );
  const [unnamed] = totals.flatMap(({ perStatus }) => unnamedOthers(perStatus, said, payments.length));
  return { otherCount: unnamed ?? otherCount, isSameSum };
}
