import type { CareFormAct, ReadField } from './care-form.ts';

/** Below it a word may be what OCR made of Arabic, of a stamp or of a rule of the table. */
const clearPercent = 60;

const hasDecimals = /[.,]\d{2}\b/;

function isClear(field: ReadField<unknown>): boolean {
  return field.confidencePercent >= clearPercent;
}

/** A key letter that tariffs know, read as it is. */
function isKnown(keyLetter: ReadField<string> | undefined): boolean {
  return (
    keyLetter !== undefined &&
    !keyLetter.doubts.includes('UNEXPECTED_CHARACTERS') &&
    !keyLetter.doubts.includes('CORRECTED_CHARACTERS')
  );
}

/** Whether the amount of a row is printed as amounts are. */
export function hasPlainAmount({ billedCentimes }: CareFormAct): boolean {
  return billedCentimes !== undefined && hasDecimals.test(billedCentimes.text);
}

/**
 * Whether a row of the table is an act. A date with a code or an amount makes one. Without a date, the row must have an
 * amount with a code, and something that clutter (Arabic read as Latin, stamps) does not have: two decimals, a known key
 * letter, or characters that were read clearly. A row that is an act and is not taken for one leaves the sum of the acts
 * short of the total, which is doubted.
 * @param isInHeading it stands so near the heading that it may be the heading's second line, in Arabic: there one such
 *   sign is not enough, and the amount must be clear
 */
export function isAct(act: CareFormAct, isInHeading: boolean): boolean {
  const { dateOfCare, billedCentimes: amount, keyLetter } = act;
  const hasCode =
    keyLetter !== undefined || act.coefficientHundredths !== undefined || act.actCode !== undefined;
  if (dateOfCare !== undefined) return hasCode || amount !== undefined;
  if (amount === undefined || !hasCode) return false;
  const isLikely = hasPlainAmount(act) || isKnown(keyLetter);
  return isInHeading ? isClear(amount) && isLikely : isClear(amount) || isLikely;
}

/**
 * Whether a row bills what all acts above it do together, and has nothing else but what was hardly read: the total, beside a label in
 * Arabic of which OCR made a figure or two.
 */
export function isTotalOfAbove(act: CareFormAct, above: readonly CareFormAct[]): boolean {
  const { dateOfCare, keyLetter, actCode, coefficientHundredths, quantity, billedCentimes } = act;
  if (above.length === 0 || billedCentimes === undefined) return false;
  if (dateOfCare !== undefined || keyLetter !== undefined || actCode !== undefined) return false;
  if ([coefficientHundredths, quantity].some((field) => field !== undefined && isClear(field))) return false;
  const sum = above.reduce((total, one) => total + (one.billedCentimes?.value ?? Number.NaN), 0);
  return sum === billedCentimes.value;
}
