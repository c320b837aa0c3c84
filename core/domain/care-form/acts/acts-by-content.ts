import { boxAround } from '../boxes.ts';
import type { CareFormAct, FieldDoubt, FieldEvidence, ReadField } from '../care-form.ts';
import { parseKeyLetter } from '../act-codes.ts';
import { columnOf } from '../acts-header.ts';
import type { PageCandidates } from '../candidates/find-candidates.ts';
import type { TokenRow } from '../candidates/row-tokens.ts';
import type { LabelAnchor } from '../label-anchors.ts';
import { middleX, type PageFrame, type PageWord } from '../page-frame.ts';
import type { ParsedValue } from '../parsed-value.ts';
import { toReadField, withDoubt } from '../read-field.ts';
import { labelShape } from '../text-folding.ts';
import { describesLetter } from './described-acts.ts';
import { isLetterAmbiguous, withoutDiagnoses } from './diagnosis-codes.ts';
import { findRowNumbers } from './row-numbers.ts';
import { numberColumns, type NumberColumn } from './act-columns.ts';
import { judgeColumns, letterOfRow, lettersOfOne, type JudgedRoles } from './column-roles.ts';
import { atomRows, type AtomRow, type RowAtom } from './row-atoms.ts';

/** An amount of money where it stands, in centimes. */
export interface FoundAmount {
  readonly parsed: ParsedValue<number>;
  readonly words: readonly PageWord[];
}

/** A table of acts that was found by what stands in its lines. */
export interface ContentTable {
  readonly acts: readonly CareFormAct[];
  /** The amounts add up to an amount that stands elsewhere on the page. */
  readonly isSumRight: boolean;
  /** A line of it has a letter that tariffs know; else days and amounts are all that was found. */
  readonly hasLetters: boolean;
  readonly words: ReadonlySet<PageWord>;
  /** Amounts of the page that are in no row of the table. */
  readonly amountsOutside: readonly FoundAmount[];
}

/** A row that sums up others is none of them. */
function isTotalRow(row: AtomRow): boolean {
  // The shape of a label has `i` for `l`.
  return row.atoms.some(
    (atom) =>
      atom.kind === 'text' && atom.words.some((word) => /^s?(?:ous)?tot(?:ai|$)/.test(labelShape(word.text))),
  );
}

function hasSplitAmount(row: AtomRow): boolean {
  return row.atoms.some((atom, index) => {
    const next = row.atoms[index + 1];
    return atom.kind === 'number' && next?.kind === 'number' && /^\d{2}$/.test(next.text);
  });
}

/** A line that says what it is by itself: a letter that tariffs know, and money. */
function isStrong(row: AtomRow): boolean {
  const letter = row.atoms.find((atom) => atom.kind === 'letter' && atom.parsed.doubts.length === 0);
  if (letter === undefined || isTotalRow(row)) return false;
  const amounts = row.atoms.filter((atom) => atom.kind === 'amount');
  if (row.atoms.some((atom) => atom.kind === 'date'))
    return (
      amounts.length > 0 ||
      row.atoms.some((atom) => atom.kind === 'number' && atom.parsed.value >= leastWholeAmount)
    );
  return amounts.length > 0 && [letter, ...amounts].every(isClear);
}

/** A number of whole dirhams that can be an amount, in hundredths: less is a count. */
const leastWholeAmount = 1000;

/** Below it a word may be what OCR made of another script or of a stamp. */
const clearPercent = 60;

function isClear({ words }: RowAtom): boolean {
  return words.every((word) => word.confidencePercent >= clearPercent);
}

/**
 * A line of which the letter was not read: a day, an amount, and a number or an INPE beside them. Looked for only where no
 * line has its letter.
 */
function isLetterless(row: AtomRow): boolean {
  const has = (...kinds: readonly RowAtom['kind'][]): boolean =>
    row.atoms.some(({ kind }) => kinds.includes(kind));
  return has('date') && has('amount') && has('number', 'nine-digits', 'letter') && !isTotalRow(row);
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

function isUnder(atom: Extent, column: Extent | undefined, slack: number): boolean {
  return column !== undefined && atom.left <= column.right + slack && atom.right >= column.left - slack;
}

function extentOf(atoms: readonly Extent[]): Extent | undefined {
  if (atoms.length === 0) return undefined;
  return {
    left: Math.min(...atoms.map((atom) => atom.left)),
    right: Math.max(...atoms.map((atom) => atom.right)),
  };
}

/** Where the rows that are sure have their dates, letters and amounts. */
interface TableShape {
  readonly date: Extent | undefined;
  readonly letter: Extent | undefined;
  readonly money: readonly NumberColumn[];
  readonly pitch: number;
}

function shapeOf(rows: readonly AtomRow[], columns: readonly NumberColumn[], frame: PageFrame): TableShape {
  const gaps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? row.y));
  return {
    date: extentOf(rows.flatMap((row) => row.atoms.filter((atom) => atom.kind === 'date'))),
    letter: extentOf(rows.flatMap((row) => letterOfRow(row) ?? [])),
    money: columns.filter((column) => column.atoms.some((atom) => atom?.kind === 'amount')),
    pitch: Math.max(3 * frame.lineHeight, Math.min(...gaps, 5 * frame.lineHeight)),
  };
}

/**
 * A line of the table in which something could not be read: two of date, letter and amount stand in it, each under those of
 * the other lines.
 */
function isAligned(row: AtomRow, shape: TableShape, frame: PageFrame): boolean {
  if (isTotalRow(row)) return false;
  const slack = 1.5 * frame.characterWidth;
  const has = (kind: RowAtom['kind'], column: Extent | undefined): boolean =>
    row.atoms.some((atom) => atom.kind === kind && isUnder(atom, column, slack));
  const signs = [
    has('date', shape.date),
    has('letter', shape.letter),
    shape.money.some((column) => has('amount', column)) || (shape.money.length === 0 && hasSplitAmount(row)),
  ];
  return signs.filter(Boolean).length >= 2;
}

/** Rows of a table follow each other within so many line heights. */
const widestPitch = 3.2;

/**
 * Lines right below or above the table, or between its lines, that have a day where the others have theirs and nothing else that
 * could be read: acts all the same. To pass one over would be to pay for less, or to take what is left for the whole.
 */
function withDatedNeighbours(
  rows: readonly AtomRow[],
  own: ReadonlySet<AtomRow>,
  date: Extent | undefined,
  frame: PageFrame,
): ReadonlySet<AtomRow> {
  const slack = 1.5 * frame.characterWidth;
  const found = new Set(own);
  const isNear = (row: AtomRow): boolean =>
    [...found].some((one) => Math.abs(one.y - row.y) <= widestPitch * frame.lineHeight);
  const candidates = rows.filter(
    (row) =>
      !own.has(row) &&
      !isTotalRow(row) &&
      row.atoms.some((atom) => atom.kind === 'date' && isUnder(atom, date, slack)) &&
      row.atoms.some(
        (atom) => atom.kind !== 'date' && /\d/.test(atom.words.map((word) => word.text).join('')),
      ),
  );
  for (let isGrowing = true; isGrowing;) {
    const next = candidates.filter((row) => !found.has(row) && isNear(row));
    for (const row of next) found.add(row);
    isGrowing = next.length > 0;
  }
  return found;
}

/** The rows that are sure, and those between and right below or above them that stand in their columns. */
function rowsOfTable(
  rows: readonly AtomRow[],
  strong: readonly AtomRow[],
  frame: PageFrame,
): readonly AtomRow[] {
  const shape = shapeOf(strong, numberColumns(strong, frame.characterWidth), frame);
  const isSure = new Set(strong);
  const near = (row: AtomRow): boolean => strong.some((one) => Math.abs(one.y - row.y) <= 1.5 * shape.pitch);
  const aligned = new Set(
    rows.filter((row) => isSure.has(row) || (near(row) && isAligned(row, shape, frame))),
  );
  const all = withDatedNeighbours(rows, aligned, shape.date, frame);
  return rows.filter((row) => all.has(row));
}

function fieldOf<T>(
  value: ParsedValue<T>,
  words: readonly PageWord[],
  page: number,
  evidence: readonly FieldEvidence[],
  doubts: readonly FieldDoubt[] = [],
): ReadField<T> {
  const field = toReadField({ ...value, doubts: [...value.doubts, ...doubts] }, words, page);
  return evidence.length === 0 ? field : { ...field, evidence };
}

interface RowContext {
  readonly judged: JudgedRoles;
  /** By which of their values the best way to take the columns differs from one about as good. */
  readonly isAmountUnsure: boolean;
  readonly isMultipleUnsure: (row: number) => boolean;
  readonly frame: PageFrame;
  readonly dateColumn: Extent | undefined;
  readonly letterColumn: Extent | undefined;
}

function amountField(
  row: number,
  { judged, isAmountUnsure, frame }: RowContext,
): ReadField<number> | undefined {
  const { amount, centimes } = judged.roles;
  const main = amount.atoms[row];
  const value = judged.amounts[row];
  if (main === undefined || value === undefined) return undefined;
  const part = centimes?.atoms[row];
  const doubts = [...main.parsed.doubts, ...(part?.parsed.doubts ?? [])];
  const evidence: readonly FieldEvidence[] = judged.isSumRight ? ['SUM', 'PLACE'] : ['PLACE'];
  return fieldOf(
    { value, doubts },
    [...main.words, ...(part?.words ?? [])],
    frame.number,
    evidence,
    isAmountUnsure && !judged.isSumRight ? ['CONFLICTING_VALUES'] : [],
  );
}

function numberField(
  column: NumberColumn | undefined,
  row: number,
  { frame, isMultipleUnsure }: RowContext,
): ReadField<number> | undefined {
  const atom = column?.atoms[row];
  if (atom === undefined) return undefined;
  return fieldOf(
    atom.parsed,
    atom.words,
    frame.number,
    ['PLACE'],
    isMultipleUnsure(row) ? ['CONFLICTING_VALUES'] : [],
  );
}

/** The letter, with what the words of its line say for it or against it. */
function letterField(
  row: AtomRow,
  letter: ParsedValue<string>,
  words: readonly PageWord[],
  frame: PageFrame,
): ReadField<string> {
  const text = row.atoms.flatMap((atom) => (atom.kind === 'text' ? atom.words.map((word) => word.text) : []));
  const isDescribed = describesLetter(text.join(' '), letter.value);
  const isDoubtful = isDescribed === false || isLetterAmbiguous(row);
  return fieldOf(
    letter,
    words,
    frame.number,
    isDescribed === true ? ['NEIGHBOURS', 'PLACE'] : ['PLACE'],
    isDoubtful ? ['CONFLICTING_VALUES'] : [],
  );
}

/** Capitals where the other lines have their letter, of which no tariff knows: `OPT`. They come with a doubt. */
function unknownLetter(
  row: AtomRow,
  column: Extent | undefined,
  frame: PageFrame,
): { readonly parsed: ParsedValue<string>; readonly words: readonly PageWord[] } | undefined {
  for (const atom of row.atoms) {
    const text = atom.words.map((word) => word.text).join('');
    if (atom.kind !== 'text' || !/^[A-Z]{1,6}$/.test(text) || !isUnder(atom, column, frame.characterWidth))
      continue;
    const parsed = parseKeyLetter(text);
    if (parsed !== undefined) return { parsed, words: atom.words };
  }
  return undefined;
}

/**
 * A coefficient of one beside a graded letter may be the column of quantities, and the true coefficient was lost with the end of
 * its letter's cell: `B240` that was read as `B`.
 */
function gradedOne(
  field: ReadField<number> | undefined,
  letter: string | undefined,
): ReadField<number> | undefined {
  if (field?.value !== 100 || letter === undefined || lettersOfOne.has(letter)) return field;
  return withDoubt(field, 'CONFLICTING_VALUES');
}

/** Nobody files care of the last century: a year of two digits leaves no doubt in a table of acts. */
function ofThisCentury({ value, doubts }: ParsedValue<string>): ParsedValue<string> {
  return { value, doubts: doubts.filter((doubt) => doubt !== 'WRONG_LENGTH') };
}

function actOf(row: AtomRow, index: number, context: RowContext): CareFormAct {
  const { judged, frame, dateColumn, letterColumn } = context;
  const nearest = <Kind extends RowAtom['kind']>(kind: Kind, column: Extent | undefined) => {
    const found = row.atoms.filter((atom): atom is Extract<RowAtom, { kind: Kind }> => atom.kind === kind);
    if (column === undefined) return found[0];
    return found.sort(
      (a, b) => Math.abs(middleX(a) - middleX(column)) - Math.abs(middleX(b) - middleX(column)),
    )[0];
  };
  const date = nearest('date', dateColumn);
  const letter =
    letterOfRow({
      ...row,
      atoms: row.atoms.filter(
        (atom) => atom.kind !== 'letter' || isUnder(atom, letterColumn, 3 * frame.characterWidth),
      ),
    }) ?? letterOfRow(row);
  const unknown = letter === undefined ? unknownLetter(row, letterColumn, frame) : undefined;
  const inpe = nearest('nine-digits', undefined);
  const coefficient =
    letter?.coefficient === undefined
      ? gradedOne(numberField(judged.roles.coefficient, index, context), letter?.parsed.value)
      : fieldOf(letter.coefficient, letter.coefficientWords, frame.number, ['PLACE']);
  const quantity = numberField(judged.roles.quantity, index, context);
  const letterWords =
    letter?.words.filter(
      (word) =>
        !letter.coefficientWords.includes(word) || letter.words.length === letter.coefficientWords.length,
    ) ?? [];
  return {
    dateOfCare: date && fieldOf(ofThisCentury(date.parsed), date.words, frame.number, ['PLACE']),
    actCode: undefined,
    keyLetter:
      (letter && letterField(row, letter.parsed, letterWords, frame)) ??
      (unknown && fieldOf(unknown.parsed, unknown.words, frame.number, ['PLACE'])),
    // A single column of ones is the quantity of acts whose letter says their coefficient.
    coefficientHundredths: coefficient,
    ...(quantity === undefined ? {} : { quantity: { ...quantity, value: quantity.value / 100 } }),
    billedCentimes: amountField(index, context),
    ...(inpe === undefined ? {} : { inpe: fieldOf(inpe.parsed, inpe.words, frame.number, ['PLACE']) }),
    source: {
      page: frame.number,
      box: boxAround(
        row.atoms
          .filter((atom) => atom.kind !== 'text')
          .flatMap((atom) => atom.words.map((word) => word.box)),
      ),
    },
  };
}

/** How the amounts of a table are printed, so that its total is looked for in the same print. */
type AmountPrint = 'decimals' | 'two-columns' | 'whole';

/** `24 chiffres` is no amount: a word that is no currency stands right behind the number. */
function isCounted(atoms: readonly RowAtom[], index: number, frame: PageFrame): boolean {
  const atom = atoms[index];
  const next = atoms[index + 1];
  if (atom === undefined || next?.kind !== 'text' || next.left - atom.right > 1.5 * frame.characterWidth)
    return false;
  return !/^(?:dhs?|mad|dirhams?)\b/i.test(next.words[0]?.text ?? '');
}

/** A number of a row that stands by itself, as one of a phone or an account does not. */
function isLone(atoms: readonly RowAtom[], from: number, to: number, frame: PageFrame): boolean {
  const far = 3 * frame.characterWidth;
  const before = atoms[from - 1];
  const after = atoms[to + 1];
  const first = atoms[from];
  const last = atoms[to];
  const isNumeral = (atom: RowAtom): boolean => atom.kind !== 'text' || /\d/.test(atom.words[0]?.text ?? '');
  return (
    (before === undefined || first === undefined || !isNumeral(before) || first.left - before.right > far) &&
    (after === undefined || last === undefined || !isNumeral(after) || after.left - last.right > far)
  );
}

/** Amounts of the page outside the table, in the print of the table: `303,40`, `303 | 40`, `303`. */
function amountsOutside(
  rows: readonly AtomRow[],
  table: ReadonlySet<AtomRow>,
  print: AmountPrint,
  frame: PageFrame,
): readonly FoundAmount[] {
  return rows
    .filter((row) => !table.has(row))
    .flatMap(({ atoms }) =>
      atoms.flatMap((atom, index): readonly FoundAmount[] => {
        if (atom.kind === 'amount') return [atom];
        if (atom.kind !== 'number' || print === 'decimals') return [];
        const next = atoms[index + 1];
        if (print === 'whole')
          return atom.parsed.value >= leastWholeAmount &&
            isLone(atoms, index, index, frame) &&
            !isCounted(atoms, index, frame)
            ? [atom]
            : [];
        if (next?.kind !== 'number' || !/^\d{2}$/.test(next.text) || !isLone(atoms, index, index + 1, frame))
          return [];
        const value = atom.parsed.value + next.parsed.value / 100;
        return [
          {
            parsed: { value, doubts: [...atom.parsed.doubts, ...next.parsed.doubts] },
            words: [...atom.words, ...next.words],
          },
        ];
      }),
    );
}

function printOf({ amount, centimes }: JudgedRoles['roles']): AmountPrint {
  if (centimes !== undefined) return 'two-columns';
  return amount.atoms.some((atom) => atom?.kind === 'amount') ? 'decimals' : 'whole';
}

/** How far above the table its headings may stand, in line heights. */
const headingReach = 7;

/** Finds the acts of a page by what stands in its lines: no heading, ruling or order of columns is needed. */
export function readActsByContent(
  tokens: readonly TokenRow[],
  candidates: PageCandidates,
  labels: readonly LabelAnchor[],
  frame: PageFrame,
): ContentTable | undefined {
  const headingsOnPage = labels.filter((label) => columnOf(label) !== undefined);
  const rows = withoutDiagnoses(atomRows(tokens, candidates), headingsOnPage, frame);
  const lettered = rows.filter(isStrong);
  const strong = lettered.length > 0 ? lettered : rows.filter(isLetterless);
  const [first] = strong;
  if (first === undefined) return undefined;
  const own = rowsOfTable(rows, strong, frame);
  const columns = numberColumns(own, frame.characterWidth);
  const headings = headingsOnPage.filter(
    (label) => label.bottom <= first.y && first.y - label.bottom < headingReach * frame.lineHeight,
  );
  const table = new Set(own);
  const totals = new Set(
    (['decimals', 'two-columns', 'whole'] as const)
      .flatMap((print) => amountsOutside(rows, table, print, frame))
      .map(({ parsed }) => parsed.value),
  );
  const found = judgeColumns({
    rows: own,
    columns,
    headings,
    totals,
    rowNumbers: findRowNumbers(columns, own, tokens, frame),
  });
  if (found === undefined) return undefined;
  const { best, rival } = found;
  const differs = (
    a: readonly (number | undefined)[],
    b: readonly (number | undefined)[],
    row: number,
  ): boolean => (a[row] ?? 100) !== (b[row] ?? 100);
  const context: RowContext = {
    judged: best,
    isAmountUnsure: rival !== undefined && own.some((_, row) => differs(best.amounts, rival.amounts, row)),
    isMultipleUnsure: (row) => rival !== undefined && differs(best.multiples, rival.multiples, row),
    frame,
    dateColumn: extentOf(own.flatMap((row) => row.atoms.filter((atom) => atom.kind === 'date'))),
    letterColumn: extentOf(strong.flatMap((row) => letterOfRow(row) ?? [])),
  };
  return {
    acts: own.map((row, index) => actOf(row, index, context)),
    isSumRight: best.isSumRight,
    hasLetters: lettered.length > 0,
    words: new Set(own.flatMap((row) => row.atoms.flatMap((atom) => atom.words))),
    amountsOutside: amountsOutside(rows, table, printOf(best.roles), frame),
  };
}
