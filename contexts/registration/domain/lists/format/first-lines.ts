import { type ListSource, splitLine } from '#shared';
import type { ListText, TextEncoding } from '../list.ts';
import { splitLines, type LineEnd } from './line-end.ts';
import { listColumns } from './list-columns.ts';
import { matchColumns, type MatchedColumns } from './match-columns.ts';
import { refused, type Refused } from './refused-list.ts';

/** Records of JSON Lines that are looked at for their keys. */
const SAMPLE_RECORDS = 100;
const SHOWN_COLUMNS = 10;
const DELIMITERS = [';', ',', '\t'] as const;

/** The lines at the beginning of a text; the last one may be cut. */
export function firstLinesOf(head: Uint8Array, encoding: TextEncoding, lineEnd: LineEnd): readonly string[] {
  return splitLines(new TextDecoder(encoding).decode(head), lineEnd);
}

/** Finds delimiter and columns from the line that names them. */
export function readCsvHeader(
  line: string,
  source: ListSource,
  how: Pick<ListText, 'encoding' | 'lineEnd'>,
): Extract<ListText, { format: 'csv' }> | Refused {
  const candidates = DELIMITERS.map((delimiter) => {
    const columns = splitLine(line, delimiter) ?? [];
    return { delimiter, columns, matched: matchColumns(columns, listColumns[source]) };
  });
  const [best] = candidates.toSorted((one, other) => other.matched.places.size - one.matched.places.size);
  if (best === undefined || best.matched.places.size === 0)
    return refused('COLUMNS_MISSING', 'the first line does not name the columns');
  const { delimiter, columns, matched } = best;
  return refuseColumns(matched) ?? { format: 'csv', ...how, delimiter, columns: [...columns] };
}

/** Looks at the keys of the first records: what a single record lacks or has too much is that record's own fault. */
export function checkJsonKeys(lines: readonly string[], source: ListSource): Refused | undefined {
  const records = lines.slice(0, SAMPLE_RECORDS).flatMap((line) => keysOf(line) ?? []);
  if (records.length === 0) return refused('NOT_A_LIST', 'its lines are not JSON objects, one a line');
  const columns = listColumns[source].map((column) => ({ ...column, aliases: [] }));
  const all = [...new Set(records.flat())];
  const { missing } = matchColumns(all, columns);
  const names = new Set<string>(columns.map(({ name }) => name));
  const unknown = all.flatMap((key, index) =>
    !names.has(key) && records.every((keys) => keys.includes(key)) ? [index + 1] : [],
  );
  return refuseColumns({ missing, unknown, repeated: [] });
}

/** Nested, so that `flatMap` keeps the keys of a record together. */
function keysOf(line: string): [readonly string[]] | undefined {
  try {
    const record: unknown = JSON.parse(line);
    return typeof record === 'object' && record !== null && !Array.isArray(record)
      ? [Object.keys(record)]
      : undefined;
  } catch {
    return undefined;
  }
}

/** What stands in the place of a name that is not known is never repeated: it may be a cell of someone's data. */
function refuseColumns({
  missing,
  unknown,
  repeated,
}: Pick<MatchedColumns, 'missing' | 'unknown' | 'repeated'>): Refused | undefined {
  if (missing.length > 0) return refused('COLUMNS_MISSING', `missing: ${missing.join(', ')}`);
  if (repeated.length > 0) return refused('COLUMNS_UNKNOWN', `more than once: ${repeated.join(', ')}`);
  if (unknown.length === 0) return undefined;
  const shown = unknown.slice(0, SHOWN_COLUMNS).join(', ');
  const more = unknown.length > SHOWN_COLUMNS ? ` and ${unknown.length - SHOWN_COLUMNS} more` : '';
  return refused('COLUMNS_UNKNOWN', `not in the format: column ${shown}${more}, counted from the left`);
}
