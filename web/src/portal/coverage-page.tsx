import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useFormats } from '../i18n/formats.ts';
import { useSchemeName } from '../i18n/use-scheme-name.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, Notice } from '../ui/states.tsx';
import { Day, Facts } from '../ui/values.tsx';
import { Reasons } from './reasons.tsx';

const tones = { covered: 'success', 'not-covered': 'danger', 'to-be-checked': 'warning' } as const;

type Coverage = components['schemas']['MyCoverage'];

/** Whether one is covered today, and why. */
export function CoveragePage() {
  const { t } = useTranslation('portal');
  const query = api.useQuery('get', '/api/portal/coverage');
  return (
    <Page title={t('coverage.title')}>
      <Loaded query={query} area="portal">
        {(coverage) => (
          <>
            <Notice tone={tones[coverage.answer]} title={t(`coverage.${coverage.answer}.word`)}>
              <p>{t(`coverage.${coverage.answer}.text`)}</p>
              {coverage.because.length > 0 && <Reasons reasons={coverage.because} say="why" />}
            </Notice>
            <Today coverage={coverage} />
            {coverage.history.length > 0 && <History history={coverage.history} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Today({ coverage: { scheme, from, to, day, paidUntilMonth } }: { readonly coverage: Coverage }) {
  const { t } = useTranslation('portal');
  const schemeName = useSchemeName();
  const { month } = useFormats();
  return (
    <Section title={t('coverage.today')}>
      <Facts
        facts={[
          [t('coverage.day'), <Day key="day" iso={day} />],
          [t('coverage.scheme'), scheme === undefined ? undefined : schemeName(scheme)],
          [t('coverage.from'), from === undefined ? undefined : <Day key="from" iso={from} />],
          [t('coverage.to'), to === undefined ? undefined : <Day key="to" iso={to} />],
          [t('coverage.paidUntil'), paidUntilMonth === undefined ? undefined : month(paidUntilMonth)],
        ]}
      />
    </Section>
  );
}

function History({ history }: { readonly history: Coverage['history'] }) {
  const { t } = useTranslation('portal');
  const schemeName = useSchemeName();
  return (
    <Section title={t('coverage.history')}>
      <DataTable
        caption={t('coverage.history')}
        isCaptionHidden
        rows={history}
        rowId={({ scheme, from }) => `${scheme}-${from}`}
        columns={[
          {
            id: 'scheme',
            header: t('coverage.scheme'),
            isRowHeader: true,
            cell: ({ scheme }) => schemeName(scheme),
          },
          { id: 'from', header: t('coverage.from'), cell: ({ from }) => <Day iso={from} /> },
          {
            id: 'to',
            header: t('coverage.to'),
            cell: ({ to }) => (to === undefined ? t('coverage.open') : <Day iso={to} />),
          },
        ]}
      />
    </Section>
  );
}
