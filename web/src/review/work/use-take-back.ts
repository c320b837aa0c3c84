import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { announce } from '../../ui/toast.tsx';
import { useReviewCache } from './review-query.ts';

/** Takes a claim back that was sent a moment ago, and opens it again. It is asked for from wherever one is by then. */
export function useTakeBack(claimId: string): (version: number) => () => void {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const { replace } = useReviewCache(claimId);
  const takeBack = async (version: number): Promise<void> => {
    const { data, error } = await client.POST('/api/console/reviews/{claimId}/take-back', {
      params: { path: { claimId } },
      body: { version },
    });
    if (data === undefined) {
      announce(t([`problems.${problemOf(error).code}`, 'undo.failed']), 'danger');
      return;
    }
    await replace(data);
    announce(t('undo.done'));
    await navigate({ to: '/console/reviews/$claimId', params: { claimId } });
  };
  return (version) => () => void takeBack(version);
}
