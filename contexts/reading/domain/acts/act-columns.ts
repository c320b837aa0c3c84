import { middleX } from '../page-frame.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

export type NumberAtom = Extract<RowAtom, { kind: 'number' | 'amount' }>;

/** Numbers or amounts of several rows that stand under each other. */
export interface NumberColumn {
  readonly left: number;
  readonly right: number;
  /** By index of the row in the table; undefined where the row has nothing there. */
  readonly atoms: readonly (NumberAtom | undefined)[];
}

interface GrowingColumn {
  left: number;
  right: number;
  readonly atoms: (NumberAtom | undefined)[];
  readonly kinds: Set<NumberAtom['kind']>;
}

/** A number of whole dirhams, in hundredths: less than ten is a count. */
export const leastWholeAmount = 1000;

/** An amount may have lost, or never had, its centimes among others that have them. */
function isOfKind({ kinds }: GrowingColumn, atom: NumberAtom): boolean {
  if (kinds.has(atom.kind)) return true;
  return kinds.has('amount') && atom.parsed.value >= leastWholeAmount;
}

function fits(column: GrowingColumn, atom: NumberAtom, row: number, slack: number): boolean {
  if (column.atoms[row] !== undefined || !isOfKind(column, atom)) return false;
  return atom.left <= column.right + slack && atom.right >= column.left - slack;
}

/** Groups the numbers and the amounts of a table's rows into columns, from left to right. */
export function numberColumns(rows: readonly AtomRow[], characterWidth: number): readonly NumberColumn[] {
  const columns: GrowingColumn[] = [];
  const place = (atom: NumberAtom, index: number): void => {
    const [column] = columns
      .filter((one) => fits(one, atom, index, 1.5 * characterWidth))
      .sort((a, b) => Math.abs(middleX(a) - middleX(atom)) - Math.abs(middleX(b) - middleX(atom)));
    if (column === undefined) {
      const atoms: (NumberAtom | undefined)[] = Array.from({ length: rows.length }, () => undefined);
      atoms[index] = atom;
      columns.push({ left: atom.left, right: atom.right, atoms, kinds: new Set([atom.kind]) });
    } else {
      column.atoms[index] = atom;
      column.kinds.add(atom.kind);
      column.left = Math.min(column.left, atom.left);
      column.right = Math.max(column.right, atom.right);
    }
  };
  for (const kind of ['amount', 'number'] as const) {
    rows.forEach((row, index) => {
      for (const atom of row.atoms) if (atom.kind === kind) place(atom, index);
    });
  }
  return columns.sort((a, b) => middleX(a) - middleX(b));
}
