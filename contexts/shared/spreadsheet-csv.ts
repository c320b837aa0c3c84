import { stringify } from 'csv-stringify/sync';

/** Where a cell may begin: a spreadsheet may be told to cut at other characters than the file was written with. */
const SEPARATORS = String.raw`,;\|\t\n\v\f\r\u0085\u2028\u2029`;
/** What a spreadsheet passes over at the beginning of a cell, with the quotes that may be left of another cut. */
const PASSED_OVER = String.raw`[[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"']--[${SEPARATORS}]]*`;
/** What a formula begins with, also in the wide, small, raised and lowered forms that are read as the plain one. */
const FORMULA = String.raw`=\+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−\t\r`;
const BEGINS_FORMULA = new RegExp(`(?<=^|[${SEPARATORS}])(?=${PASSED_OVER}[${FORMULA}])`, 'gv');

/** A number of ours with a fraction, in whole parts: `{ units: 1250, digits: 2 }` is twelve and a half. */
export interface CsvDecimal {
  readonly units: number;
  readonly digits: number;
}

/** The numbers of a row are ours; its texts may be what others wrote. */
export type CsvCell = string | number | CsvDecimal;
export type CsvRow = readonly CsvCell[];

export interface CsvWriting {
  /** Semicolons are what a French or Arabic Excel opens in the right columns. */
  readonly delimiter?: ';' | ',';
  /** What stands before the fraction of a number in the language of the spreadsheet. */
  readonly decimalMark?: ',' | '.';
}

/**
 * Rows as CSV that people open in a spreadsheet, which must run nothing of what others wrote, whichever delimiter it takes: an
 * apostrophe stands before each place of a text at which a formula could begin. Without these apostrophes, the text is as it was.
 * The only writer of such files: every table that leaves Milaf as CSV goes through it.
 * @param place whether the rows are the first of their file: it begins with a byte order mark, because Excel takes Arabic for
 *   something else without it
 */
export function spreadsheetCsv(
  rows: readonly CsvRow[],
  place: 'first' | 'further',
  { delimiter = ';', decimalMark = '.' }: CsvWriting = {},
): string {
  const safe = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'string') return withoutFormulas(cell);
      return typeof cell === 'number' ? cell : decimalText(cell, decimalMark);
    }),
  );
  return stringify(safe, { delimiter, record_delimiter: 'windows', bom: place === 'first' });
}

function decimalText({ units, digits }: CsvDecimal, mark: string): string {
  const sign = units < 0 ? '-' : '';
  const figures = String(Math.abs(units)).padStart(digits + 1, '0');
  const whole = figures.length - digits;
  return digits === 0
    ? `${sign}${figures}`
    : `${sign}${figures.slice(0, whole)}${mark}${figures.slice(whole)}`;
}

const withoutFormulas = (text: string): string => text.replace(BEGINS_FORMULA, "'");
