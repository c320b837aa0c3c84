import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../contexts/review/api/review.ts';
import type { Tone } from '../../ui/states.tsx';
import { Badge } from '../../ui/values.tsx';
import { useReasonWords } from './reason-words.ts';

type Finding = Review['findings'][number];

export const findingTones: Readonly<Record<Finding['kind'], Tone>> = {
  rejection: 'danger',
  doubt: 'warning',
  missing: 'warning',
  signal: 'info',
};

/** Why the rules sent the claim to a person, with the values that explain it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation(['review', 'words']);
  const words = useReasonWords();
  return (
    <section className="field-section">
      <div className="field-section-head">
        <h2>{t('findings')}</h2>
      </div>
      {findings.length === 0 && <p>{t('noFindings')}</p>}
      <ul className="finding-list">
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.code} ${finding.field ?? ''} ${finding.line ?? ''}`}>
            <Badge tone={findingTones[finding.kind]}>{t(`words:findingKind.${finding.kind}`)}</Badge>
            <span>
              <strong>{words.reason(finding.code)}</strong>{' '}
              <span className="field-confidence">
                {[
                  words.place(finding),
                  ...words.details(finding).map(([name, value]) => `${name} : ${value}`),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
