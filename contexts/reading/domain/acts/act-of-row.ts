import type { FieldDoubt, FieldEvidence } from '#rules';
import { ofThisCentury } from '../date-parser.ts';
import { parseKeyLetter } from '../act-codes.ts';
import { boxAround } from '../boxes.ts';
import type { CareFormAct, ReadField } from '../care-form.ts';
import { middleX, type PageFrame, type PageWord } from '../page-frame.ts';
import type { ParsedValue } from '../parsed-value.ts';
import { toReadField } from '../read-field.ts';
import type { NumberColumn } from './act-columns.ts';
import { letterOfRow, type JudgedRoles } from './column-roles.ts';
import { codeOfWords, describesLetter, printedCodes } from './described-acts.ts';
import { isLetterAmbiguous } from './diagnosis-codes.ts';
import { isUnder, type Extent } from './extents.ts';
import { doubtCountLike } from './count-like.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

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

/** What is known of the table that a row is in. */
export interface RowContext {
  readonly judged: JudgedRoles;
  /** By which of their values the best way to take the columns differs from one about as good. */
  readonly isAmountUnsure: boolean;
  /** Other numbers of the rows may be the amounts, or their dirhams, whatever the sum says. */
  readonly isAmountAmbiguous: boolean;
  readonly isMultipleUnsure: (row: number) => boolean;
  readonly frame: PageFrame;
  readonly dateColumn: Extent | undefined;
  readonly letterColumn: Extent | undefined;
}

function amountField(
  row: number,
  { judged, isAmountUnsure, isAmountAmbiguous, frame }: RowContext,
): ReadField<number> | undefined {
  const { amount, centimes } = judged.roles;
  const main = amount.atoms[row];
  const value = judged.amounts[row];
  if (main === undefined || value === undefined) return undefined;
  const part = centimes?.atoms[row];
  const doubts = [...main.parsed.doubts, ...(part?.parsed.doubts ?? [])];
  const ownDoubts: readonly FieldDoubt[] = [
    ...(isAmountUnsure && !judged.isSumRight ? (['CONFLICTING_VALUES'] as const) : []),
    ...(isAmountAmbiguous ? (['AMBIGUOUS'] as const) : []),
  ];
  const evidence: readonly FieldEvidence[] = judged.isSumRight ? ['SUM', 'PLACE'] : ['PLACE'];
  return fieldOf(
    { value, doubts },
    [...main.words, ...(part?.words ?? [])],
    frame.number,
    evidence,
    ownDoubts,
  );
}

function numberField(
  column: NumberColumn | undefined,
  row: number,
  { frame, isMultipleUnsure }: RowContext,
  evidence: readonly FieldEvidence[] = ['PLACE'],
): ReadField<number> | undefined {
  const atom = column?.atoms[row];
  if (atom === undefined) return undefined;
  return fieldOf(
    atom.parsed,
    atom.words,
    frame.number,
    evidence,
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

/** Capitals where the other lines have their letter, of which no tariff knows. They come with a doubt, but for `OPT`. */
function unknownLetter(
  row: AtomRow,
  column: Extent | undefined,
  frame: PageFrame,
): { readonly parsed: ParsedValue<string>; readonly words: readonly PageWord[] } | undefined {
  for (const atom of row.atoms) {
    const text = atom.words.map((word) => word.text).join('');
    if (atom.kind !== 'text' || !/^[A-Z]{1,6}$/.test(text) || !isUnder(atom, column, frame.characterWidth))
      continue;
    const parsed = printedCodes.has(text) ? { value: text, doubts: [] } : parseKeyLetter(text);
    if (parsed !== undefined) return { parsed, words: atom.words };
  }
  return undefined;
}

/** What a line without a letter is by its words: spectacles, a stay, sessions. */
function describedLetter(row: AtomRow, frame: PageFrame): ReadField<string> | undefined {
  const words = row.atoms.flatMap((atom) => (atom.kind === 'text' ? atom.words : []));
  const described = codeOfWords(words.map(({ text }) => text).join(' '));
  if (described === undefined) return undefined;
  const { code: value, isDoubtful } = described;
  return fieldOf({ value, doubts: isDoubtful ? ['AMBIGUOUS'] : [] }, words, frame.number, ['PLACE']);
}

/** The act that a row of a table is. */
export function actOfRow(row: AtomRow, index: number, context: RowContext): CareFormAct {
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
      ? doubtCountLike(numberField(judged.roles.coefficient, index, context), letter?.parsed.value)
      : fieldOf(letter.coefficient, letter.coefficientWords, frame.number, ['PLACE']);
  const quantity = numberField(
    judged.roles.quantity,
    index,
    context,
    judged.isPriced ? ['SUM', 'PLACE'] : ['PLACE'],
  );
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
      describedLetter(row, frame) ??
      (unknown && fieldOf(unknown.parsed, unknown.words, frame.number, ['PLACE'])),
    coefficientHundredths: coefficient,
    ...(quantity === undefined ? {} : { quantity: { ...quantity, value: quantity.value / 100 } }),
    billedCentimes: amountField(index, context),
    ...(inpe === undefined ? {} : { inpe: fieldOf(inpe.parsed, inpe.words, frame.number, ['PLACE']) }),
    source: {
      page: frame.number,
      box: boxAround(
        row.atoms
          // What stands in the place of a letter that was not read is looked at again with the row.
          .filter((atom) => atom.kind !== 'text' || (letter === undefined && isUnder(atom, letterColumn, 0)))
          .flatMap((atom) => atom.words.map((word) => word.box)),
      ),
    },
  };
}
