import './figures.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useFormats } from '../i18n/formats.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Headline } from './headline.tsx';
import { PeriodFields } from './period-fields.tsx';
import { lastDays, type Period } from './period.ts';
import { Patterns } from './plot/patterns.tsx';
import { ChannelsSection } from './sections/channels-section.tsx';
import { CostSection } from './sections/cost-section.tsx';
import { DurationsSection } from './sections/durations-section.tsx';
import { QueueSection } from './sections/queue-section.tsx';
import { ReasonsSection } from './sections/reasons-section.tsx';
import { RegistrationsSection } from './sections/registrations-section.tsx';
import { ReviewersSection } from './sections/reviewers-section.tsx';
import { SchemesSection } from './sections/schemes-section.tsx';
import { StraightThroughSection } from './sections/straight-through-section.tsx';
import { VolumesSection } from './sections/volumes-section.tsx';

const REFERRED = ['referred'] as const;
const REJECTED = ['rejected', 'partly-approved', 'incomplete'] as const;
const QUARANTINED = ['quarantined'] as const;

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
    <Page
      title={t('title')}
      width="full"
      actions={
        <Button onPress={() => window.print()}>
          <Printer aria-hidden size={18} />
          {t('print')}
        </Button>
      }
    >
      <Patterns />
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
            <VolumesSection figures={figures} period={period} />
            <ChannelsSection figures={figures} period={period} />
            <SchemesSection figures={figures} period={period} />
            <DurationsSection figures={figures} period={period} until="toDecision" />
            <DurationsSection figures={figures} period={period} until="toMoney" />
            <StraightThroughSection figures={figures} period={period} />
            <ReasonsSection figures={figures} period={period} name="referred" outcomes={REFERRED} />
            <ReasonsSection figures={figures} period={period} name="rejected" outcomes={REJECTED} />
            <ReasonsSection figures={figures} period={period} name="refusedFiles" outcomes={QUARANTINED} />
            <QueueSection figures={figures} period={period} />
            <ReviewersSection figures={figures} period={period} />
            <CostSection figures={figures} period={period} />
            <RegistrationsSection figures={figures} period={period} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
