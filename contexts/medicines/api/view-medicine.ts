import { type Medicine, priceOn } from '../domain/medicine.ts';
import type { MedicineView } from './medicines.ts';

/** A medicine as the console shows it, with its price on a day (ISO). */
export function viewMedicine({ prices, ...box }: Medicine, day: string): MedicineView {
  return { ...box, substances: [...box.substances], price: priceOn({ prices }, day) };
}
