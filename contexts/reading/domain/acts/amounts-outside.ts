import type { PageFrame, PageWord } from '../page-frame.ts';
import { startsWithCurrency } from '../money-parser.ts';
import { parsed, type ParsedValue } from '../parsed-value.ts';
import { rubbishPercent } from '../read-field.ts';
import { leastWholeAmount } from './act-columns.ts';
import type { JudgedRoles } from './column-roles.ts';
import { isUnder } from './extents.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

/** An amount of money where it stands, in centimes. */
export interface FoundAmount {
  readonly parsed: ParsedValue<number>;
  readonly words: readonly PageWord[];
  /** A whole number that nothing says is money: no currency, no word in its row, and not below the amounts of the table. */
  readonly isBare?: boolean | undefined;
  /** What it is, in centimes, if the number right before it is its thousands: `1  173,00` with a wide space. */
  readonly withThousandsCentimes?: number | undefined;
}

/** How the amounts of a table are printed, so that its total is looked for in the same print. */
export const amountPrints = ['decimals', 'two-columns', 'whole'] as const;
export type AmountPrint = (typeof amountPrints)[number];

/** `24 chiffres` is no amount: a word that is no currency stands right behind the number. */
function isCounted(atoms: readonly RowAtom[], index: number, frame: PageFrame): boolean {
  const atom = atoms[index];
  const next = atoms[index + 1];
  if (atom === undefined || next?.kind !== 'text' || next.left - atom.right > 1.5 * frame.characterWidth)
    return false;
  return !startsWithCurrency.test(next.words[0]?.text ?? '');
}

// `(Jlo>3l` is Arabic, read as Latin: more letters than digits are no part of a number.
const isNumeral = (atom: RowAtom): boolean =>
  atom.kind !== 'text' || isMostlyDigits(atom.words[0]?.text ?? '');

/** Whether two neighbours of a row may be parts of one number, as of a phone or an account. */
function isJoined(before: RowAtom | undefined, after: RowAtom | undefined, frame: PageFrame): boolean {
  if (before === undefined || after === undefined) return false;
  return isNumeral(before) && isNumeral(after) && after.left - before.right <= 3 * frame.characterWidth;
}

/** A number of a row that stands by itself, as one of a phone or an account does not. */
function isLone(atoms: readonly RowAtom[], from: number, to: number, frame: PageFrame): boolean {
  return !isJoined(atoms[from - 1], atoms[from], frame) && !isJoined(atoms[to], atoms[to + 1], frame);
}

function isMostlyDigits(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits > 0 && digits >= text.replace(/[^\p{L}]/gu, '').length;
}

const saysSomething = /\p{L}{3}/u;

/** Whether nothing beside a whole number, nor its place, says that it is money: what is left of a stamp is no bill. */
function isBare(atoms: readonly RowAtom[], index: number, columns: readonly RowAtom[]): boolean {
  const [number, next] = atoms.slice(index, index + 2);
  return (
    !startsWithCurrency.test(next?.words[0]?.text ?? '') &&
    !columns.some((column) => number !== undefined && isUnder(number, column, 0))
  );
}

/** `06.44` with more digits behind it is the beginning of a phone number, and `39.78` behind `07 86` a part of one. */
function isOfPhone(atoms: readonly RowAtom[], index: number, frame: PageFrame): boolean {
  if (isLone(atoms, index, index, frame)) return false;
  let first = index;
  while (isJoined(atoms[first - 1], atoms[first], frame)) first -= 1;
  return /^0\d/.test(atoms[first]?.words[0]?.text ?? '');
}

/** `0802 00` is what is left of a phone number: no money begins so. */
const hasLeadingZero = (text: string): boolean => /^0\d/.test(text);

/** `LE 19 11 2026`, of which a stamp lost the year: a day and its month, not dirhams and centimes. */
function isOfDay(atoms: readonly RowAtom[], index: number): boolean {
  return /^(?:le|du|au)\W*$/i.test(atoms[index - 1]?.words.at(-1)?.text ?? '');
}

/** A space inside an amount is narrower than this many characters, however wide the print. */
const widestThousandsGap = 3;

function withThousands(atoms: readonly RowAtom[], index: number, frame: PageFrame): number | undefined {
  const [before, atom] = [atoms[index - 1], atoms[index]];
  if (before?.kind !== 'number' || atom?.kind !== 'amount' || !/^\d{1,3}$/.test(before.text))
    return undefined;
  const isNear = atom.left - before.right <= widestThousandsGap * frame.characterWidth;
  const hasHundreds = /^\d{3}[.,;]\d{2}/.test(atom.words[0]?.text ?? '');
  return isNear && hasHundreds ? Number(before.text) * 100_000 + atom.parsed.value : undefined;
}

/** `1.289` where the amounts of the table are whole dirhams. */
function dottedThousandsOf({ kind, words }: RowAtom): FoundAmount | undefined {
  const [only, ...others] = words;
  const match =
    others.length === 0 && kind === 'text' ? /^(\d{1,3})[.,](\d{3})$/.exec(only?.text ?? '') : null;
  return match === null ? undefined : { parsed: parsed(Number(`${match[1]}${match[2]}`) * 100), words };
}

const isRubbish = ({ words }: RowAtom): boolean =>
  words.every(({ confidencePercent }) => confidencePercent < rubbishPercent);

/** Amounts of the page outside the table, in the print of the table: `303,40`, `303 | 40`, `303`. */
export function amountsOutside(
  rows: readonly AtomRow[],
  table: ReadonlySet<AtomRow>,
  print: AmountPrint,
  frame: PageFrame,
): readonly FoundAmount[] {
  const columns = [...table].flatMap(({ atoms }) =>
    atoms.filter(({ kind }) => kind === 'number' || kind === 'amount'),
  );
  return rows
    .filter((row) => !table.has(row))
    .flatMap((row) => {
      const atoms = row.atoms.filter((atom) => !isRubbish(atom));
      const isWordless = !atoms.some(({ words }) => words.some(({ text }) => saysSomething.test(text)));
      return atoms.flatMap((atom, index): readonly FoundAmount[] => {
        if (atom.kind === 'amount')
          return isOfPhone(atoms, index, frame)
            ? []
            : [{ ...atom, withThousandsCentimes: withThousands(atoms, index, frame) }];
        const thousands = print === 'whole' ? dottedThousandsOf(atom) : undefined;
        if (thousands !== undefined && isLone(atoms, index, index, frame)) return [thousands];
        if (atom.kind !== 'number' || print === 'decimals' || hasLeadingZero(atom.text)) return [];
        const next = atoms[index + 1];
        if (print === 'whole')
          return atom.parsed.value >= leastWholeAmount &&
            isLone(atoms, index, index, frame) &&
            !isCounted(atoms, index, frame)
            ? [
                {
                  parsed: atom.parsed,
                  words: atom.words,
                  isBare: isWordless && isBare(atoms, index, columns),
                },
              ]
            : [];
        if (next?.kind !== 'number' || !/^\d{2}$/.test(next.text) || isOfDay(atoms, index)) return [];
        if (!isLone(atoms, index, index + 1, frame)) return [];
        const value = atom.parsed.value + next.parsed.value / 100;
        return [
          {
            parsed: { value, doubts: [...atom.parsed.doubts, ...next.parsed.doubts] },
            words: [...atom.words, ...next.words],
          },
        ];
      });
    });
}

/** The print of a table whose columns are known. */
export function printOf({ amount, centimes }: JudgedRoles['roles']): AmountPrint {
  if (centimes !== undefined) return 'two-columns';
  return amount.atoms.some((atom) => atom?.kind === 'amount') ? 'decimals' : 'whole';
}
