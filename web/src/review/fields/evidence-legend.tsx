import { useTranslation } from 'react-i18next';
import { reviewEvidence } from '../../../../contexts/review/domain/review-names.ts';

/** What the words beside the values mean; closed at first. Whoever has no mouse has no other way to ask. */
export function EvidenceLegend() {
  const { t } = useTranslation('review');
  return (
    <details className="evidence-legend">
      <summary>{t('whatSpeaks')}</summary>
      <dl>
        {reviewEvidence.map((code) => (
          <div key={code}>
            <dt>{t(`evidence.${code}`)}</dt>
            <dd>{t(`evidenceMeaning.${code}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
