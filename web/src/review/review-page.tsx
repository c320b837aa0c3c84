import './review.css';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/use-me.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Workbench } from './workbench.tsx';
import { useReview } from './work/review-query.ts';
import { workModeOf } from './work/work-mode.ts';

/** `/console/reviews/<claim>`: one claim, its scan beside its fields. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  const { claimId } = useParams({ from: '/staff/console/reviews/$claimId' });
  const query = useReview(claimId);
  const me = useMe();
  return (
    <Page title={t('claimTitle', { claim: claimId })} width="full">
      <Loaded query={query} area="review">
        {(review) => <Workbench key={review.claimId} review={review} mode={workModeOf(review, me)} />}
      </Loaded>
    </Page>
  );
}
