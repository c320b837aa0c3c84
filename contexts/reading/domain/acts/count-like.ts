import type { CareFormAct, ReadField } from '../care-form.ts';
import { knownKeyLetters, lettersOfOne } from '../key-letters.ts';
import { withDoubt } from '../read-field.ts';

/** Acts are counted once to four times. */
const mostCountHundredths = 400;

/** Laboratory and radiology, whose acts are of five and more; nurses and midwives bill twos and threes. */
const lettersOfMany: ReadonlySet<string> = new Set(['B', 'BM', 'P', 'BP', 'Z', 'ZN']);

/**
 * A small coefficient that stands by itself beside a graded letter may be the column of quantities, and the true coefficient was
 * not read, or was lost with the end of its letter's cell: `B240` that was read as `B`, with 1 or 2 under `Nombre`.
 */
export function doubtCountLike(
  field: ReadField<number> | undefined,
  letter: string | undefined,
): ReadField<number> | undefined {
  if (field === undefined || letter === undefined || lettersOfOne.has(letter)) return field;
  // `Z2` in one word is a coefficient, but one of one is hardly ever billed.
  const isAlone = !/\p{L}/u.test(field.text);
  const isCountLike =
    field.value === 100 || (isAlone && lettersOfMany.has(letter) && field.value <= mostCountHundredths);
  return isCountLike ? withDoubt(field, 'CONFLICTING_VALUES') : field;
}

/** Whether a number in the line of a graded act is its coefficient, for nothing is counted so often: `B` and 350. */
export function canOnlyBeCoefficient({ value }: ReadField<number>, letter: string): boolean {
  return !lettersOfOne.has(letter) && value > mostCountHundredths;
}

/** Whether an act is graded and nothing says how much of it was done: its coefficient was not read. */
export function lacksCoefficient({ keyLetter, coefficientHundredths }: CareFormAct): boolean {
  const letter = keyLetter?.value ?? '';
  return coefficientHundredths === undefined && knownKeyLetters.has(letter) && !lettersOfOne.has(letter);
}
