import type { Review } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import { useReviewCache } from '../work/review-query.ts';

export interface Hold {
  readonly take: () => void;
  /** Settles with whether the claim was given back. */
  readonly release: () => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: unknown;
}

/** Taking a claim and giving it back. */
export function useHold({ claimId }: Review): Hold {
  const { replace, refresh } = useReviewCache(claimId);
  const taking = api.useMutation('post', '/api/console/reviews/{claimId}/hold');
  const releasing = api.useMutation('delete', '/api/console/reviews/{claimId}/hold');
  const params = { path: { claimId } };
  return {
    take: () =>
      taking.mutate(
        { params },
        { onSuccess: (review) => void replace(review), onError: () => void refresh() },
      ),
    release: async () => {
      try {
        await releasing.mutateAsync({ params });
        return true;
      } catch {
        await refresh();
        return false;
      }
    },
    isPending: taking.isPending || releasing.isPending,
    problem: taking.error ?? releasing.error,
  };
}
