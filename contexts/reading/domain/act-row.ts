import { boxAround } from './boxes.ts';
import type { ActsColumn } from './acts-header.ts';
import {
  parseActCode,
  parseCoefficient,
  parseDigitsAsCode,
  parseKeyLetter,
  type ActCode,
} from './act-codes.ts';
import { placeCells, splitCells, type ActCells } from './act-cells.ts';
import type { CareFormAct, ReadField } from './care-form.ts';
import { parseRecentDate } from './date-parser.ts';
import type { ColumnName } from './label-lexicon/label-entry.ts';
import { parseMoney } from './money-parser.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { parsed, type ParsedValue } from './parsed-value.ts';
import { toReadField } from './read-field.ts';
import { hasLetterOrDigit } from './text-folding.ts';
import { segmentText } from './value-segments.ts';

/** Words below it may be specks and pieces of Arabic, left out where a cell makes no sense with them. */
const faintPercent = 40;

function read<T>(
  cells: ActCells,
  column: ColumnName,
  parse: (text: string) => ParsedValue<T> | undefined,
  page: number,
): ReadField<T> | undefined {
  const words = cells.get(column);
  if (words === undefined) return undefined;
  const value = parse(segmentText(words));
  if (value !== undefined) return toReadField(value, words, page);
  const clear = words.filter((word) => word.confidencePercent >= faintPercent);
  const clearValue = clear.length === 0 ? undefined : parse(segmentText(clear));
  return clearValue === undefined ? undefined : toReadField(clearValue, clear, page);
}

/** A number that stands farther from the letter than this many characters is of another column, which has no heading. */
const widestCodeGap = 3.2;

/** Of the words in the column of the letter those that stand with it. */
function letterCell(
  words: readonly PageWord[] | undefined,
  { characterWidth }: PageFrame,
): readonly PageWord[] | undefined {
  const cells: PageWord[][] = [];
  for (const word of words ?? []) {
    const before = cells.at(-1)?.at(-1);
    if (before === undefined || word.left - before.right > widestCodeGap * characterWidth) cells.push([word]);
    else cells.at(-1)?.push(word);
  }
  return cells.find((cell) => cell.some(({ text }) => /\p{L}/u.test(text))) ?? cells[0];
}

/** Key letter and coefficient, wherever the form has them: in columns of their own or in one cell. */
function readCode(
  rowCells: ActCells,
  columns: readonly ActsColumn[],
  frame: PageFrame,
): Pick<CareFormAct, 'actCode' | 'keyLetter' | 'coefficientHundredths' | 'quantity'> {
  const page = frame.number;
  const names = new Set(columns.map((column) => column.name));
  const letterColumn = names.has('keyLetter') ? 'keyLetter' : 'actCode';
  const inLetterColumn = letterCell(rowCells.get(letterColumn), frame);
  const cells: ActCells =
    inLetterColumn === undefined ? rowCells : new Map([...rowCells, [letterColumn, inLetterColumn]]);
  // A cell that holds both needs a letter; one that only holds a letter may be a digit that OCR took for it.
  const parseCode = (text: string): ActCode => {
    const code = parseActCode(text);
    return code.keyLetter === undefined && !names.has('coefficient') ? parseDigitsAsCode(text) : code;
  };
  const keyLetter = read(
    cells,
    letterColumn,
    (text) => parseCode(text).keyLetter ?? parseKeyLetter(text),
    page,
  );
  const inLetterCell = read(cells, letterColumn, (text) => parseCode(text).coefficientHundredths, page);
  const inColumn = read(cells, 'coefficient', parseCoefficient, page);
  // `Nombre` beside a cell with both, `B130`, is how often, and no coefficient.
  const isCount = keyLetter !== undefined && inLetterCell !== undefined && names.has('coefficient');
  const ownCoefficient = isCount ? inLetterCell : inColumn;
  const count = isCount ? inColumn : read(cells, 'quantity', parseCoefficient, page);
  // `Cotation` can head the column of letter and number together, with the code of the act beside it.
  const combined = read(cells, 'coefficient', (text) => parseActCode(text).keyLetter, page);
  const inCotation = ownCoefficient === undefined && combined !== undefined;
  const coefficient =
    ownCoefficient ??
    (inCotation
      ? read(cells, 'coefficient', (text) => parseCode(text).coefficientHundredths, page)
      : inLetterCell);
  const hasBoth = names.has('keyLetter') && names.has('actCode');
  const code = (text: string): ParsedValue<string> | undefined => {
    const compact = text.toUpperCase().replace(/\s+/g, ' ').trim();
    return hasLetterOrDigit(compact) ? parsed(compact) : undefined;
  };
  return {
    actCode: hasBoth || inCotation ? read(cells, 'actCode', code, page) : undefined,
    keyLetter: inCotation ? combined : keyLetter,
    coefficientHundredths: coefficient,
    ...(count === undefined ? {} : { quantity: { ...count, value: count.value / 100 } }),
  };
}

/** Reads the words of one row of the table by the columns they stand in. */
export function readAct(
  row: readonly PageWord[],
  columns: readonly ActsColumn[],
  frame: PageFrame,
): CareFormAct {
  const cells = placeCells(splitCells(row, frame), columns, frame);
  return {
    dateOfCare: read(cells, 'date', parseRecentDate, frame.number),
    ...readCode(cells, columns, frame),
    billedCentimes: read(cells, 'amount', parseMoney, frame.number),
    source: { page: frame.number, box: boxAround(row.map((word) => word.box)) },
  };
}
