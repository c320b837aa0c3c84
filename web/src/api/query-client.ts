import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

const ATTEMPTS = 3;

/** @param onSignedOut when an answer says that there is no session any more, and it could not be renewed */
export function createQueries(onSignedOut: () => void): QueryClient {
  const onError = (fault: unknown): void => {
    if (problemOf(fault).code === 'SIGNED_OUT') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A fault of the request stays one; only what may pass is tried again.
        retry: (failureCount, fault) => problemOf(fault).status >= 500 && failureCount < ATTEMPTS - 1,
      },
      mutations: { retry: false },
    },
  });
}
