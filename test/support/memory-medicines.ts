import { foldMedicineName } from '../../contexts/medicines/domain/fold-medicine-name.ts';
import type { Medicine } from '../../contexts/medicines/domain/medicine.ts';
import {
  MOST_CODES,
  type MedicineReader,
  type MedicinesPage,
  type MedicineWriter,
  type NameSearch,
} from '../../contexts/medicines/ports.ts';
import { canonicalJson } from '../../contexts/shared/canonical-json.ts';
import type { WriteResult } from '../../contexts/shared/ports/write-result.ts';

/** The list of medicines in memory. */
export class MemoryMedicines implements MedicineReader, MedicineWriter {
  readonly #medicines = new Map<string, Medicine>();

  constructor(medicines: readonly Medicine[] = []) {
    for (const medicine of medicines) this.#medicines.set(medicine.code, medicine);
  }

  get all(): readonly Medicine[] {
    return [...this.#medicines.values()];
  }

  medicinesByCode(codes: readonly string[]): Promise<ReadonlyMap<string, Medicine>> {
    if (new Set(codes).size > MOST_CODES) return Promise.reject(new RangeError('Too many codes'));
    const found = codes.flatMap((code) => this.#medicines.get(code) ?? []);
    return Promise.resolve(new Map(found.map((medicine) => [medicine.code, medicine])));
  }

  currentMedicines(codes: readonly string[]): Promise<ReadonlyMap<string, Medicine>> {
    return this.medicinesByCode(codes);
  }

  medicinesByName({ beginning, limit, after = '' }: NameSearch): Promise<MedicinesPage> {
    const begins = foldMedicineName(beginning);
    const places = [...this.#medicines.values()]
      .map((medicine) => ({ place: `${foldMedicineName(medicine.name)}#${medicine.code}`, medicine }))
      .filter(({ place }) => begins !== '' && place.startsWith(begins))
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
      .filter(({ place }) => !after.startsWith(begins) || place > after);
    return Promise.resolve({
      medicines: places.slice(0, limit).map(({ medicine }) => medicine),
      next: places.length > limit ? places[limit - 1]?.place : undefined,
    });
  }

  async *codesOnFile(): AsyncIterable<readonly string[]> {
    yield await Promise.resolve([...this.#medicines.keys()]);
  }

  putMedicine(medicine: Medicine, before: Medicine | undefined): Promise<WriteResult> {
    const known = this.#medicines.get(medicine.code);
    if (isSame(known, before)) {
      this.#medicines.set(medicine.code, medicine);
      return Promise.resolve('applied');
    }
    return Promise.resolve(isSame(known, medicine) ? 'known' : 'refused');
  }
}

const isSame = (a: Medicine | undefined, b: Medicine | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);
