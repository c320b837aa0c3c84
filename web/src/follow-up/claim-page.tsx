import './follow-up.css';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayUse } from '../../../contexts/shared/access/access.ts';
import type { ClaimView } from '../../../contexts/follow-up/api/follow-up.ts';
import { api } from '../api/client.ts';
import { useMe } from '../app/use-me.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { ClaimHead } from './claim-head.tsx';
import { Explanation } from './explanation.tsx';
import { ReopenClaim } from './reopen-claim.tsx';
import { Timeline } from './timeline.tsx';

const isInReview = (state: ClaimView['claim']['state'] | undefined): boolean =>
  state === 'REFERRED' || state === 'PARTLY_REFERRED';

/** `/console/claims/<claim>`: where it is, how each amount came about, and what happened to it. */
export function ClaimPage() {
  const { t } = useTranslation('follow-up');
  const { claimId } = useParams({ from: '/staff/console/claims/$claimId' });
  const { roles } = useMe();
  const query = api.useQuery(
    'get',
    '/api/console/claims/{claimId}',
    { params: { path: { claimId } } },
    // To look at it is on record: it is not asked for again by itself.
    { refetchOnWindowFocus: false },
  );
  return (
    <Page
      title={t('claimTitle')}
      actions={
        <>
          <ButtonLink href="/console/claims">{t('back')}</ButtonLink>
          {query.data !== undefined && <ReopenClaim claim={query.data.claim} />}
          {isInReview(query.data?.claim.state) && mayUse('showReview', roles) && (
            <ButtonLink href={`/console/reviews/${claimId}`} variant="primary">
              {t('review')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Loaded query={query} area="follow-up">
        {(view: ClaimView) => (
          <div className="stack">
            <ClaimHead view={view} />
            {view.explanation !== undefined && <Explanation explanation={view.explanation} />}
            <Section title={t('story')}>
              <Timeline entries={view.timeline} />
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
