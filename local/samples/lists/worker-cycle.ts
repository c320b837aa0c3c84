import { shuffled } from './shuffle.ts';
import { KINDS_OF_A_CYCLE, WORKER_CYCLE, type WorkerKind } from './worker-kinds.ts';

/** What a line of a list of workers is, and the line it belongs to. Positions count from 0. */
export interface WorkerPlace {
  readonly position: number;
  readonly cycle: number;
  readonly kind: WorkerKind;
  /** How many lines of its kind stand before it in its cycle. */
  readonly numberOfKind: number;
  /** Position of the first line of a duplicate; of a conflict, the other one. */
  readonly partner?: number | undefined;
}

/** So many lines at the start of each cycle are plain new ones: duplicates go back to them. */
export const ORIGINALS = 10;

const DUPLICATES: ReadonlySet<WorkerKind> = new Set([
  'duplicate',
  'duplicateInOtherSpelling',
  'duplicateInArabic',
]);

/** Places of a list of so many lines; those beyond the last whole cycle are all new. */
export function* placesOf(seed: number, lineCount: number): Generator<WorkerPlace, void> {
  const cycles = Math.floor(lineCount / WORKER_CYCLE);
  for (let cycle = 0; cycle < cycles; cycle += 1) yield* placesOfCycle(seed, cycle);
  for (let position = cycles * WORKER_CYCLE; position < lineCount; position += 1)
    yield { position, cycle: cycles, kind: 'new', numberOfKind: 0 };
}

function placesOfCycle(seed: number, cycle: number): readonly WorkerPlace[] {
  const kinds = [
    ...KINDS_OF_A_CYCLE.slice(0, ORIGINALS),
    ...shuffled(KINDS_OF_A_CYCLE.slice(ORIGINALS), seed * 1_000_003 + cycle),
  ];
  const first = cycle * WORKER_CYCLE;
  const seen = new Map<WorkerKind, number>();
  let duplicates = 0;
  return kinds.map((kind, index): WorkerPlace => {
    const numberOfKind = seen.get(kind) ?? 0;
    seen.set(kind, numberOfKind + 1);
    const place = { position: first + index, cycle, kind, numberOfKind };
    if (kind === 'conflictFirst') return { ...place, partner: first + kinds.indexOf('conflictSecond') };
    if (kind === 'conflictSecond') return { ...place, partner: first + kinds.indexOf('conflictFirst') };
    if (!DUPLICATES.has(kind)) return place;
    // Every second one goes back over many cycles, and with it over ranges and units.
    const home = duplicates % 2 === 0 ? cycle : Math.floor(cycle / 2);
    const partner = home * WORKER_CYCLE + duplicates;
    duplicates += 1;
    return { ...place, partner };
  });
}
