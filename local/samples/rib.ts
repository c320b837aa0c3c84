/** A RIB with a true key: `97 - (first 22 digits × 100 mod 97)`, in two digits. */
export function ribOf(bankCityAccount: string): string {
  if (!/^\d{22}$/.test(bankCityAccount))
    throw new Error('A RIB without its key has 22 digits: bank 3, city 3, account 16');
  const key = 97n - ((BigInt(bankCityAccount) * 100n) % 97n);
  return bankCityAccount + key.toString().padStart(2, '0');
}
