import type { Random } from '../random.ts';

/** Picks items as often as their weights say, in a few steps however many there are. */
export function weightedPicker<T extends { readonly weight: number }>(
  items: readonly T[],
): (random: Random) => T {
  const ends: number[] = [];
  let total = 0;
  for (const { weight } of items) {
    total += weight;
    ends.push(total);
  }
  return (random) => {
    const wanted = random.next() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new Error('There is nothing to pick from');
    return item;
  };
}
