/**
 * Compares two decimal texts (digits, perhaps a point and more digits) exactly: scores have seven digits after the point, and a
 * float may be off in the last one.
 * @returns negative where `a` is smaller, zero where both are the same number, positive where it is greater
 */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  const places = Math.max(left.fraction.length, right.fraction.length);
  const scaled = ({ whole, fraction }: Parts): bigint => BigInt(whole + fraction.padEnd(places, '0'));
  const difference = scaled(left) - scaled(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

function partsOf(text: string): Parts {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error('A decimal number is expected, such as 9.3264284');
  const [whole = '', fraction = ''] = text.split('.');
  return { whole, fraction };
}
