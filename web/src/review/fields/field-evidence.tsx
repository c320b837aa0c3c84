import { Check, MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReviewEvidence } from '../../../../contexts/review/api/review.ts';
import { evidenceToShow } from './evidence-to-show.ts';

interface FieldEvidenceProps {
  readonly id: string;
  readonly evidence: readonly ReviewEvidence[];
}

/**
 * Why the value of a field is believed, in a quiet line: what is doubted of it comes first. The field is described by it, so it
 * has no name of its own: that would be read out instead.
 */
export function FieldEvidence({ id, evidence }: FieldEvidenceProps) {
  const { t } = useTranslation('review');
  const shown = evidenceToShow(evidence);
  return (
    <ul id={id} className="field-evidence">
      {shown.map((code) => (
        <li key={code} title={t(`evidenceMeaning.${code}`)}>
          {code === 'PLACE' ? <MapPin aria-hidden size={14} /> : <Check aria-hidden size={14} />}
          {code === 'PLACE' ? t('onlyByPlace') : t(`evidence.${code}`)}
        </li>
      ))}
    </ul>
  );
}
