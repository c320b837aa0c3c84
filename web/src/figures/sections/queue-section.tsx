import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueAge } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { rowsOfBars } from '../plot/rows-of-bars.ts';
import type { SectionProps } from './section-props.ts';

/** Claims that wait for a person at this moment, by how long ago they were deposited. */
export function QueueSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, date } = useFormats();
  const { open, oldestDepositDate, ages } = figures.queue;
  const rows = useMemo(
    () =>
      ages.map((age) => ({
        ...age,
        name:
          age.toDays === undefined
            ? t('queue.from', { from: age.fromDays })
            : t('queue.between', { from: age.fromDays, to: age.toDays }),
      })),
    [ages, t],
  );
  const draw = useMemo(
    () =>
      rowsOfBars(
        rows.map(({ name, count }) => ({ row: name, series: '', value: count })),
        [''],
      ),
    [rows],
  );
  return (
    <FigureSection
      title={t('queue.title')}
      summary={
        oldestDepositDate === undefined
          ? t('queue.empty')
          : t('queue.summary', { claims: t('claimCount', { count: open }), day: date(oldestDepositDate) })
      }
      definition={t('queue.definition')}
      period={period}
      chart={<Chart label={t('queue.title')} draw={draw} />}
      columns={[
        {
          id: 'age',
          header: t('queue.age'),
          isRowHeader: true,
          cell: ({ name }) => name,
          csv: ({ name }) => name,
        },
        numberColumn<QueueAge>('count', t('claims'), (row) => row.count, number),
      ]}
      rows={rows}
      rowId={({ fromDays }) => String(fromDays)}
    />
  );
}
