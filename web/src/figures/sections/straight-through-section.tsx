import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { lineByDay } from '../plot/line-by-day.ts';
import { useCsvUnits } from '../use-csv-units.ts';
import type { SectionProps } from './section-props.ts';

const shareOf = ({ straightThrough, claimsDecided }: DayFigures): number | undefined =>
  claimsDecided === 0 ? undefined : (straightThrough * 100) / claimsDecided;

/** Claims that the rules decided without a person. */
export function StraightThroughSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, percent, shortDate } = useFormats();
  const { percent: csvPercent } = useCsvUnits();
  const { days, straightThroughPercent } = figures;
  const draw = useMemo(() => lineByDay(days.map((day) => ({ day: day.day, percent: shareOf(day) }))), [days]);
  return (
    <FigureSection
      title={t('straightThrough.title')}
      summary={
        straightThroughPercent === undefined
          ? undefined
          : t('straightThrough.summary', { share: percent(straightThroughPercent / 100) })
      }
      definition={t('straightThrough.definition')}
      period={period}
      chart={<Chart label={t('straightThrough.title')} draw={draw} />}
      columns={[
        {
          id: 'day',
          header: t('day'),
          isRowHeader: true,
          cell: ({ day }) => shortDate(day),
          sortBy: ({ day }) => day,
          csv: ({ day }) => day,
        },
        numberColumn<DayFigures>('decided', t('decided'), (day) => day.claimsDecided, number),
        numberColumn<DayFigures>(
          'straight',
          t('straightThrough.count'),
          (day) => day.straightThrough,
          number,
        ),
        numberColumn<DayFigures>(
          'share',
          t('share'),
          shareOf,
          (value) => percent(value / 100),
          csvPercent(t('share'), 100),
        ),
      ]}
      rows={days.filter(({ claimsDecided }) => claimsDecided > 0)}
      rowId={({ day }) => day}
    />
  );
}
