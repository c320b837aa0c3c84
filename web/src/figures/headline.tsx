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
  const facts: readonly (readonly [name: string, value: string, meaning: string])[] = [
    [t('headline.files'), number(files), t('meaning.files')],
    [t('headline.straightThrough'), share(figures.straightThroughPercent), t('meaning.straightThrough')],
    [t('headline.median'), days(toMoney.medianDays), t('meaning.median')],
    [t('headline.p95'), days(toMoney.p95Days), t('meaning.p95')],
    [
      t('headline.withinTarget', { count: targetDays }),
      share(toMoney.withinTargetPercent),
      t('meaning.withinTarget'),
    ],
    [t('headline.queue'), number(figures.queue.open), t('meaning.queue')],
  ];
  return (
    <dl className="figure-headline">
      {facts.map(([name, value, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
          <dd className="figure-meaning">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
