import { decodeList } from './decode-list.ts';
import { readJsonRow } from './json-row.ts';
import { listReader } from './list-columns.ts';
import type { ListFacts, ReadRow } from './medicine-row.ts';

/**
 * The lines of a list of medicines: JSON Lines, or a table with the columns of the fund's list or of that of 2014. Empty lines are
 * skipped.
 * @throws MedicineListError where the file is no list of medicines
 */
export function readList(bytes: Uint8Array, facts: ListFacts): readonly ReadRow[] {
  const lines = decodeList(bytes)
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
  const [first, ...others] = lines;
  if (first === undefined) return [];
  if (first.text.trimStart().startsWith('{'))
    return lines.map(({ text, number }) => readJsonRow(text, number, facts));
  const read = listReader(first.text, facts);
  return others.map(({ text, number }) => read(text, number));
}
