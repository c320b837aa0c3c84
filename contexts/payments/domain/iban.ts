import { isValidRib } from '#shared';

/** Letters as ISO 13616 counts them: A is 10, M is 22. */
const MA_AS_DIGITS = '2210';

/**
 * The IBAN of a Moroccan bank account: `MA`, two check digits (ISO 13616, modulo 97) and the 24 digits of the RIB.
 * @throws RangeError when it is not a RIB of 24 digits with a right key; the RIB is not repeated in the message.
 */
export function ibanOfRib(rib: string): string {
  if (!isValidRib(rib)) {
    throw new RangeError('Not a RIB: 24 digits are expected, the last two being the key of the others');
  }
  const checkDigits = 98n - (BigInt(`${rib}${MA_AS_DIGITS}00`) % 97n);
  return `MA${checkDigits.toString().padStart(2, '0')}${rib}`;
}
