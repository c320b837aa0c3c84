import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../i18n/formats.ts';

/** The figures that are asked for first. */
export function Headline({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation('figures');
  const { number, percent } = useFormats();
  const share = (value: number | undefined): string => (value === undefined ? '–' : percent(value / 100));
  const days = (count: number | undefined): string => (count === undefined ? '–' : t('dayCount', { count }));
  const { toMoney, targetDays } = figures;
  const files = figures.days.reduce((sum, { filesAccepted }) => sum + filesAccepted, 0);
  const facts: readonly (readonly [string, string])[] = [
    [t('headline.files'), number(files)],
    [t('headline.straightThrough'), share(figures.straightThroughPercent)],
    [t('headline.median'), days(toMoney.medianDays)],
    [t('headline.p95'), days(toMoney.p95Days)],
    [t('headline.withinTarget', { count: targetDays }), share(toMoney.withinTargetPercent)],
    [t('headline.queue'), number(figures.queue.open)],
  ];
  return (
    <dl className="figure-headline">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
