import { useTranslation } from 'react-i18next';
import type { UsedRule } from '../../../contexts/follow-up/api/follow-up.ts';
import { useFormats } from '../i18n/formats.ts';
import { Reference } from '../ui/values.tsx';

/** The dated rules of a line, with where each comes from; closed at first. */
export function UsedRules({ rules }: { readonly rules: readonly UsedRule[] }) {
  const { t } = useTranslation('follow-up');
  const { shortDate } = useFormats();
  const period = ({ validFrom, validTo }: UsedRule): string => {
    const from = validFrom && shortDate(validFrom);
    const to = validTo && shortDate(validTo);
    if (from && to) return t('rule.fromTo', { from, to });
    if (from) return t('rule.since', { from });
    return to ? t('rule.until', { to }) : t('rule.always');
  };
  return (
    <details className="used-rules">
      <summary>{t('rule.title')}</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <strong>{t([`rule.subject.${rule.subject}`, 'rule.subject.unknown'])}</strong>{' '}
            <Reference>{rule.id}</Reference>
            {rule.confidence !== undefined && (
              <p>
                {period(rule)} · {t(`rule.confidence.${rule.confidence}`)}
              </p>
            )}
            {rule.sources.map(({ key, text }) => (
              <p key={key} className="rule-source">
                <bdi>{text}</bdi>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
