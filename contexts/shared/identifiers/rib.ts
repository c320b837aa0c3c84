const BANK_TO_ACCOUNT = /^\d{22}$/;
const RIB = /^\d{24}$/;

/**
 * Key of a RIB (two digits, 01 to 97) from its first 22 digits: bank 3, city 3, account 16.
 * @throws RangeError when it is not 22 digits
 */
export function ribKey(first22: string): string {
  if (!BANK_TO_ACCOUNT.test(first22)) throw new RangeError('The key of a RIB is computed from 22 digits');
  return (97n - ((BigInt(first22) * 100n) % 97n)).toString().padStart(2, '0');
}

/** Whether it is 24 digits whose key is right. */
export function isValidRib(rib: string): boolean {
  return RIB.test(rib) && ribKey(rib.slice(0, 22)) === rib.slice(22);
}
