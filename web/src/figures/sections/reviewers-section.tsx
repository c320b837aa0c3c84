import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewerFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { rowsOfBars } from '../plot/rows-of-bars.ts';
import { useCsvUnits } from '../use-csv-units.ts';
import type { SectionProps } from './section-props.ts';

const MOST_DRAWN = 15;

/** How many claims each reviewer submitted, how long one took, and how often two people keyed the same. */
export function ReviewersSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, percent } = useFormats();
  const { percent: csvPercent } = useCsvUnits();
  const { reviewers, agreementPercent } = figures;
  const draw = useMemo(() => {
    const busiest = reviewers.toSorted((one, other) => other.submitted - one.submitted).slice(0, MOST_DRAWN);
    return rowsOfBars(
      busiest.map(({ userId, submitted }) => ({ row: userId, series: '', value: submitted })),
      [''],
    );
  }, [reviewers]);
  return (
    <FigureSection
      title={t('reviewers.title')}
      summary={
        agreementPercent === undefined
          ? undefined
          : t('reviewers.summary', { share: percent(agreementPercent / 100) })
      }
      definition={t('reviewers.definition')}
      period={period}
      chart={<Chart label={t('reviewers.chart')} draw={draw} />}
      columns={[
        {
          id: 'user',
          header: t('reviewers.user'),
          isRowHeader: true,
          cell: ({ userId }) => <bdi dir="ltr">{userId}</bdi>,
          sortBy: ({ userId }) => userId,
          csv: ({ userId }) => userId,
        },
        numberColumn<ReviewerFigures>('submitted', t('reviewers.submitted'), (row) => row.submitted, number),
        numberColumn<ReviewerFigures>('median', t('reviewers.median'), (row) => row.medianMinutes, number),
        numberColumn<ReviewerFigures>('p95', t('reviewers.p95'), (row) => row.p95Minutes, number),
        numberColumn<ReviewerFigures>(
          'agreed',
          t('reviewers.agreed'),
          (row) => (row.keyedSecond === 0 ? undefined : row.agreed / row.keyedSecond),
          percent,
          csvPercent(t('reviewers.agreed'), 1),
        ),
        numberColumn<ReviewerFigures>(
          'overridden',
          t('reviewers.overridden'),
          (row) => row.overridden,
          number,
        ),
      ]}
      rows={reviewers}
      rowId={({ userId }) => userId}
    />
  );
}
