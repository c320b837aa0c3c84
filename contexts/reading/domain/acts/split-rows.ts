import type { PageFrame } from '../page-frame.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

/** Parts of one line that runs unevenly over a photographed page are nearer than this, in line heights; lines of a table are not. */
const PARTS_APART = 1.3;

const has = ({ atoms }: AtomRow, ...kinds: readonly RowAtom['kind'][]): boolean =>
  atoms.some(({ kind }) => kinds.includes(kind));

/** Crowded rows are no halves of a line, and to compare all that stands in them would take long. */
const MOST_ATOMS = 40;

/** Whether one of two rows has the day of an act and the other its letter, beside each other. */
function areOneAct(a: AtomRow, b: AtomRow): boolean {
  if (a.atoms.length + b.atoms.length > MOST_ATOMS) return false;
  const [dated, other] = has(a, 'date') ? [a, b] : [b, a];
  const isWhole = (row: AtomRow): boolean => has(row, 'date') && has(row, 'letter');
  if (isWhole(a) || isWhole(b) || has(other, 'date') || !has(dated, 'date')) return false;
  if (!has(other, 'letter') || !(has(a, 'amount', 'number') || has(b, 'amount', 'number'))) return false;
  return !a.atoms.some((atom) => b.atoms.some((one) => atom.left < one.right && atom.right > one.left));
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
