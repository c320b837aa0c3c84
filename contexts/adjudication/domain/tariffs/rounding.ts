import { type Centimes, multiplyCentimes } from '#shared';

interface Share {
  readonly basisCentimes: Centimes;
  readonly rateBasisPoints: number;
}

const BASIS_POINTS = 10_000;

/**
 * Amounts of the lines when the claim is rounded once: the total is the exact sum rounded half up, and each line gets its
 * whole centimes, then the centimes left over go to the largest remainders (the first line where they are equal).
 */
export function roundOnce(shares: readonly Share[]): readonly Centimes[] {
  const exact = shares.map(
    ({ basisCentimes, rateBasisPoints }) => BigInt(basisCentimes) * BigInt(rateBasisPoints),
  );
  const scale = BigInt(BASIS_POINTS);
  const whole = exact.map((amount) => Number(amount / scale));
  const sum = exact.reduce((total, amount) => total + amount, 0n);
  const leftOver =
    multiplyCentimes(Number(sum), 1, BASIS_POINTS) - whole.reduce((total, amount) => total + amount, 0);
  const byRemainder = exact
    .map((amount, index) => ({ index, remainder: Number(amount % scale) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, leftOver).map(({ index }) => index));
  return whole.map((amount, index) => (raised.has(index) ? amount + 1 : amount));
}
