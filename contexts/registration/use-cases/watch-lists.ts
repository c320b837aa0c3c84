import { addMonths, dayInMorocco } from '#shared';
import type { List } from '../domain/lists/list.ts';
import type { ListState } from '../domain/lists/list-states.ts';
import type { ListStore } from '../ports/lists.ts';

export interface WatchListsDependencies {
  readonly lists: Pick<ListStore, 'listByMonth'>;
  readonly clock: () => Date;
  /** A list of no more than some thousand lines is stuck when its state lasts longer than this. */
  readonly stuckAfterMinutes: number;
}

export interface StuckList {
  readonly listId: string;
  readonly state: ListState;
}

/** A state of a large list may last this much longer: less than any step does. */
const LINES_A_MINUTE = 20_000;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Finds lists of this month and the one before that have been in their state for longer than their size explains. */
export async function watchLists(dependencies: WatchListsDependencies): Promise<readonly StuckList[]> {
  const now = dependencies.clock();
  const stuck: StuckList[] = [];
  for (const month of [monthOf(now, -1), monthOf(now, 0)]) {
    for (const list of await dependencies.lists.listByMonth(month)) {
      if (isStuck(list, now, dependencies.stuckAfterMinutes))
        stuck.push({ listId: list.listId, state: list.state });
    }
  }
  return stuck;
}

function isStuck(list: List, now: Date, stuckAfterMinutes: number): boolean {
  if (list.state === 'CLOSED' || list.state === 'REFUSED') return false;
  const minutes = (now.getTime() - Date.parse(list.stateSince)) / MILLISECONDS_PER_MINUTE;
  return minutes > stuckAfterMinutes + (list.lineCount ?? 0) / LINES_A_MINUTE;
}

/** `YYYY-MM`, some months later, by the months of Morocco as lists are filed. */
const monthOf = (instant: Date, later: number): string => addMonths(dayInMorocco(instant), later).slice(0, 7);
