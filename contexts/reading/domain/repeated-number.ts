import type { ReadField } from './care-form.ts';
import { confirmed, withDoubt } from './read-field.ts';

function digitsApart(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).filter((digit, index) => digit !== b[index]).length;
}

/**
 * A number that stands on the form more than once (the INPE on the form and on the stamp): the first in print order.
 * Agreement proves it; a difference of one or two digits is a misreading of one of them; other numbers belong to
 * somebody else (an establishment, a laboratory).
 */
export function repeatedNumber(fields: readonly ReadField<string>[]): ReadField<string> | undefined {
  const whole = fields.filter((field) => !field.doubts.includes('WRONG_LENGTH'));
  const first = whole.at(0) ?? fields.at(0);
  if (first === undefined) return undefined;
  const others = whole.filter((field) => field !== first);
  if (others.some((field) => field.value === first.value)) return confirmed(first);
  const isMisread = others.some((field) => digitsApart(field.value, first.value) <= 2);
  return isMisread ? withDoubt(first, 'CONFLICTING_VALUES') : first;
}
