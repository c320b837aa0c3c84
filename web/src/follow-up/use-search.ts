import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { components } from '../api/schema.d.ts';
import { client } from '../api/client.ts';
import { askedOf, emptyInput, type Asked, type SearchInput } from './search-input.ts';

type Found = components['schemas']['ClaimsFound'];

/** Where the last search is kept: beside other answers, so that it goes with them when the session ends. */
const LAST = ['follow-up', 'last search'] as const;

async function find(asked: Asked): Promise<Found> {
  const { data, error } =
    asked.operation === 'search'
      ? await client.POST('/api/console/claims/search', { body: asked.body })
      : await client.POST('/api/console/claims/find-by-cin', { body: asked.body });
  if (data === undefined) throw error;
  return data;
}

/** The search as it was made last, also after a claim was looked at; and what it found, page after page. */
export function useSearch(today: string) {
  const queries = useQueryClient();
  const [input, setInput] = useState<SearchInput | undefined>(() => queries.getQueryData<SearchInput>(LAST));
  const query = useInfiniteQuery<Found, unknown, InfiniteData<Found>, readonly unknown[], string | undefined>(
    {
      queryKey: ['follow-up', 'search', input],
      queryFn: async ({ pageParam }) => find(askedOf(input ?? emptyInput(today), pageParam)),
      initialPageParam: undefined,
      getNextPageParam: ({ nextCursor }: Found) => nextCursor,
      enabled: input !== undefined,
      // A search is on record: it is not made again because a window was looked at.
      refetchOnWindowFocus: false,
    },
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const claims = data?.pages.flatMap((page) => page.claims) ?? [];
  // Days without claims end a page: it goes on until there is something to show.
  const goesOn = claims.length === 0 && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return {
    query,
    claims,
    file: data?.pages[0]?.file,
    isLooking: isFetching && claims.length === 0,
    made: input,
    make: (next: SearchInput): void => {
      queries.setQueryData(LAST, next);
      setInput(next);
    },
  };
}
