import type { LabelAnchor } from '../label-anchors.ts';
import { middleX } from '../page-frame.ts';
import type { NumberColumn } from './act-columns.ts';
import type { Extent } from './extents.ts';
import type { AtomRow } from './row-atoms.ts';

/** Space between two extents; negative where one is over the other. */
const spaceBetween = (a: Extent, b: Extent): number => Math.max(a.left - b.right, b.left - a.right);

/**
 * Whether a heading in the middle of its cell is over nothing of the table, and this column, at the edge of the cell, is what stands
 * nearest to it.
 */
function isBesideHeading(column: NumberColumn, heading: LabelAnchor, rows: readonly AtomRow[]): boolean {
  const own = spaceBetween(column, heading);
  return (
    own < heading.right - heading.left &&
    rows.every(({ atoms }, row) =>
      atoms.every((atom) => atom === column.atoms[row] || spaceBetween(atom, heading) > own),
    )
  );
}

/** The known heading over each column, the nearest where there are several, or one that can be over no other. */
export function findHeadings(
  columns: readonly NumberColumn[],
  headings: readonly LabelAnchor[],
  rows: readonly AtomRow[],
): ReadonlyMap<NumberColumn, LabelAnchor> {
  return new Map(
    columns.flatMap((column) => {
      const over = headings.filter((heading) => spaceBetween(column, heading) < 0);
      const [nearest] = (
        over.length > 0 ? over : headings.filter((heading) => isBesideHeading(column, heading, rows))
      ).toSorted((a, b) => Math.abs(middleX(a) - middleX(column)) - Math.abs(middleX(b) - middleX(column)));
      return nearest === undefined ? [] : [[column, nearest] as const];
    }),
  );
}
