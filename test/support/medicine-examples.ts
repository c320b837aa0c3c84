import type { Medicine, MedicinePrice } from '../../contexts/medicines/domain/medicine.ts';

/** The code of an invented box: thirteen digits under 6119 9, with the right check digit. */
export function medicineCodeOf(number: number): string {
  const digits = `61199${String(number).padStart(7, '0')}`;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + (index % 2 === 0 ? digit : 3 * digit),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export const priceOf = (more: Partial<MedicinePrice> = {}): MedicinePrice => ({
  from: '2025-01-01',
  ppvCentimes: 9_620,
  baseCentimes: 8_450,
  rateBasisPoints: 7_000,
  source: 'invented list',
  ...more,
});

export const medicineOf = (more: Partial<Medicine> = {}): Medicine => ({
  code: medicineCodeOf(1),
  name: 'CARDIOPEX 5 MG',
  substances: ['cardiopexine'],
  strength: '5 MG',
  form: 'COMPRIMES',
  pack: '1 BOITE 28 COMPRIMES',
  packUnits: 28,
  prices: [priceOf()],
  ...more,
});
