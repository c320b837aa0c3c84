import type { ListColumn } from './list-format.ts';

export interface MatchedColumns {
  /** By name of the format: place in the list, from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** Of the format: required, and not in the list. */
  readonly missing: readonly string[];
  /** Places in the list, from 1, of what is not of the format. */
  readonly unknown: readonly number[];
  /** Of the format: more than once in the list. */
  readonly repeated: readonly string[];
}

/** A header as it is compared: without accents, vowel marks, capitals and punctuation; `N° CIN` is `n cin`. */
export function foldHeader(header: string): string {
  return header
    .replaceAll('º', '°')
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Finds the columns of a format among the headers of a list, in any order and by any of their accepted names. Empty headers at
 * the end, which spreadsheets leave behind, are no columns.
 */
export function matchColumns(headers: readonly string[], columns: readonly ListColumn[]): MatchedColumns {
  const names = new Map(
    columns.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [foldHeader(alias), name])),
  );
  const places = new Map<string, number>();
  const unknown: number[] = [];
  const repeated: string[] = [];
  for (const [place, header] of withoutEmptyEnd(headers).entries()) {
    const name = names.get(foldHeader(header));
    if (name === undefined) unknown.push(place + 1);
    else if (places.has(name)) repeated.push(name);
    else places.set(name, place);
  }
  const missing = columns.filter(({ name, need }) => isMissing(name, need, places)).map(({ name }) => name);
  return { places, missing, unknown, repeated };
}

function isMissing(name: string, need: ListColumn['need'], places: ReadonlyMap<string, number>): boolean {
  if (need === 'optional' || places.has(name)) return false;
  return need === 'required' || !places.has(need.or);
}

export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
