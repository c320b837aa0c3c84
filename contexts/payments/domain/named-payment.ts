import { type DisputeReason, isPaymentId } from '#claims';
import { ibanOfRib } from './iban.ts';
import { ORDERED_CURRENCY } from './pain-001.ts';
import type { TransactionAnswer } from './pain-002.ts';
import type { BatchPayment } from './payment-batch.ts';

/** What was ordered of a payment. */
export type OrderedPart = Pick<BatchPayment, 'paymentId' | 'amountCentimes' | 'rib'>;
export type KnownPayments = ReadonlyMap<string, OrderedPart>;

/** Payments of the batch that a statement names, by either of the names that it gives. */
export const paymentsNamedBy = (
  { originalIds }: TransactionAnswer,
  known: KnownPayments,
): readonly OrderedPart[] => [...new Set(originalIds)].flatMap((id) => known.get(id) ?? []);

/** Why what is said of the payments it names is not to be believed; undefined where nothing speaks against it. */
export function doubtAbout(
  transaction: TransactionAnswer,
  named: readonly OrderedPart[],
  known: KnownPayments,
): DisputeReason | undefined {
  // Another attempt, or a payment of another order: we give an order one name, in both places.
  const isOtherNamed = transaction.originalIds.some((id) => !known.has(id) && isPaymentId(id));
  const [ordered] = named;
  if (named.length > 1 || isOtherNamed || ordered === undefined) return 'TWO_PAYMENTS_NAMED';
  return differenceOf(transaction, ordered);
}

/** Whether the bank repeats another amount or account than was ordered. */
function differenceOf(
  { amounts, account }: TransactionAnswer,
  ordered: OrderedPart,
): DisputeReason | undefined {
  const isOther = amounts.some(
    ({ centimes, currency }) =>
      (centimes !== undefined && centimes !== ordered.amountCentimes) ||
      (currency !== undefined && currency.toUpperCase() !== ORDERED_CURRENCY),
  );
  if (isOther) return 'AMOUNT_DIFFERS';
  const repeated = account?.replace(/\s+/g, '').toUpperCase();
  if (repeated === undefined || repeated === ordered.rib || repeated === ibanOfRib(ordered.rib))
    return undefined;
  return 'ACCOUNT_DIFFERS';
}
