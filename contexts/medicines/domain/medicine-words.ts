import { foldMedicineName } from './fold-medicine-name.ts';
import type { Medicine } from './medicine.ts';

/** What a box is called where people read it: its name, with the strength where the list keeps that apart. */
export function medicineWords({ name, strength }: Pick<Medicine, 'name' | 'strength'>): string {
  if (strength === undefined) return name;
  return foldMedicineName(name).includes(foldMedicineName(strength)) ? name : `${name} ${strength}`;
}
