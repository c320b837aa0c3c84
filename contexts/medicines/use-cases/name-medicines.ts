import { medicineWords } from '../domain/medicine-words.ts';
import { MOST_CODES, type MedicineReader } from '../ports.ts';

/** What the boxes of these codes are called today, by code; codes that the list does not have are left out. */
export async function nameMedicines(
  codes: readonly (string | undefined)[],
  medicines: Pick<MedicineReader, 'medicinesByCode'>,
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(codes)].filter((code) => code !== undefined).slice(0, MOST_CODES);
  if (asked.length === 0) return new Map();
  const found = await medicines.medicinesByCode(asked);
  return new Map([...found].map(([code, medicine]) => [code, medicineWords(medicine)]));
}
