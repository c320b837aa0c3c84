import { spreadsheetCsv, type CsvRow } from '../../../../contexts/shared/spreadsheet-csv.ts';

/** A table that people open in their spreadsheet: headings in their language, also where nothing stands below them. */
export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** @param locale the spreadsheet writes fractions as this language does */
export function writeCsv({ headers, rows }: CsvTable, locale: string): string {
  const mark = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  return spreadsheetCsv([headers, ...rows], 'first', { decimalMark: mark === '.' ? '.' : ',' });
}

/** Letters, digits and dashes of a name, so that every system takes it. */
export const csvFileName = (parts: readonly string[]): string =>
  `${parts.map((part) => part.trim().replaceAll(/[^\p{L}\p{N}]+/gu, '-')).join('-')}.csv`;
