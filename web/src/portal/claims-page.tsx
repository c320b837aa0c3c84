import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { ClaimCard } from './claim-card.tsx';
import { pages } from '../api/pages.ts';

/** One's claims, newest first, and where each is. */
export function ClaimsPage() {
  const { t } = useTranslation('portal');
  const query = api.useInfiniteQuery('get', '/api/portal/claims', {}, pages);
  return (
    <Page title={t('claims.title')} intro={t('claims.intro')}>
      <Loaded query={query} area="portal">
        {(data) => {
          const claims = data.pages.flatMap((page) => page.claims);
          if (claims.length === 0)
            return (
              <EmptyState title={t('claims.none')}>
                <p>{t('claims.noneHint')}</p>
              </EmptyState>
            );
          return (
            <ul className="portal-list">
              {claims.map((claim) => (
                <li key={claim.claimId}>
                  <ClaimCard claim={claim} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
