/**
 * Money is a whole number of centimes (1 dirham, DH = 100 centimes); floats never hold money.
 */
export type Centimes = number;

/** Writes centimes as dirhams with two decimals and a dot, as ISO 20022 wants it: `12345` → `"123.45"`. */
export function formatDirhams(amountCentimes: Centimes): string {
  const sign = amountCentimes < 0 ? '-' : '';
  const digits = Math.abs(amountCentimes).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Multiplies an amount by a ratio of whole numbers and rounds half up to a whole centime, in exact integer arithmetic.
 * @throws RangeError when the denominator is not positive or an argument is not a whole number.
 */
export function multiplyCentimes(amountCentimes: Centimes, numerator: number, denominator: number): Centimes {
  if (
    !Number.isSafeInteger(amountCentimes) ||
    !Number.isSafeInteger(numerator) ||
    !Number.isSafeInteger(denominator)
  ) {
    throw new RangeError('Money is computed with whole numbers only');
  }
  if (denominator <= 0) throw new RangeError('The denominator of a ratio of money must be positive');
  const product = BigInt(amountCentimes) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const doubled = 2n * product + divisor;
  const floor = doubled / (2n * divisor);
  const exact = doubled % (2n * divisor) < 0n ? floor - 1n : floor;
  return Number(exact);
}
