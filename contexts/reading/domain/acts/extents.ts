/** From where to where something reaches along its row. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Whether something stands in a column, give or take. */
export function isUnder(atom: Extent, column: Extent | undefined, slack: number): boolean {
  return column !== undefined && atom.left <= column.right + slack && atom.right >= column.left - slack;
}

export function extentOf(atoms: readonly Extent[]): Extent | undefined {
  if (atoms.length === 0) return undefined;
  return {
    left: Math.min(...atoms.map((atom) => atom.left)),
    right: Math.max(...atoms.map((atom) => atom.right)),
  };
}
