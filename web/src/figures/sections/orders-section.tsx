import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { barsByDay } from '../plot/bars-by-day.ts';
import { Chart } from '../plot/chart.tsx';
import { Legend } from '../plot/legend.tsx';
import type { SectionProps } from './section-props.ts';

const states = ['settled', 'open', 'returned', 'refused', 'disputed'] as const;

/** Orders to the bank by the day they left, and what became of them until now: each is in one of these. */
export function OrdersSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, shortDate } = useFormats();
  const series = useMemo(() => states.map((state) => t(`orders.${state}`)), [t]);
  const draw = useMemo(
    () =>
      barsByDay(
        figures.orders.flatMap(({ day, ...orders }) =>
          states.map((state) => ({ day, series: t(`orders.${state}`), value: orders[state] })),
        ),
        series,
      ),
    [figures, series, t],
  );
  return (
    <FigureSection
      title={t('orders.title')}
      summary={t('orders.summary')}
      definition={t('orders.definition')}
      period={period}
      chart={
        <>
          <Legend series={series} />
          <Chart label={t('orders.title')} draw={draw} />
        </>
      }
      columns={[
        {
          id: 'day',
          header: t('orders.day'),
          isRowHeader: true,
          cell: ({ day }) => shortDate(day),
          sortBy: ({ day }) => day,
          csv: ({ day }) => day,
        },
        numberColumn<OrderFigures>('ordered', t('orders.ordered'), (row) => row.ordered, number),
        ...states.map((state) =>
          numberColumn<OrderFigures>(state, t(`orders.${state}`), (row) => row[state], number),
        ),
      ]}
      rows={figures.orders}
      rowId={({ day }) => day}
    />
  );
}
