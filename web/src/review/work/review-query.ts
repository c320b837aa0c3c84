import { useQueryClient } from '@tanstack/react-query';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import { replaceAnswer } from '../../api/replace-answer.ts';

const optionsOf = (claimId: string) =>
  api.queryOptions('get', '/api/console/reviews/{claimId}', { params: { path: { claimId } } });

/** The review as the API has it. It changes under one's hands only when one does something, so it is not asked for again and again. */
export const useReview = (claimId: string) =>
  api.useQuery(
    'get',
    '/api/console/reviews/{claimId}',
    { params: { path: { claimId } } },
    { staleTime: Number.POSITIVE_INFINITY, refetchOnMount: 'always' },
  );

/** Puts an answer in the place of the review, and asks for it anew. */
export function useReviewCache(claimId: string) {
  const queries = useQueryClient();
  const { queryKey } = optionsOf(claimId);
  return {
    replace: (review: Review): Promise<void> => replaceAnswer(queries, queryKey, review),
    refresh: (): Promise<void> => queries.invalidateQueries({ queryKey }),
  };
}
