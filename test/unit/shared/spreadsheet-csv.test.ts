import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { spreadsheetCsv } from '../../../contexts/shared/spreadsheet-csv.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const FORMULAS = Array.from('=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−-');
/** What a spreadsheet runs: blanks, marks that are not seen and quotes that are left over are passed over. */
const RUNS = new RegExp(`^[\\s\\p{Cc}\\p{Cf}"]*[${FORMULAS.join('')}]`, 'u');

/** Rows as spreadsheets read them: a quote within a cell is a letter, and what follows a closing quote belongs to the cell. */
function cellsAsOpened(csv: string, delimiter: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (let index = 0; index < csv.length; index += 1) {
    const character = csv[index]!;
    const cell = cells.at(-1)!;
    if (isQuoted && character === '"') {
      isQuoted = csv[index + 1] === '"';
      if (isQuoted) index += 1;
      if (isQuoted) cells[cells.length - 1] = `${cell}"`;
    } else if (!isQuoted && character === '"' && cell === '') isQuoted = true;
    else if (!isQuoted && character === '\r' && csv[index + 1] === '\n') continue;
    else if (!isQuoted && [delimiter, '\n', '\r'].includes(character)) cells.push('');
    else cells[cells.length - 1] = cell + character;
  }
  return cells;
}

/** Without any idea of quotes. */
const cellsCutBluntly = (csv: string, delimiter: string): string[] =>
  csv
    .split(/\r\n|[\r\n]/)
    .flatMap((line) => line.split(delimiter))
    .map((cell) => cell.replace(/^"/, ''));

const cellsOfLibrary = (csv: string, delimiter: string): string[] =>
  (['\r\n', '\n', '\r'] as const).flatMap((newline) =>
    Papa.parse<string[]>(csv, { delimiter, newline }).data.flat(),
  );

const READERS = { asOpened: cellsAsOpened, bluntly: cellsCutBluntly, library: cellsOfLibrary };

function formulasIn(csv: string): readonly string[] {
  return DELIMITERS.flatMap((delimiter) =>
    Object.entries(READERS).flatMap(([reader, read]) =>
      read(csv, delimiter)
        .filter((cell) => RUNS.test(cell))
        .map((cell) => `${reader} ${JSON.stringify(delimiter)}: ${cell}`),
    ),
  );
}

const rowsOf = (csv: string, delimiter = ';'): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter, newline: '\r\n', skipEmptyLines: true }).data;

/** The one apostrophe that was put before a formula, taken away again: what the published rule says to a receiver. */
const readBack = (cell: string): string =>
  cell.replace(
    /(?<=^|[,;\|\t\n\v\f\r\u0085\u2028\u2029])'(?=[[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"']--[,;\|\t\n\v\f\r\u0085\u2028\u2029]]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−\t\r])/gv,
    '',
  );

/** Texts of little else than what matters. */
const hostileText = fc.string({
  unit: fc.constantFrom(
    ...FORMULAS,
    ...DELIMITERS,
    '|',
    '"',
    "'",
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\0',
    '\u2028',
    'a',
    '1',
    'ب',
  ),
  maxLength: 12,
});
const cellText = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

describe('a table that people open in a spreadsheet', () => {
  it.each([
    ['at its beginning', '=1+1'],
    ['after blanks', '  =1+1'],
    ['after a blank that does not break', '\u00a0=1+1'],
    ['after marks that are not seen', '\u202e\u200b=1+1'],
    ['after a tab', '\t=1+1'],
    ['after CR', '\r=1+1'],
    ['after a byte order mark', '\uFEFF=1+1'],
    ['after a semicolon', 'IF1;=1+1'],
    ['after a comma', 'IF1,@SUM(A1)'],
    ['after a tab in its midst', 'IF1\t+212'],
    ['after a bar', 'IF1|=1+1'],
    ['after the end of a line', 'IF1\n=1+1'],
    ['after the end of a line of old Macs', 'IF1\r-1'],
    ['after a quote', '"=1+1'],
    ['after a delimiter and a quote', 'IF1,"=1+1"'],
    ['after two quotes', 'IF1;""=1+1'],
    ['in wide letters', 'IF1; ＝1＋1'],
    ['with a minus of mathematics', '−1'],
  ])('has no formula %s, by whatever delimiter it is cut', (_, text) => {
    const csv = spreadsheetCsv(
      [
        [1, text, 'x'],
        [2, 'x', text],
      ],
      'first',
    );

    expect(formulasIn(csv)).toEqual([]);
    expect(rowsOf(csv).map((row) => row.map(readBack))).toEqual([
      ['1', text, 'x'],
      ['2', 'x', text],
    ]);
  });

  it('has none whatever others wrote, and still says what they wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cellText, cellText), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(';', ','),
        (texts, delimiter) => {
          const rows = texts.map((row, index) => [index, ...row]);
          const csv = spreadsheetCsv(rows, 'further', { delimiter });

          expect(formulasIn(csv)).toEqual([]);
          expect(
            rowsOf(csv, delimiter)
              .flat()
              .filter((cell) => /^[\t\r]/.test(cell)),
          ).toEqual([]);
          expect(rowsOf(csv, delimiter).map((row) => row.map(readBack))).toEqual(
            rows.map((row) => row.map(String)),
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('has no formula where a text begins the row either', () => {
    fc.assert(
      fc.property(cellText, cellText, (one, other) => {
        expect(formulasIn(spreadsheetCsv([[one, other], [other]], 'further'))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves texts alone in which a formula could not begin', () => {
    const texts = [
      'EL-IDRISSI',
      'a=b',
      "L'Atlas",
      '12 - 14, rue Al Qods',
      'a@b.ma',
      "'quoted'",
      'بن علي - سلا',
    ];

    expect(rowsOf(spreadsheetCsv([texts], 'first'))).toEqual([texts]);
  });

  it('keeps numbers numbers', () => {
    expect(spreadsheetCsv([[-5, 0.5, 12]], 'further')).toBe('-5;0.5;12\r\n');
  });

  it('is written in one place: nothing else that is deployed or run by people writes CSV', () => {
    const root = path.join(import.meta.dirname, '..', '..', '..');
    const sources = ['contexts', 'lambdas', 'bin'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.join(folder, file)),
    );
    const writers = sources.filter((file) =>
      /csv-stringify|\.unparse\(/.test(readFileSync(path.join(root, file), 'utf8')),
    );

    expect(writers).toEqual([path.join('contexts', 'shared', 'spreadsheet-csv.ts')]);
  });
});
