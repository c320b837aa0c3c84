import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasonFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { rowsOfBars } from '../plot/rows-of-bars.ts';
import type { SectionProps } from './section-props.ts';

/** The table has all reasons, the chart the frequent ones. */
const MOST_DRAWN = 10;

interface ReasonsSectionProps extends SectionProps {
  readonly outcomes: readonly ReasonFigures['outcome'][];
  readonly name: 'referred' | 'rejected' | 'refusedFiles';
}

/** Why claims went to a person, were rejected, or files were quarantined. */
export function ReasonsSection({ figures, period, outcomes, name }: ReasonsSectionProps) {
  const { t } = useTranslation(['figures', 'words']);
  const { number } = useFormats();
  const rows = useMemo(() => {
    const wordOf = ({ outcome, code }: ReasonFigures): string =>
      outcome === 'quarantined'
        ? t([`words:quarantine.${code}`, 'words:unknownReason'], { code })
        : t([`words:reason.${code}`, `words:rejection.${code}`, 'words:unknownReason'], { code });
    return figures.reasons
      .filter(({ outcome }) => outcomes.includes(outcome))
      .map((reason) => ({ ...reason, word: wordOf(reason) }));
  }, [figures, outcomes, t]);
  const draw = useMemo(
    () =>
      rowsOfBars(
        rows.slice(0, MOST_DRAWN).map(({ word, count }) => ({ row: word, series: '', value: count })),
        [''],
      ),
    [rows],
  );
  return (
    <FigureSection
      title={t(`figures:reasons.${name}`)}
      definition={t(`figures:reasonsDefinition.${name}`)}
      period={period}
      chart={<Chart label={t(`figures:reasons.${name}`)} draw={draw} />}
      columns={[
        {
          id: 'reason',
          header: t('figures:reason'),
          isRowHeader: true,
          cell: ({ word }) => word,
          csv: ({ word }) => word,
        },
        ...(outcomes.length > 1
          ? [
              {
                id: 'outcome',
                header: t('figures:outcomeName'),
                cell: ({ outcome }: ReasonFigures) => t(`figures:outcome.${outcome}`),
                csv: ({ outcome }: ReasonFigures) => t(`figures:outcome.${outcome}`),
              },
            ]
          : []),
        numberColumn<ReasonFigures>(
          'count',
          t(name === 'refusedFiles' ? 'figures:files' : 'figures:claims'),
          (row) => row.count,
          number,
        ),
      ]}
      rows={rows}
      rowId={({ outcome, code }) => `${outcome} ${code}`}
    />
  );
}
