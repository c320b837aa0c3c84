import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import type { MedicineReader, MedicineWriter } from '../../contexts/medicines/ports.ts';
import { medicineCodeOf, medicineOf, priceOf } from './medicine-examples.ts';

/** What every list of medicines must do, whatever it is kept in. */
export interface MedicineStoreCase {
  readonly name: string;
  readonly run: (store: MedicineReader & MedicineWriter) => Promise<void>;
}

/** Cases share a store: each takes codes and names of its own. */
let nextCode = randomInt(1_000_000);
const ownCode = (): string => medicineCodeOf((nextCode += 1));
const ownName = (): string => `Zz${ownCode()}`.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

export const medicineStoreCases: readonly MedicineStoreCase[] = [
  {
    name: 'gives back a medicine as it was put, with all of its prices',
    run: async (store) => {
      const medicine = medicineOf({
        code: ownCode(),
        prices: [
          priceOf({ to: '2025-12-31' }),
          priceOf({ from: '2026-01-01', baseCentimes: undefined, rateBasisPoints: 0 }),
        ],
      });

      expect(await store.putMedicine(medicine, undefined)).toBe('applied');
      expect((await store.medicinesByCode([medicine.code])).get(medicine.code)).toEqual(medicine);
      expect((await store.currentMedicines([medicine.code])).get(medicine.code)).toEqual(medicine);
    },
  },
  {
    name: 'leaves out codes that it does not have, and gives one that is asked for twice once',
    run: async (store) => {
      const medicine = medicineOf({ code: ownCode() });
      await store.putMedicine(medicine, undefined);

      const found = await store.medicinesByCode([medicine.code, ownCode(), medicine.code]);
      expect([...found.keys()]).toEqual([medicine.code]);
      expect((await store.medicinesByCode([])).size).toBe(0);
    },
  },
  {
    name: 'looks up to a hundred codes up at once, and no more',
    run: async (store) => {
      const codes = Array.from({ length: 101 }, ownCode);
      await Promise.all(codes.map((code) => store.putMedicine(medicineOf({ code }), undefined)));

      expect((await store.medicinesByCode(codes.slice(0, 100))).size).toBe(100);
      await expect(store.medicinesByCode(codes)).rejects.toThrow(RangeError);
    },
  },
  {
    name: 'changes a medicine only from what it was read as',
    run: async (store) => {
      const first = medicineOf({ code: ownCode() });
      const second = { ...first, name: 'CARDIOPEX 5 MG, 28' };
      const third = { ...first, name: 'CARDIOPEX FORTE' };
      await store.putMedicine(first, undefined);

      expect(await store.putMedicine(second, first)).toBe('applied');
      expect(await store.putMedicine(second, first)).toBe('known');
      expect(await store.putMedicine(third, first)).toBe('refused');
      expect(await store.putMedicine(third, undefined)).toBe('refused');
      expect((await store.currentMedicines([first.code])).get(first.code)).toEqual(second);
    },
  },
  {
    name: 'finds medicines by the beginning of their name in the order of names, page by page',
    run: async (store) => {
      const name = ownName();
      const names = [`${name} 500 mg`, `${name} 10 mg`, `${name}X`];
      for (const one of names) await store.putMedicine(medicineOf({ code: ownCode(), name: one }), undefined);

      const first = await store.medicinesByName({ beginning: name.toUpperCase(), limit: 2 });
      const second = await store.medicinesByName({ beginning: name, limit: 2, after: first.next });
      expect(first.medicines.map((medicine) => medicine.name)).toEqual([`${name} 10 mg`, `${name} 500 mg`]);
      expect(second.medicines.map((medicine) => medicine.name)).toEqual([`${name}X`]);
      expect(second.next).toBeUndefined();
    },
  },
  {
    name: 'finds a medicine by its new name only, once it has another one',
    run: async (store) => {
      const [before, after] = [ownName(), ownName()];
      const medicine = medicineOf({ code: ownCode(), name: before });
      await store.putMedicine(medicine, undefined);
      await store.putMedicine({ ...medicine, name: after }, medicine);

      expect((await store.medicinesByName({ beginning: before, limit: 5 })).medicines).toEqual([]);
      expect((await store.medicinesByName({ beginning: after, limit: 5 })).medicines).toHaveLength(1);
    },
  },
  {
    name: 'finds nothing by a name without letters and digits, and begins anew for a place of another search',
    run: async (store) => {
      const name = ownName();
      await store.putMedicine(medicineOf({ code: ownCode(), name }), undefined);

      expect(await store.medicinesByName({ beginning: ' - ', limit: 5 })).toEqual({ medicines: [] });
      const found = await store.medicinesByName({
        beginning: name,
        limit: 5,
        after: 'aspirine#6118000000000',
      });
      expect(found.medicines).toHaveLength(1);
    },
  },
];
