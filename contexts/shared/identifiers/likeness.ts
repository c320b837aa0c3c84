import { distance } from 'fastest-levenshtein';

/** How alike two texts are: 1 where they are the same, 0 where they have nothing in common, or one of them is empty. */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 0 : 1 - distance(one, other) / longer;
}
