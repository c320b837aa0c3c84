import type { QueueItem } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import { pages } from '../../api/pages.ts';
import type { QueueSearch } from './queue-search.ts';

const PAGE_SIZE = 25;

/** Others take claims all the while. */
const FRESH_MILLISECONDS = 30_000;

/** The queue, page after page. */
export function useQueue({ group, state, order = 'age' }: QueueSearch) {
  const query = api.useInfiniteQuery(
    'get',
    '/api/console/queue',
    {
      params: {
        query: {
          order,
          limit: PAGE_SIZE,
          ...(group !== undefined && { group }),
          ...(state !== undefined && { state }),
        },
      },
    },
    { ...pages, refetchInterval: FRESH_MILLISECONDS },
  );
  const items: readonly QueueItem[] | undefined = query.data?.pages.flatMap((page) => page.items);
  return { ...query, items };
}
