import { countsOf } from '../domain/count-change.ts';
import type { PlacedChange } from '../domain/counted-change.ts';
import { Sums, type Sum } from '../domain/counts.ts';
import type { FigureCounters } from '../ports.ts';

/** With the mark of the shard they are one transaction, which takes a hundred items. */
const MAX_PLACES = 80;
/** One update takes three hundred operators. */
const MAX_COUNTERS = 250;
/** Another call for the same shard is rare (Lambda took it for dead): it is ahead, or it is done. */
const MAX_ATTEMPTS = 5;

interface Portion {
  readonly until: string;
  readonly sums: readonly Sum[];
}

/**
 * Adds changes of one shard up, each exactly once: those up to the shard's mark were counted before, and the mark moves on in
 * the transaction that counts. Batches may be cut and repeated as they like, as long as a shard's changes come in their order.
 * @param shard names one shard of one table's stream
 * @returns how many changes were counted now
 */
export async function recordStatistics(
  shard: string,
  changes: readonly PlacedChange[],
  counters: FigureCounters,
): Promise<number> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const counted = await countOnce(shard, changes, counters);
    if (counted !== 'overtaken') return counted;
  }
  throw new Error('Another call counts the same shard of the stream again and again');
}

async function countOnce(
  shard: string,
  changes: readonly PlacedChange[],
  counters: FigureCounters,
): Promise<number | 'overtaken'> {
  let mark = await counters.countedUntil(shard);
  const fresh = changes
    .filter(({ sequenceNumber }) => mark === undefined || BigInt(sequenceNumber) > BigInt(mark))
    .toSorted(bySequence);
  for (const { until, sums } of portionsOf(fresh)) {
    if ((await counters.add(shard, mark, until, sums)) === 'refused') return 'overtaken';
    mark = until;
  }
  return fresh.length;
}

/** Cuts changes where one transaction could hold no more. What counts for nothing costs no write. */
function* portionsOf(changes: readonly PlacedChange[]): Generator<Portion> {
  let sums = new Sums();
  let until: string | undefined;
  for (const { sequenceNumber, change } of changes) {
    const counts = change === undefined ? [] : countsOf(change);
    if (counts.length === 0) continue;
    for (const count of counts) sums.add(count);
    until = sequenceNumber;
    if (sums.placeCount >= MAX_PLACES || sums.counterCount >= MAX_COUNTERS) {
      yield { until, sums: sums.list() };
      sums = new Sums();
      until = undefined;
    }
  }
  if (until !== undefined) yield { until, sums: sums.list() };
}

function bySequence(one: PlacedChange, other: PlacedChange): number {
  return BigInt(one.sequenceNumber) < BigInt(other.sequenceNumber) ? -1 : 1;
}
