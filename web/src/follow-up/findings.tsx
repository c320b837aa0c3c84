import { useTranslation } from 'react-i18next';
import type { ClaimFinding } from '../../../contexts/follow-up/api/follow-up.ts';
import { useReasonWords } from '../review/findings/reason-words.ts';
import type { Tone } from '../ui/states.tsx';
import { Badge } from '../ui/values.tsx';

const tones: Readonly<Record<ClaimFinding['kind'], Tone>> = {
  rejection: 'danger',
  doubt: 'warning',
  missing: 'warning',
  signal: 'info',
};

/** What was found, with the values that explain it. */
export function Findings({ findings }: { readonly findings: readonly ClaimFinding[] }) {
  const { t } = useTranslation('words');
  const words = useReasonWords();
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.code} ${finding.field ?? ''}`}>
          <Badge tone={tones[finding.kind]}>{t(`findingKind.${finding.kind}`)}</Badge>
          <span>
            {words.reason(finding.code)}
            <span className="finding-details">
              {[words.place(finding), ...words.details(finding).map(([name, value]) => `${name} : ${value}`)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
