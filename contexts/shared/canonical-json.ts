/**
 * Writes JSON that does not depend on the order of keys, nor on that of rows which have an `id`: the text of two equal
 * rule books is equal.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : '';
}

function sorted(value: unknown): unknown {
  // A stable sort leaves lists without ids (codes, sources) in the order they have.
  if (Array.isArray(value)) return value.map(sorted).toSorted((a, b) => compare(idOf(a), idOf(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => compare(a, b))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
