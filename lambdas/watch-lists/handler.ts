import {
  watchLists,
  type WatchListsDependencies,
} from '../../contexts/registration/use-cases/watch-lists.ts';
import { logInfo, type LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: WatchListsDependencies) {
  return async (): Promise<LogFields> => {
    const stuck = await watchLists(dependencies);
    for (const { listId, state } of stuck) logInfo('LIST_STUCK', { listId, outcome: state });
    // Nought too: an alarm that hears nothing cannot end.
    count('ListsStuck', stuck.length);
    return { outcome: 'watched', count: stuck.length };
  };
}
