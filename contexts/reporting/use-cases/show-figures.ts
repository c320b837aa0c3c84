import pMap from 'p-map';
import { Temporal } from 'temporal-polyfill';
import type { ListStore } from '#registration';
import { type Clock, dayInMorocco } from '#shared';
import type { Figures } from '../api/figures.ts';
import { MAX_FIGURE_DAYS } from '../api/figure-period.ts';
import { longestDays } from '../domain/durations.ts';
import { listIdsOf, summarise } from '../api/summarise.ts';
import type { FiguresReader } from '../ports.ts';

const READS_AT_ONCE = 16;

export interface ShowFiguresDependencies {
  readonly figures: FiguresReader;
  readonly lists: Pick<ListStore, 'find'>;
  readonly clock: Clock;
}

/**
 * Figures from a day until another, both included. What is read grows with the days and channels, not with the claims.
 * @returns `period-wrong` where the days are in the wrong order, or too many
 */
export async function showFigures(
  from: string,
  to: string,
  { figures, lists, clock }: ShowFiguresDependencies,
): Promise<Figures | 'period-wrong'> {
  const days = daysBetween(from, to);
  if (days === undefined) return 'period-wrong';
  const today = dayInMorocco(clock());
  const oldest = Temporal.PlainDate.from(today).subtract({ days: longestDays }).toString();
  const [counted, queue] = await Promise.all([
    pMap(days, async (day) => ({ day, parts: await figures.ofDay(day) }), { concurrency: READS_AT_ONCE }),
    figures.queue(oldest),
  ]);
  const found = await pMap(listIdsOf(counted), async (listId) => lists.find(listId), {
    concurrency: READS_AT_ONCE,
  });
  const sourceOfList = new Map(
    found.flatMap((list) => (list === undefined ? [] : [[list.listId, list.source] as const])),
  );
  return summarise({ from, to, days: counted, queue, today, sourceOfList });
}

function daysBetween(from: string, to: string): readonly string[] | undefined {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(to).days + 1;
  if (count < 1 || count > MAX_FIGURE_DAYS) return undefined;
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}
