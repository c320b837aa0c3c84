import { useTranslation } from 'react-i18next';
import type { PayeeFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { useCsvUnits } from '../use-csv-units.ts';
import type { SectionProps } from './section-props.ts';

/** What was paid to insured people, and what to establishments in their place. */
export function PayeesSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, money } = useFormats();
  const { dirhams } = useCsvUnits();
  return (
    <FigureSection
      title={t('payees.title')}
      summary={t('payees.summary')}
      definition={t('payees.definition')}
      period={period}
      columns={[
        {
          id: 'payee',
          header: t('payees.name'),
          isRowHeader: true,
          cell: (row) => t(`payees.${row.payee}`),
          csv: (row) => t(`payees.${row.payee}`),
        },
        numberColumn<PayeeFigures>('payments', t('payments'), (row) => row.paymentsMade, number),
        numberColumn<PayeeFigures>(
          'paid',
          t('paidAmount'),
          (row) => row.paidCentimes,
          money,
          dirhams(t('paidAmount')),
        ),
      ]}
      rows={figures.payees}
      rowId={({ payee }) => payee}
    />
  );
}
