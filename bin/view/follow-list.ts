import { setTimeout as sleep } from 'node:timers/promises';
import type { List } from '../../contexts/registration/domain/lists/list.ts';
import { progressOf } from '../../contexts/registration/domain/lists/progress/list-progress.ts';
import type { ListStore } from '../../contexts/registration/ports/lists.ts';
import { progressLine } from './list-text.ts';
import { createLiveLine } from './live-line.ts';

const POLL_MILLISECONDS = 1_000;

export interface FollowListOptions {
  readonly timeoutSeconds: number;
  /** Show where it has got to while it moves. */
  readonly isLive: boolean;
}

/**
 * Follows a list until it is closed or refused, or the time is over.
 * @returns the list as it was last seen; undefined where nobody has looked at it yet
 */
export async function followList(
  lists: Pick<ListStore, 'find'>,
  listId: string,
  { timeoutSeconds, isLive }: FollowListOptions,
): Promise<List | undefined> {
  const screen = isLive ? createLiveLine() : undefined;
  const deadline = Date.now() + timeoutSeconds * 1000;
  let list: List | undefined;
  do {
    list = await lists.find(listId);
    screen?.show(progressLine(list, new Date()), list?.state ?? 'UPLOADED');
    if (list !== undefined && progressOf(list, new Date()).isSettled) break;
    await sleep(POLL_MILLISECONDS);
  } while (Date.now() < deadline);
  screen?.clear();
  return list;
}
