import type { PageFrame, PageWord } from '../page-frame.ts';
import { startsWithCurrency } from '../money-parser.ts';
import type { ParsedValue } from '../parsed-value.ts';
import { leastWholeAmount } from './act-columns.ts';
import type { JudgedRoles } from './column-roles.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

/** An amount of money where it stands, in centimes. */
export interface FoundAmount {
  readonly parsed: ParsedValue<number>;
  readonly words: readonly PageWord[];
  /** A whole number that nothing says is money: no currency, no word in its row, and not below the amounts of the table. */
  readonly isBare?: boolean;
}

/** How the amounts of a table are printed, so that its total is looked for in the same print. */
export const amountPrints = ['decimals', 'two-columns', 'whole'] as const;
type AmountPrint = (typeof amountPrints)[number];

/** `24 chiffres` is no amount: a word that is no currency stands right behind the number. */
function isCounted(atoms: readonly RowAtom[], index: number, frame: PageFrame): boolean {
  const atom = atoms[index];
  const next = atoms[index + 1];
  if (atom === undefined || next?.kind !== 'text' || next.left - atom.right > 1.5 * frame.characterWidth)
    return false;
  return !startsWithCurrency.test(next.words[0]?.text ?? '');
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

const saysSomething = /\p{L}{3}/u;

/** Whether nothing says that a whole number is money: what is left of a stamp is no bill. */
function isBare(number: RowAtom, { atoms }: AtomRow, table: ReadonlySet<AtomRow>): boolean {
  const isWord = atoms.some(({ words }) => words.some(({ text }) => saysSomething.test(text)));
  const next = atoms[atoms.indexOf(number) + 1]?.words[0]?.text ?? '';
  const isBelow = [...table].some((row) =>
    row.atoms.some(
      ({ kind, left, right }) =>
        (kind === 'number' || kind === 'amount') && left < number.right && right > number.left,
    ),
  );
  return !isWord && !isBelow && !startsWithCurrency.test(next);
}

/** `06.44` with more digits behind it is the beginning of a phone number. */
function isOfPhone(atoms: readonly RowAtom[], index: number, frame: PageFrame): boolean {
  const text = atoms[index]?.words[0]?.text ?? '';
  return /^0\d/.test(text) && !isLone(atoms, index, index, frame);
}

/** Amounts of the page outside the table, in the print of the table: `303,40`, `303 | 40`, `303`. */
export function amountsOutside(
  rows: readonly AtomRow[],
  table: ReadonlySet<AtomRow>,
  print: AmountPrint,
  frame: PageFrame,
): readonly FoundAmount[] {
  return rows
    .filter((row) => !table.has(row))
    .flatMap((row) => {
      const { atoms } = row;
      return atoms.flatMap((atom, index): readonly FoundAmount[] => {
        if (atom.kind === 'amount') return isOfPhone(atoms, index, frame) ? [] : [atom];
        if (atom.kind !== 'number' || print === 'decimals') return [];
        const next = atoms[index + 1];
        if (print === 'whole')
          return atom.parsed.value >= leastWholeAmount &&
            isLone(atoms, index, index, frame) &&
            !isCounted(atoms, index, frame)
            ? [{ parsed: atom.parsed, words: atom.words, isBare: isBare(atom, row, table) }]
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
      });
    });
}

/** The print of a table whose columns are known. */
export function printOf({ amount, centimes }: JudgedRoles['roles']): AmountPrint {
  if (centimes !== undefined) return 'two-columns';
  return amount.atoms.some((atom) => atom?.kind === 'amount') ? 'decimals' : 'whole';
}
