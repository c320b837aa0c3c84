import { cleanText, type ListSource, parseUnambiguousJson, splitLine } from '#shared';
import type { ListText } from '../list.ts';
import { listColumns } from '../format/list-columns.ts';
import { matchColumns, withoutEmptyEnd } from '../format/match-columns.ts';

/** Reads the cells of a line by column. */
export type LineReader = (line: string) => ((column: string) => string) | LineFault;
export type LineFault = 'LINE_MALFORMED' | 'COLUMN_COUNT';

/** How lines of a list are read; made once for many lines. */
export function lineReaderFor(source: ListSource, text: ListText): LineReader {
  return text.format === 'csv' ? csvReader(source, text) : jsonReader(source);
}

function csvReader(source: ListSource, text: Extract<ListText, { format: 'csv' }>): LineReader {
  const { places } = matchColumns(text.columns, listColumns[source]);
  const columnCount = withoutEmptyEnd(text.columns).length;
  return (line) => {
    const cells = splitLine(line, text.delimiter);
    if (cells === undefined) return 'LINE_MALFORMED';
    if (cells.length < columnCount) return 'COLUMN_COUNT';
    // More cells than columns are harmless while they are empty: spreadsheets add them.
    if (cells.length > columnCount && withoutEmptyEnd(cells).length > columnCount) return 'COLUMN_COUNT';
    return (column) => {
      const place = places.get(column);
      return place === undefined ? '' : cleanText(cells[place] ?? '');
    };
  };
}

function jsonReader(source: ListSource): LineReader {
  const names: ReadonlySet<string> = new Set(listColumns[source].map(({ name }) => name));
  return (line) => {
    const values = stringsOf(line);
    if (values === undefined) return 'LINE_MALFORMED';
    for (const name of values.keys()) if (!names.has(name)) return 'COLUMN_COUNT';
    return (column) => cleanText(values.get(column) ?? '');
  };
}

/** Values are texts, as in CSV: a number would lose its zeros. Null is an empty cell; `true` and `false` are words. */
function stringsOf(line: string): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [name, value] of entriesOf(line) ?? [['', 0]]) {
    if (typeof value === 'string') values.set(name, value);
    else if (typeof value === 'boolean') values.set(name, String(value));
    else if (value !== null) return undefined;
  }
  return values;
}

function entriesOf(line: string): [string, unknown][] | undefined {
  // A hundred thousand blank lines would be as many errors with their stacks.
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    const record = parseUnambiguousJson(line);
    return typeof record === 'object' && record !== null && !Array.isArray(record)
      ? Object.entries(record)
      : undefined;
  } catch {
    return undefined;
  }
}
