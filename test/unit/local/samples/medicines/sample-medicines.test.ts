import { expect, it } from 'vitest';
import { mergeRows } from '../../../../../contexts/medicines/domain/list/merge-rows.ts';
import { readList } from '../../../../../contexts/medicines/domain/list/read-list.ts';
import {
  sampleMedicineFile,
  sampleMedicineLines,
} from '../../../../../local/samples/medicines/sample-medicines.ts';

const rows = readList(new TextEncoder().encode(sampleMedicineFile()), { from: undefined, source: undefined });
const { listed, refused } = mergeRows(rows);
const medicines = listed.map(({ medicine }) => medicine);

it('are 200 medicines of which the loader refuses no line, with codes under 6119 9, marked as invented', () => {
  expect(refused).toEqual([]);
  expect(medicines).toHaveLength(200);
  expect(medicines.every(({ code }) => code.startsWith('61199'))).toBe(true);
  expect(sampleMedicineLines().every(({ invented }) => invented)).toBe(true);
});

it('have several packs of one name, combinations, changed prices, and medicines that are not reimbursable', () => {
  const prices = medicines.flatMap((medicine) => medicine.prices);
  const unpaid = prices.filter(({ rateBasisPoints }) => rateBasisPoints === 0);

  expect(new Set(medicines.map(({ name }) => name)).size).toBeLessThan(medicines.length - 20);
  expect(medicines.filter(({ substances }) => substances.length === 2).length).toBeGreaterThan(10);
  expect(medicines.filter((medicine) => medicine.prices.length === 2).length).toBeGreaterThan(10);
  expect(medicines.filter(({ packUnits }) => packUnits === undefined).length).toBeGreaterThan(10);
  expect(unpaid.filter(({ baseCentimes }) => baseCentimes === undefined).length).toBeGreaterThan(5);
  expect(unpaid.some(({ baseCentimes }) => baseCentimes !== undefined)).toBe(true);
  expect(prices.some(({ baseCentimes, ppvCentimes }) => (baseCentimes ?? ppvCentimes) < ppvCentimes)).toBe(
    true,
  );
});
