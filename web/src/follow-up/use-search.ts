import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { components } from '../api/schema.d.ts';
import { client } from '../api/client.ts';
import type { ListedSearch, SearchInput } from './search-input.ts';

type Found = components['schemas']['ClaimsFound'];

/** Where the last search is kept: beside other answers, so that it goes with them when the session ends. */
const LAST = ['follow-up', 'last search'] as const;

/** A search is on record: it is not made again because a window was looked at. */
export const ONCE = { refetchOnWindowFocus: false } as const;

/** The search as it was made last, also after a claim was looked at. */
export function useSearch() {
  const queries = useQueryClient();
  const [made, setMade] = useState<SearchInput | undefined>(() => queries.getQueryData<SearchInput>(LAST));
  const make = (next: SearchInput): void => {
    queries.setQueryData(LAST, next);
    setMade(next);
  };
  return { made, make };
}

async function find(search: ListedSearch, cursor: string | undefined): Promise<Found> {
  const body = cursor === undefined ? search : { ...search, cursor };
  const { data, error } = await client.POST('/api/console/claims/search', { body });
  if (data === undefined) throw error;
  return data;
}

/** What a search found, page after page. */
export function useClaimPages(search: ListedSearch) {
  const query = useInfiniteQuery<Found, unknown, InfiniteData<Found>, readonly unknown[], string | undefined>(
    {
      queryKey: ['follow-up', 'search', search],
      queryFn: async ({ pageParam }) => find(search, pageParam),
      initialPageParam: undefined,
      getNextPageParam: ({ nextCursor }: Found) => nextCursor,
      ...ONCE,
    },
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const claims = data?.pages.flatMap((page) => page.claims) ?? [];
  // Days without claims end a page: it goes on until there is something to show.
  const goesOn = claims.length === 0 && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return { query, claims, isLooking: claims.length === 0 && (isFetching || goesOn) };
}
