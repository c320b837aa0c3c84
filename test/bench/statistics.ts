/**
 * The value below which a share of all values lies (nearest rank).
 * @param share 0 to 1; 0.5 is the median
 * @returns NaN where there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** NaN where there are no values. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
