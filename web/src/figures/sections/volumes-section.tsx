import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { barsByDay } from '../plot/bars-by-day.ts';
import { Chart } from '../plot/chart.tsx';
import { Legend } from '../plot/legend.tsx';
import { useCsvUnits } from '../use-csv-units.ts';
import type { SectionProps } from './section-props.ts';

/** Files of each day: taken in, sent twice, quarantined. */
export function VolumesSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, shortDate, money } = useFormats();
  const { dirhams } = useCsvUnits();
  const series = useMemo(() => [t('accepted'), t('duplicate'), t('quarantined')], [t]);
  const draw = useMemo(() => {
    const [accepted = '', duplicate = '', quarantined = ''] = series;
    return barsByDay(
      figures.days.flatMap(({ day, filesAccepted, filesDuplicate, filesQuarantined }) => [
        { day, series: accepted, value: filesAccepted },
        { day, series: duplicate, value: filesDuplicate },
        { day, series: quarantined, value: filesQuarantined },
      ]),
      series,
    );
  }, [figures, series]);
  return (
    <FigureSection
      title={t('volumes.title')}
      definition={t('volumes.definition')}
      period={period}
      chart={
        <>
          <Legend series={series} />
          <Chart label={t('volumes.title')} draw={draw} />
        </>
      }
      columns={[
        {
          id: 'day',
          header: t('day'),
          isRowHeader: true,
          cell: ({ day }) => shortDate(day),
          sortBy: ({ day }) => day,
          csv: ({ day }) => day,
        },
        numberColumn<DayFigures>('accepted', t('accepted'), (day) => day.filesAccepted, number),
        numberColumn<DayFigures>('duplicate', t('duplicate'), (day) => day.filesDuplicate, number),
        numberColumn<DayFigures>('quarantined', t('quarantined'), (day) => day.filesQuarantined, number),
        numberColumn<DayFigures>('decided', t('decided'), (day) => day.claimsDecided, number),
        numberColumn<DayFigures>(
          'paid',
          t('paidAmount'),
          (day) => day.paidCentimes,
          money,
          dirhams(t('paidAmount')),
        ),
      ]}
      rows={figures.days}
      rowId={({ day }) => day}
    />
  );
}
