import type { ReadField } from '../care-form.ts';
import { lettersOfOne } from '../key-letters.ts';
import { withDoubt } from '../read-field.ts';

/**
 * A coefficient of one beside a graded letter may be the column of quantities, and the true coefficient was lost with the end of
 * its letter's cell: `B240` that was read as `B`.
 */
export function gradedOne(
  field: ReadField<number> | undefined,
  letter: string | undefined,
): ReadField<number> | undefined {
  if (field?.value !== 100 || letter === undefined || lettersOfOne.has(letter)) return field;
  return withDoubt(field, 'CONFLICTING_VALUES');
}
