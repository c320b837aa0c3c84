import { addDays, canonicalJson } from '#shared';
import { hasSameAmounts, type Medicine, type MedicinePrice } from './medicine.ts';

/** Prices of one medicine that are kept: one item holds them all, and is read for each claim. */
export const MOST_PRICES = 100;

export type Added =
  | { readonly kind: 'new' | 'changed'; readonly medicine: Medicine }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Takes a medicine of a list in beside what is known of its code. A price that differs from a later day on ends the one before
 * it; what a past day said is never changed, so that a decided claim can be explained by the prices it was decided by. The same
 * list again changes nothing.
 * @param notBefore ISO day before which nothing is added, because claims were decided by what was on file then; undefined: no such
 * day
 */
export function addListed(known: Medicine | undefined, listed: Medicine, notBefore?: string): Added {
  const prices = listed.prices.reduce<readonly MedicinePrice[] | Refusal>(
    (before, price) => ('reason' in before ? before : addPrice(before, price)),
    known?.prices ?? [],
  );
  if ('reason' in prices) return { kind: 'refused', reason: prices.reason };
  const changed = firstChangedDay(known?.prices ?? [], prices);
  if (notBefore !== undefined && changed !== undefined && changed < notBefore)
    return {
      kind: 'refused',
      reason: `from: it would change what is paid from ${changed} on, before ${notBefore}, and claims of those days may have been decided; give the price a first day from ${notBefore} on, or allow the past (--allow-past)`,
    };
  if (prices.length > MOST_PRICES)
    return { kind: 'refused', reason: `price: more than ${MOST_PRICES} prices of one medicine are not kept` };
  if (known === undefined) return { kind: 'new', medicine: listed };
  // An older list does not bring back what the box was called then.
  const isOlder = newestDay(listed.prices) < newestDay(known.prices);
  const medicine = { ...(isOlder ? known : listed), prices };
  return canonicalJson(medicine) === canonicalJson(known)
    ? { kind: 'unchanged' }
    : { kind: 'changed', medicine };
}

/** The first day on which other prices hold than before; undefined where none does. */
function firstChangedDay(
  before: readonly MedicinePrice[],
  after: readonly MedicinePrice[],
): string | undefined {
  const days = after.flatMap(({ from, to }) => {
    const same = before.find((price) => price.from === from);
    if (same === undefined) return [from];
    return to === undefined || to === same.to ? [] : [addDays(to, 1)];
  });
  return days.toSorted()[0];
}

interface Refusal {
  readonly reason: string;
}

function addPrice(
  prices: readonly MedicinePrice[],
  price: MedicinePrice,
): readonly MedicinePrice[] | Refusal {
  const newest = prices.at(-1);
  if (newest === undefined) return [price];
  const holding = prices.find(({ from, to }) => from <= price.from && (to === undefined || price.from <= to));
  if (holding !== undefined && hasSameAmounts(holding, price)) return withEnd(prices, holding, price.to);
  if (price.from <= newest.from)
    return {
      reason: `from: prices from ${newest.from} on are on file, and on ${price.from} others; a list adds prices that begin on a later day, it does not change past ones`,
    };
  const isOver = newest.to !== undefined && newest.to < price.from;
  const ended = isOver ? newest : { ...newest, to: addDays(price.from, -1) };
  return [...prices.slice(0, -1), ended, price];
}

/** The price is known; a list may still say when the one in force ends. */
function withEnd(
  prices: readonly MedicinePrice[],
  holding: MedicinePrice,
  to: string | undefined,
): readonly MedicinePrice[] | Refusal {
  if (to === undefined || to === holding.to) return prices;
  if (holding.to !== undefined)
    return { reason: `to: the price on file ends on ${holding.to}, and past prices are not changed` };
  return [...prices.slice(0, -1), { ...holding, to }];
}

const newestDay = (prices: readonly MedicinePrice[]): string => prices.at(-1)?.from ?? '';
