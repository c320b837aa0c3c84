import { startsWithCurrency } from '../money-parser.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

/** Parts of one line that runs unevenly over a photographed page are nearer than this, in line heights; lines of a table are not. */
const PARTS_APART = 1.3;

const has = ({ atoms }: AtomRow, ...kinds: readonly RowAtom['kind'][]): boolean =>
  atoms.some(({ kind }) => kinds.includes(kind));

/** An amount, a number, or the currency behind one. */
const isMoney = ({ kind, words }: RowAtom): boolean =>
  kind === 'amount' ||
  kind === 'number' ||
  (kind === 'text' && words.every(({ text }) => startsWithCurrency.test(text)));

/** Crowded rows are no halves of a line, and to compare all that stands in them would take long. */
const MOST_ATOMS = 40;

/** Nothing but money, in one column or with the centimes in one of their own. */
function isOnlyMoney({ atoms }: AtomRow): boolean {
  const [dirhams, centimes] = atoms.filter(({ kind }) => kind === 'number');
  const isInTwo = dirhams !== undefined && centimes?.kind === 'number' && /^\d{2}$/.test(centimes.text);
  return atoms.every(isMoney) && (isInTwo || atoms.some(({ kind }) => kind === 'amount'));
}

/** Whether one of two rows has the day of an act and the other its letter, or one has both and the other nothing but the amount. */
function arePartsOfAct(a: AtomRow, b: AtomRow): boolean {
  const [dated, other] = has(a, 'date') ? [a, b] : [b, a];
  if (!has(dated, 'date') || has(other, 'date')) return false;
  if (has(dated, 'letter')) return !has(dated, 'amount') && isOnlyMoney(other);
  return has(other, 'letter') && (has(a, 'amount', 'number') || has(b, 'amount', 'number'));
}

/** Whether two rows are parts of the line of one act, which stand beside each other. */
function areOneAct(a: AtomRow, b: AtomRow): boolean {
  return (
    a.atoms.length + b.atoms.length <= MOST_ATOMS &&
    arePartsOfAct(a, b) &&
    !a.atoms.some((atom) => b.atoms.some((one) => atom.left < one.right && atom.right > one.left))
  );
}

/** Puts the two parts of a line of the table together where the page's skew was not taken out of it. */
export function joinSplitRows(rows: readonly AtomRow[], frame: PageFrame): readonly AtomRow[] {
  const joined: AtomRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      Math.abs(row.y - last.y) < PARTS_APART * frame.lineHeight &&
      areOneAct(last, row)
    ) {
      joined[joined.length - 1] = {
        index: last.index,
        y: (last.y + row.y) / 2,
        atoms: [...last.atoms, ...row.atoms].toSorted((a, b) => a.left - b.left),
      };
    } else joined.push(row);
  }
  return joined;
}
