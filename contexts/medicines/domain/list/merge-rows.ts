import { addDays, canonicalJson } from '#shared';
import { hasSameAmounts, type Medicine, type MedicinePrice } from '../medicine.ts';
import { isRefused, type MedicineRow, type ReadRow, type RefusedRow } from './medicine-row.ts';

/** A medicine as one file has it, with the lines that it is made of. */
export interface ListedMedicine {
  readonly medicine: Medicine;
  readonly lines: readonly number[];
}

export interface MergedRows {
  readonly listed: readonly ListedMedicine[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Makes medicines of the lines of a list, which has a line for each substance of a box: lines of one code are one box. Their
 * order does not matter. A code of which any line is refused is refused as a whole, so that no box loses a substance or a price.
 */
export function mergeRows(rows: readonly ReadRow[]): MergedRows {
  const merged = [...Map.groupBy(rows, (row) => row.code)].map(([code, ofCode]) =>
    code === undefined ? { refused: ofCode.filter(isRefused) } : mergeCode(ofCode),
  );
  return {
    listed: merged.flatMap((one) => ('medicine' in one ? [one] : [])),
    refused: merged
      .flatMap((one) => ('refused' in one ? one.refused : []))
      .toSorted((a, b) => a.line - b.line),
  };
}

function mergeCode(rows: readonly ReadRow[]): ListedMedicine | { readonly refused: readonly RefusedRow[] } {
  const taken = rows.flatMap((row) => (isRefused(row) ? [] : [row]));
  const refused = [...rows.filter(isRefused), ...contradictionsIn(taken)];
  const [first] = refused;
  if (first !== undefined) {
    const lines = new Set(refused.map(({ line }) => line));
    const others = taken
      .filter(({ line }) => !lines.has(line))
      .map(({ line }) => ({
        line,
        reason: `code: line ${first.line}, which has the same code, was refused`,
      }));
    return { refused: [...refused, ...others] };
  }
  const inOrder = taken.toSorted(byContent);
  const [newest] = inOrder;
  if (newest === undefined) return { refused: [] };
  return { medicine: medicineOf(newest, inOrder), lines: taken.map(({ line }) => line) };
}

/** Lines that say another price for the same code and day than one before them, or whose price runs into the next one. */
function contradictionsIn(rows: readonly MedicineRow[]): readonly RefusedRow[] {
  const byDay = pricesByDay(rows);
  return byDay.flatMap(([first, ...others], index) => {
    const next = byDay[index + 1]?.[0];
    const refused = others
      .filter(({ price }) => !hasSameAmounts(price, first.price) || price.to !== first.price.to)
      .map(({ line }) => ({
        line,
        reason: `price: line ${first.line} has another price, base, rate or last day for the same code`,
      }));
    if (next === undefined || first.price.to === undefined || first.price.to < next.price.from)
      return refused;
    const reason = `to: line ${next.line} has a price for the same code that begins before this day is over`;
    return [...refused, { line: first.line, reason }];
  });
}

/** Lines that begin on the same day together, the oldest first. */
function pricesByDay(
  rows: readonly MedicineRow[],
): readonly (readonly [MedicineRow, ...(readonly MedicineRow[])])[] {
  return [...Map.groupBy(rows, ({ price }) => price.from)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [[first, ...others] as const]));
}

/** @param rows of one code, in an order of their own that is not that of the file */
function medicineOf(first: MedicineRow, rows: readonly MedicineRow[]): Medicine {
  // What the newest lines say of the box is how it is now.
  const newest = rows.filter(({ price }) => price.from === first.price.from);
  const parts = [
    ...new Map(newest.map((row) => [canonicalJson([row.substances, row.strength ?? '']), row])).values(),
  ];
  const strengths = parts.flatMap(({ strength }) => strength ?? []);
  const { code, name, form, pack, packUnits } = first;
  return {
    ...{ code, name, form, pack, packUnits },
    substances: [...new Set(parts.flatMap(({ substances }) => substances))],
    strength: strengths.length === 0 ? undefined : strengths.join(' / '),
    prices: datedPrices(rows),
  };
}

/** Each price ends on the day before the next one begins. */
function datedPrices(rows: readonly MedicineRow[]): readonly MedicinePrice[] {
  const prices = pricesByDay(rows).map(([{ price }]) => price);
  return prices.map((price, index) => {
    const next = prices[index + 1];
    return next === undefined || price.to !== undefined ? price : { ...price, to: addDays(next.from, -1) };
  });
}

/** The newest first, and those of a day by what they say. */
function byContent(a: MedicineRow, b: MedicineRow): number {
  if (a.price.from !== b.price.from) return a.price.from > b.price.from ? -1 : 1;
  return sortText(a) < sortText(b) ? -1 : 1;
}

const sortText = (row: MedicineRow): string =>
  canonicalJson([
    row.substances,
    row.strength ?? '',
    row.name,
    row.form ?? '',
    row.pack ?? '',
    row.price.source,
  ]);
