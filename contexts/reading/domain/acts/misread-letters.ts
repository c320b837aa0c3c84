import { isUnder } from './extents.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

/** Letters that have no coefficient beside them: `Z` in a column of its own. */
function loneLetters({ atoms }: AtomRow): readonly RowAtom[] {
  return atoms.filter((atom) => atom.kind === 'letter' && atom.coefficient === undefined);
}

/**
 * Takes a lone digit in the column of letters for text, where its row has no letter: it is one that OCR misread, `4` for `Z`, and no
 * coefficient. A second look finds the letter.
 */
export function withoutDigitsForLetters(rows: readonly AtomRow[]): readonly AtomRow[] {
  const letters = rows.flatMap(loneLetters);
  if (letters.length === 0) return rows;
  return rows.map((row) => {
    if (row.atoms.some(({ kind }) => kind === 'letter')) return row;
    return {
      ...row,
      atoms: row.atoms.map((atom): RowAtom => {
        const isLetter =
          atom.kind === 'number' &&
          /^\d$/.test(atom.text) &&
          letters.some((letter) => isUnder(atom, letter, 0));
        return isLetter ? { kind: 'text', left: atom.left, right: atom.right, words: atom.words } : atom;
      }),
    };
  });
}
