import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMedicines, type LoadOptions } from '../../../../contexts/medicines/use-cases/load-medicines.ts';
import { inRepository } from '../../../../local/cloud/folders.ts';
import { medicineCodeOf } from '../../../support/medicine-examples.ts';
import { MemoryMedicines } from '../../../support/memory-medicines.ts';

const HEADER = 'code;nom;dci;dosage;unite_dosage;forme;presentation;ppv;ppv_br;taux_remboursement_cnss';
const lineOf = (number: number, ppv: string, base = ppv): string =>
  `${medicineCodeOf(number)};DOLIZANE ${number} MG;DOLIZANOL;${number};MG;COMPRIME;1 BOITE 20 COMPRIME;${ppv};${base};70`;
const listOf = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode([HEADER, ...lines].join('\n'));
const load = (store: MemoryMedicines, bytes: Uint8Array, more: Partial<LoadOptions> = {}) =>
  loadMedicines(bytes, store, { isDryRun: false, from: '2026-01-01', source: 'list of January', ...more });

describe('loading a list of medicines', () => {
  it('says what was new, what changed, what did not, and which lines were refused', async () => {
    const store = new MemoryMedicines();
    const january = listOf(lineOf(1, '14,80'), lineOf(2, '20'), lineOf(3, '30'), '6.118E12;X;;;;;;1;1;70');
    expect(await load(store, january)).toEqual({
      newCount: 3,
      changedCount: 0,
      unchangedCount: 0,
      missingCount: 0,
      refused: [{ line: 5, reason: expect.stringMatching(/^code: a spreadsheet/) as string }],
    });
    const july = listOf(lineOf(1, '14,80'), lineOf(2, '19'), lineOf(4, '40'));
    expect(await load(store, july, { from: '2026-07-01', source: 'list of July' })).toEqual({
      newCount: 1,
      changedCount: 1,
      unchangedCount: 1,
      missingCount: 1,
      refused: [],
    });
    const [changed] = [...(await store.medicinesByCode([medicineCodeOf(2)])).values()];
    expect(changed?.prices).toMatchObject([
      { from: '2026-01-01', to: '2026-06-30', ppvCentimes: 2_000, source: 'list of January' },
      { from: '2026-07-01', ppvCentimes: 1_900, source: 'list of July' },
    ]);
  });

  it('changes nothing the second time, nor when an older list comes after a newer one', async () => {
    const store = new MemoryMedicines();
    const [january, july] = [listOf(lineOf(1, '14,80')), listOf(lineOf(1, '13'))];
    await load(store, january);
    await load(store, july, { from: '2026-07-01' });
    const before = structuredClone(store.all);

    const unchanged = { newCount: 0, changedCount: 0, unchangedCount: 1, missingCount: 0, refused: [] };
    expect(await load(store, july, { from: '2026-07-01' })).toEqual(unchanged);
    expect(await load(store, january)).toEqual(unchanged);
    expect(store.all).toEqual(before);
  });

  it('refuses what would change days before the loading, and says how to allow it', async () => {
    const store = new MemoryMedicines();
    const [january, march] = [listOf(lineOf(1, '14,80')), listOf(lineOf(1, '13'), lineOf(2, '20'))];
    await load(store, january);
    const before = structuredClone(store.all);
    const notBefore = '2026-05-01';
    const past = await load(store, march, { from: '2026-03-01', notBefore });
    expect(past).toMatchObject({ newCount: 0, changedCount: 0 });
    expect(past.refused).toEqual(
      [2, 3].map((line) => ({ line, reason: expect.stringMatching(/2026-03-01.*--allow-past/) as string })),
    );
    expect(store.all).toEqual(before);
    // The same list again, whenever it is loaded, changes nothing.
    expect(await load(store, january, { notBefore })).toMatchObject({ unchangedCount: 1, refused: [] });
    expect(await load(store, march, { from: notBefore, notBefore })).toMatchObject({
      ...{ newCount: 1, changedCount: 1, refused: [] },
    });
    expect(await load(store, listOf(lineOf(3, '9')), { from: '2026-03-01' })).toMatchObject({
      ...{ newCount: 1, missingCount: 2, refused: [] },
    });
  });

  it('refuses an end in the past, too, which takes a price from days that were paid by it', async () => {
    const store = new MemoryMedicines();
    const priced = (to?: string): Uint8Array =>
      new TextEncoder().encode(
        JSON.stringify({
          ...{ code: medicineCodeOf(1), name: 'DOLIZANE', substances: ['DOLIZANOL'], source: 'fund' },
          ...{ ppvCentimes: 1480, baseCentimes: 1480, rateBasisPoints: 7000, from: '2026-01-01', to },
        }),
      );
    await load(store, priced());
    const notBefore = '2026-05-01';
    expect((await load(store, priced('2026-03-31'), { notBefore })).refused).toHaveLength(1);
    expect(await load(store, priced('2026-04-30'), { notBefore })).toMatchObject({ changedCount: 1 });
  });

  it('refuses the lines of a code whose price would change the past, and takes the others', async () => {
    const store = new MemoryMedicines();
    await load(store, listOf(lineOf(1, '14,80'), lineOf(2, '20')));
    const { refused, unchangedCount } = await load(store, listOf(lineOf(2, '20'), lineOf(1, '15')));
    expect(unchangedCount).toBe(1);
    expect(refused).toEqual([{ line: 3, reason: expect.stringMatching(/^from:/) as string }]);
  });

  it('only says what would become of a list in a dry run', async () => {
    const store = new MemoryMedicines();
    expect(await load(store, listOf(lineOf(1, '14,80')), { isDryRun: true })).toMatchObject({ newCount: 1 });
    expect(store.all).toEqual([]);
  });

  it('goes on in batches, and tells how far it is', async () => {
    const store = new MemoryMedicines();
    const progress: (readonly number[])[] = [];
    const lines = Array.from({ length: 230 }, (_, index) => lineOf(index + 1, '10'));
    const report = (...counts: readonly number[]) => void progress.push(counts);
    expect(await load(store, listOf(...lines), { report })).toMatchObject({ newCount: 230 });
    expect(progress).toEqual([
      [100, 230],
      [200, 230],
      [230, 230],
    ]);
  });

  it('reads a medicine again that somebody else has changed meanwhile', async () => {
    const store = new MemoryMedicines();
    await load(store, listOf(lineOf(1, '14,80')));
    const read = store.currentMedicines.bind(store);
    let reads = 0;
    store.currentMedicines = async (codes) => {
      const found = await read(codes);
      reads += 1;
      if (reads === 1) {
        // Another list comes between reading and writing.
        const [known] = [...found.values()];
        await store.putMedicine({ ...known!, packUnits: 30 }, known);
      }
      return found;
    };
    expect(await load(store, listOf(lineOf(1, '13')), { from: '2026-07-01' })).toMatchObject({
      changedCount: 1,
    });
    expect(reads).toBe(2);
    expect(store.all[0]?.prices).toHaveLength(2);
  });

  it('gives up where somebody else is always quicker, and says what to do', async () => {
    const store = new MemoryMedicines();
    store.putMedicine = () => Promise.resolve('refused');
    await expect(load(store, listOf(lineOf(1, '14,80')))).rejects.toThrow(/load this one again/);
  });
});

const shared = inRepository('../shared/data/layouts/medicines.jsonl');

/** Forty invented medicines that lie beside the project on some machines. */
describe.skipIf(!existsSync(shared))('the list in ../shared/data/layouts', () => {
  it('is taken whole, and changes nothing a second time', async () => {
    const store = new MemoryMedicines();
    const bytes = readFileSync(shared);
    const options = { isDryRun: false, from: undefined, source: undefined };
    expect(await loadMedicines(bytes, store, options)).toEqual({
      newCount: 40,
      missingCount: 0,
      changedCount: 0,
      unchangedCount: 0,
      refused: [],
    });
    expect(await loadMedicines(bytes, store, options)).toMatchObject({ unchangedCount: 40, refused: [] });
  });
});
