import { useTranslation } from 'react-i18next';
import type { CostPart } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Reference } from '../../ui/values.tsx';
import { useCsvUnits } from '../use-csv-units.ts';
import type { SectionProps } from './section-props.ts';

/** What the machinery cost in these days, by dated prices with their source. */
export function CostSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const { number, shortDate } = useFormats();
  const { dollars: csvDollars } = useCsvUnits();
  const { locale } = useLanguage();
  const dollars = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const { claims, parts, usdPerClaim } = figures.cost;
  const unpriced = parts.filter(({ unitUsd, quantity }) => unitUsd === undefined && quantity > 0);
  return (
    <FigureSection
      title={t('cost.title')}
      summary={
        usdPerClaim === undefined
          ? undefined
          : t(unpriced.length === 0 ? 'cost.summary' : 'cost.summaryWithout', {
              cost: dollars(4).format(usdPerClaim),
              claims: t('claimCount', { count: claims }),
              parts: unpriced.map(({ what }) => t(`cost.${what}`)).join(t('listSeparator', { ns: 'app' })),
            })
      }
      definition={t('cost.definition')}
      period={period}
      columns={[
        {
          id: 'what',
          header: t('cost.what'),
          isRowHeader: true,
          cell: ({ what }) => t(`cost.${what}`),
          csv: ({ what }) => t(`cost.${what}`),
        },
        numberColumn<CostPart>('quantity', t('cost.quantity'), (part) => part.quantity, number),
        numberColumn<CostPart>(
          'unit',
          t('cost.unit'),
          (part) => part.unitUsd,
          (usd) => dollars(5).format(usd),
          csvDollars(t('cost.unit'), 5),
        ),
        numberColumn<CostPart>(
          'usd',
          t('cost.sum'),
          (part) => part.usd,
          (usd) => dollars(2).format(usd),
          csvDollars(t('cost.sum'), 2),
        ),
        { id: 'from', header: t('cost.from'), cell: ({ from }) => shortDate(from), csv: ({ from }) => from },
        {
          id: 'confidence',
          header: t('cost.confidence'),
          cell: ({ confidence }) => t(`confidence.${confidence}`),
          csv: ({ confidence }) => t(`confidence.${confidence}`),
        },
        {
          id: 'source',
          header: t('cost.source'),
          cell: ({ source }) => <Reference>{source}</Reference>,
          csv: ({ source }) => source,
        },
      ]}
      rows={parts}
      rowId={({ what }) => what}
    />
  );
}
