import './follow-up.css';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { todayInMorocco } from '../ui/today.ts';
import { FoundClaims } from './found-claims.tsx';
import { FoundNumbers } from './found-numbers.tsx';
import { SearchForm } from './search-form.tsx';
import { daysAsked } from './search-input.ts';
import { useSearch } from './use-search.ts';

/** `/console/claims`: finds claims by any number that people hold, or by day. */
export function SearchPage() {
  const { t } = useTranslation('follow-up');
  const { made, make } = useSearch();
  return (
    <Page title={t('title')} intro={t('intro')} width="full" actions={made !== undefined && <PrintButton />}>
      <SearchForm made={made} today={todayInMorocco()} onSearch={make} />
      <div aria-live="polite" className="stack">
        {made?.kind === 'number' && <FoundNumbers number={made.number} />}
        {made?.kind === 'day' && <FoundClaims search={daysAsked(made)} />}
      </div>
    </Page>
  );
}
