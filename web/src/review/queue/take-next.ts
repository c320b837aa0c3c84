import { client } from '../../api/client.ts';
import { useMe } from '../../app/use-me.ts';
import { canTake } from '../work/work-mode.ts';
import { type QueueSearch, queueSearchOf } from './queue-search.ts';

const LOOKED_AT = 25;
const KEPT_AS = 'milaf.queue';

/** The queue as somebody saw it last in this window: the next claim is taken from there. */
export const keepQueueSearch = (search: QueueSearch): void =>
  sessionStorage.setItem(KEPT_AS, JSON.stringify(search));

export function keptQueueSearch(): QueueSearch {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '{}');
  return typeof kept === 'object' && kept !== null ? queueSearchOf({ ...kept }) : {};
}

/**
 * Takes the first claim of a queue that can be taken, as it is at this moment: one that somebody else takes meanwhile is passed over.
 * Settles with its id, or undefined where there is none.
 */
export function useTakeNext(): (search: QueueSearch) => Promise<string | undefined> {
  const me = useMe();
  return async ({ group, state, order = 'age' }) => {
    const { data } = await client.GET('/api/console/queue', {
      params: {
        query: {
          order,
          limit: LOOKED_AT,
          ...(group !== undefined && { group }),
          ...(state !== undefined && { state }),
        },
      },
    });
    const items = data?.items ?? [];
    // What one holds already comes first: it was begun.
    const own = items.filter(({ holder }) => holder === me.userId);
    const free = items.filter((item) => item.holder !== me.userId && canTake(item, me));
    for (const { claimId } of [...own, ...free]) {
      const { response } = await client.POST('/api/console/reviews/{claimId}/hold', {
        params: { path: { claimId } },
      });
      if (response.ok) return claimId;
    }
    return undefined;
  };
}

/** Name of the setting: the next claim comes by itself. */
export const GOES_ON = 'goesOn';
