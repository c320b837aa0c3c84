import { hash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '#shared';
import { foldMedicineName } from '../domain/fold-medicine-name.ts';
import type { Medicine } from '../domain/medicine.ts';
import { medicineSchema } from '../records/medicine-record.ts';

/** How the registry table keeps medicines: one item a code, with all of its dated prices. Every read is parsed with these. */

const medicineItemSchema = z.object({ medicine: medicineSchema });

export const medicineKey = (code: string) => ({ pk: `MEDICINE#${code}`, sk: 'MEDICINE' });

/** The sparse index that finds medicines by name: a partition for each first letter, in the order of the folded names. */
export const NAME_INDEX = 'listing';

export const nameKey = (foldedName: string): string => `MEDICINES#${foldedName.slice(0, 1)}`;

/** Whether a partition of the index is one of medicines. */
export const isNameKey = (key: string): boolean => key.startsWith('MEDICINES#');

export function medicineItem(medicine: Medicine) {
  const foldedName = foldMedicineName(medicine.name);
  return {
    ...medicineKey(medicine.code),
    gsi2pk: nameKey(foldedName),
    gsi2sk: nameSortKey(foldedName, medicine.code),
    contentHash: contentHashOf(medicine),
    medicine,
  };
}

const nameSortKey = (foldedName: string, code: string): string => `${foldedName}#${code}`;

/** The code at the end of a sort key of the index. */
export const codeIn = (sortKey: string): string => sortKey.slice(sortKey.lastIndexOf('#') + 1);

export const medicineOf = (item: Record<string, unknown>): Medicine =>
  medicineItemSchema.parse(item).medicine;

/** What a medicine says, whatever the order in which it is said. */
export const contentHashOf = (medicine: Medicine): string => hash('sha256', canonicalJson(medicine), 'hex');
