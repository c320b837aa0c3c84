import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DurationFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { dayHistogram } from '../plot/day-histogram.ts';
import type { SectionProps } from './section-props.ts';

interface DurationsSectionProps extends SectionProps {
  readonly until: 'toDecision' | 'toMoney';
}

/** How many days claims took from the deposit until they were decided, or paid. */
export function DurationsSection({ figures, period, until }: DurationsSectionProps) {
  const { t } = useTranslation('figures');
  const { number, percent } = useFormats();
  const { targetDays } = figures;
  const durations = figures[until];
  const { count, medianDays, p95Days, withinTargetPercent } = durations;
  const draw = useMemo(
    () =>
      dayHistogram(durations, targetDays, {
        median: t('durations.medianMark', { count: medianDays ?? 0 }),
        p95: t('durations.p95Mark', { count: p95Days ?? 0 }),
        target: t('durations.targetMark', { count: targetDays }),
        days: t('durations.daysAxis'),
      }),
    [durations, targetDays, medianDays, p95Days, t],
  );
  return (
    <FigureSection
      title={t(`${until}.title`)}
      summary={
        withinTargetPercent === undefined
          ? undefined
          : t('durations.summary', {
              claims: t('claimCount', { count }),
              share: percent(withinTargetPercent / 100),
              target: t('dayCount', { count: targetDays }),
              median: t('dayCount', { count: medianDays ?? 0 }),
              p95: t('dayCount', { count: p95Days ?? 0 }),
            })
      }
      definition={t(`${until}.definition`)}
      period={period}
      chart={<Chart label={t(`${until}.title`)} draw={draw} />}
      columns={[
        {
          id: 'days',
          header: t('durations.days'),
          isRowHeader: true,
          cell: ({ days }) => number(days),
          sortBy: ({ days }) => days,
          csv: ({ days }) => days,
        },
        numberColumn<DurationFigures['histogram'][number]>('claims', t('claims'), (row) => row.count, number),
      ]}
      rows={durations.histogram}
      rowId={({ days }) => String(days)}
    />
  );
}
