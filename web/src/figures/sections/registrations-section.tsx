import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { Legend } from '../plot/legend.tsx';
import { rowsOfBars } from '../plot/rows-of-bars.ts';
import { useSchemeLabel } from '../use-scheme-label.ts';
import type { SectionProps } from './section-props.ts';

/** People registered from lists, by who sent the list. */
export function RegistrationsSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const schemeLabel = useSchemeLabel();
  const { number } = useFormats();
  const { registrations, coveragesOpened, coveragesClosed } = figures;
  const schemes = useMemo(() => [...new Set(registrations.map(({ scheme }) => scheme))], [registrations]);
  const draw = useMemo(
    () =>
      rowsOfBars(
        registrations.map(({ source, scheme, count }) => ({
          row: t(`source.${source}`),
          series: scheme,
          value: count,
        })),
        schemes,
      ),
    [registrations, schemes, t],
  );
  return (
    <FigureSection
      title={t('registrations.title')}
      summary={t('registrations.summary', {
        opened: number(coveragesOpened),
        closed: number(coveragesClosed),
      })}
      definition={t('registrations.definition')}
      period={period}
      chart={
        <>
          <Legend series={schemes.map(schemeLabel)} />
          <Chart label={t('registrations.title')} draw={draw} />
        </>
      }
      columns={[
        {
          id: 'source',
          header: t('sourceName'),
          isRowHeader: true,
          cell: ({ source }) => t(`source.${source}`),
          csv: ({ source }) => t(`source.${source}`),
        },
        {
          id: 'scheme',
          header: t('schemeName'),
          cell: ({ scheme }) => schemeLabel(scheme),
          csv: ({ scheme }) => schemeLabel(scheme),
        },
        numberColumn<RegistrationFigures>('count', t('people'), (row) => row.count, number),
      ]}
      rows={registrations}
      rowId={({ source, scheme }) => `${source} ${scheme}`}
    />
  );
}
