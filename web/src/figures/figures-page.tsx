import './figures.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useFormats } from '../i18n/formats.ts';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Loaded, Loading } from '../ui/states.tsx';
import { Headline } from './headline.tsx';
import { PeriodFields } from './period-fields.tsx';
import { lastDays, type Period } from './period.ts';

const AllSections = lazy(async () => ({
  default: (await import('./sections/all-sections.tsx')).AllSections,
}));

/** `/console/figures`: what managers look at, on screen and on paper. */
export function FiguresPage() {
  const { t } = useTranslation('figures');
  const { dateTime, date } = useFormats();
  const navigate = useNavigate();
  const { from, to } = useSearch({ from: '/staff/console/figures' });
  const period = useMemo(
    (): Period => (from === undefined || to === undefined ? lastDays(new Date()) : { from, to }),
    [from, to],
  );
  const query = api.useQuery('get', '/api/console/figures', { params: { query: period } });
  const show = (next: Period): void => void navigate({ to: '/console/figures', search: next });
  return (
    <Page title={t('title')} width="full" actions={<PrintButton />}>
      <PeriodFields key={`${period.from} ${period.to}`} period={period} onChange={show} />
      <p className="figure-period">
        {t('period.shown', { from: date(period.from), to: date(period.to) })}
        {query.data?.countedAt !== undefined &&
          ` ${t('period.counted', { at: dateTime(query.data.countedAt) })}`}
      </p>
      <Loaded query={query} area="figures">
        {(figures) => (
          <>
            <Headline figures={figures} />
            <Suspense fallback={<Loading />}>
              <AllSections figures={figures} period={period} />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}
