import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Puts what a step answered in the place of what its query gave. An answer to that query that is still on its way was asked for before the
 * step: it is older, and must not come last.
 */
export async function replaceAnswer(
  queries: QueryClient,
  queryKey: QueryKey,
  answer: unknown,
): Promise<void> {
  await queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, answer);
}
