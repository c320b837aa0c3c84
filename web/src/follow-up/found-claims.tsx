import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';
import { ClaimsTable } from './claims-table.tsx';
import type { ListedSearch } from './search-input.ts';
import { useClaimPages } from './use-search.ts';

/** Claims of some days or of one person, with a way to further ones. */
export function FoundClaims({ search }: { readonly search: ListedSearch }) {
  const { t } = useTranslation('follow-up');
  const { query, claims, isLooking } = useClaimPages(search);
  if (isLooking) return <Loading />;
  return (
    <>
      {query.isError && <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && claims.length === 0 && (
        <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
      )}
      {claims.length > 0 && <ClaimsTable claims={claims} />}
      {claims.length > 0 && query.hasNextPage && (
        <div className="button-row no-print">
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
