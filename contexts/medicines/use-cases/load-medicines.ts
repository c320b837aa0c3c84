import pMap from 'p-map';
import { addListed } from '../domain/add-listed.ts';
import { type ListedMedicine, mergeRows } from '../domain/list/merge-rows.ts';
import type { ListFacts } from '../domain/list/medicine-row.ts';
import { readList } from '../domain/list/read-list.ts';
import type { Medicine } from '../domain/medicine.ts';
import { MOST_CODES, type MedicineWriter } from '../ports.ts';

/** A line that was not taken; its number lets a person find it. */
export interface RefusedLine {
  readonly line: number;
  readonly reason: string;
}

/** Medicines by what became of them; lines that were refused. */
export interface LoadedMedicines {
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  /** Codes on file that the list does not have: their prices go on as they are. */
  readonly missingCount: number;
  /** In the order of their lines. */
  readonly refused: readonly RefusedLine[];
}

export interface LoadOptions extends ListFacts {
  /** Nothing is written; the answer is what would become of each medicine. */
  readonly isDryRun: boolean;
  /** ISO day of the loading: a price that changes what is paid before it is refused; absent where the past may be changed. */
  readonly notBefore?: string | undefined;
  readonly report?: (doneCount: number, totalCount: number) => void;
}

type Outcome = 'new' | 'changed' | 'unchanged' | { readonly reason: string };

/** Medicines written at once. */
const PARALLEL_WRITES = 25;
/** Times that a medicine is read again because somebody else was quicker. */
const ATTEMPTS = 3;

/**
 * Loads a list of medicines. A wrong line is refused with all of its code, and the others are taken; loading the same list again
 * changes nothing.
 * @throws MedicineListError where the file is no list of medicines
 */
export async function loadMedicines(
  bytes: Uint8Array,
  store: MedicineWriter,
  { isDryRun, report, notBefore, ...facts }: LoadOptions,
): Promise<LoadedMedicines> {
  const { listed, refused } = mergeRows(readList(bytes, facts));
  const missingCount = await countMissing(new Set(listed.map(({ medicine }) => medicine.code)), store);
  const outcomes: (readonly [ListedMedicine, Outcome])[] = [];
  for (let start = 0; start < listed.length; start += MOST_CODES) {
    const batch = listed.slice(start, start + MOST_CODES);
    const known = await store.currentMedicines(batch.map(({ medicine }) => medicine.code));
    const done = await pMap(
      batch,
      async (one) => {
        const first = known.get(one.medicine.code);
        return [one, await take(one.medicine, first, store, { isDryRun, notBefore })] as const;
      },
      { concurrency: PARALLEL_WRITES },
    );
    outcomes.push(...done);
    report?.(outcomes.length, listed.length);
  }
  const countOf = (wanted: Outcome): number => outcomes.filter(([, outcome]) => outcome === wanted).length;
  return {
    newCount: countOf('new'),
    changedCount: countOf('changed'),
    unchangedCount: countOf('unchanged'),
    missingCount,
    refused: [
      ...refused.map(({ line, reason }) => ({ line, reason })),
      ...outcomes.flatMap(([{ lines }, outcome]) =>
        typeof outcome === 'object' ? lines.map((line) => ({ line, reason: outcome.reason })) : [],
      ),
    ].toSorted((a, b) => a.line - b.line),
  };
}

async function countMissing(listed: ReadonlySet<string>, store: MedicineWriter): Promise<number> {
  let count = 0;
  for await (const codes of store.codesOnFile()) count += codes.filter((code) => !listed.has(code)).length;
  return count;
}

async function take(
  listed: Medicine,
  first: Medicine | undefined,
  store: MedicineWriter,
  { isDryRun, notBefore }: Pick<LoadOptions, 'isDryRun' | 'notBefore'>,
): Promise<Outcome> {
  let known = first;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const added = addListed(known, listed, notBefore);
    if (added.kind === 'refused') return { reason: added.reason };
    if (added.kind === 'unchanged' || isDryRun) return added.kind;
    if ((await store.putMedicine(added.medicine, known)) !== 'refused') return added.kind;
    known = (await store.currentMedicines([listed.code])).get(listed.code);
  }
  throw new Error('Another list is being loaded at the same time: load this one again when that is done');
}
