import { useTranslation } from 'react-i18next';
import type { SchemeFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { useSchemeLabel } from '../use-scheme-label.ts';
import { useCsvUnits } from '../use-csv-units.ts';
import type { SectionProps } from './section-props.ts';

/** Decisions and payments of each scheme. */
export function SchemesSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const schemeLabel = useSchemeLabel();
  const { number, money } = useFormats();
  const { dirhams } = useCsvUnits();
  return (
    <FigureSection
      title={t('schemes.title')}
      definition={t('schemes.definition')}
      period={period}
      columns={[
        {
          id: 'scheme',
          header: t('schemeName'),
          isRowHeader: true,
          cell: (row) => schemeLabel(row.scheme),
          csv: (row) => schemeLabel(row.scheme),
        },
        numberColumn<SchemeFigures>('approved', t('outcome.approved'), (row) => row.approved, number),
        numberColumn<SchemeFigures>(
          'partly',
          t('outcome.partly-approved'),
          (row) => row.partlyApproved,
          number,
        ),
        numberColumn<SchemeFigures>('rejected', t('outcome.rejected'), (row) => row.rejected, number),
        numberColumn<SchemeFigures>('referred', t('outcome.referred'), (row) => row.referred, number),
        numberColumn<SchemeFigures>('incomplete', t('outcome.incomplete'), (row) => row.incomplete, number),
        numberColumn<SchemeFigures>('payments', t('payments'), (row) => row.paymentsMade, number),
        numberColumn<SchemeFigures>(
          'paid',
          t('paidAmount'),
          (row) => row.paidCentimes,
          money,
          dirhams(t('paidAmount')),
        ),
      ]}
      rows={figures.schemes}
      rowId={({ scheme }) => scheme}
    />
  );
}
