import './follow-up.css';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { todayInMorocco } from '../ui/today.ts';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { FoundFile } from './found-file.tsx';
import { SearchForm } from './search-form.tsx';
import { useSearch } from './use-search.ts';

/** `/console/claims`: finds claims by receipt, person or day. */
export function SearchPage() {
  const { t } = useTranslation('follow-up');
  const today = todayInMorocco();
  const { query, claims, file, isLooking, made, make } = useSearch(today);
  const isEmpty = query.isSuccess && !isLooking && claims.length === 0;
  return (
    <Page title={t('title')} intro={t('intro')} width="full">
      <SearchForm made={made} today={today} isPending={isLooking} onSearch={make} />
      <div aria-live="polite" className="stack">
        {query.isError && <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />}
        {isLooking && <Loading />}
        {file !== undefined && <FoundFile file={file} />}
        {isEmpty && file === undefined && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
        {claims.length > 0 && <ClaimsTable claims={claims} />}
        {claims.length > 0 && query.hasNextPage && (
          <div className="button-row">
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
