import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** Who is signed in at the console: asked once a session. */
export const meQuery = { ...api.queryOptions('get', '/api/console/me'), staleTime: 'static' } as const;

/** Who is signed in at the portal: asked once a session. */
export const profileQuery = {
  ...api.queryOptions('get', '/api/portal/profile'),
  staleTime: 'static',
} as const;

/** Whether anyone was known to be signed in: then an answer that says otherwise is news. */
export const isSomebodyKnown = (queries: QueryClient): boolean =>
  [meQuery, profileQuery].some(({ queryKey }) => queries.getQueryData(queryKey) !== undefined);
