import { useTranslation } from 'react-i18next';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import type { Tone } from '../../ui/states.tsx';
import { Badge } from '../../ui/values.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useReasonWords } from '../findings/reason-words.ts';
import { fieldKey } from '../field-order.ts';
import { digitOf } from '../keyboard.ts';
import { MedicineProposals } from '../medicines/medicine-proposals.tsx';
import { useMedicineChoices } from '../medicines/use-medicine-choices.ts';
import { rowId } from '../work/focus-field.ts';
import { useWork } from '../work/review-work.ts';
import { FieldAlternatives } from './field-alternatives.tsx';
import { FieldEvidence } from './field-evidence.tsx';
import { ChoiceInput, TextInput } from './field-input.tsx';

const tones: Readonly<Record<ReviewField['status'], Tone>> = {
  doubtful: 'warning',
  missing: 'neutral',
  read: 'info',
  confirmed: 'success',
  corrected: 'success',
};

interface FieldRowProps {
  readonly field: ReviewField;
  /** Says the line of the act in its name: among the fields to check, where lines are mixed. */
  readonly namesLine: boolean;
}

/** One field: what stands there, what is doubted of it, and what it could be instead. */
export function FieldRow({ field, namesLine }: FieldRowProps) {
  const { t } = useTranslation(['review', 'words']);
  const { percent } = useFormats();
  const reasons = useReasonWords();
  const work = useWork();
  const medicines = useMedicineChoices(field);
  const key = fieldKey(field);
  const { value, status, evidence } = work.stateOf(field);
  const isKeyed = field.isBlind && (status === 'corrected' || status === 'confirmed');
  const name =
    field.line !== undefined && (field.field === 'pharmacyInpe' || field.field === 'dispensedOn')
      ? t(`ownSale.${field.field}`)
      : t(`words:field.${field.field}`);
  const label =
    namesLine && field.line !== undefined ? `${name} · ${t('words:line', { number: field.line + 1 })}` : name;
  const fault = work.faultOf(key);
  const areDoubtsShown = field.doubts.length > 0 && (status === 'doubtful' || status === 'missing');
  const ids = { doubts: `${rowId(key)}-doubts`, evidence: `${rowId(key)}-evidence` };
  const describedBy = [areDoubtsShown && ids.doubts, evidence.length > 0 && ids.evidence]
    .filter((id) => id !== false)
    .join(' ');

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const place = event.altKey ? (digitOf(event.code) ?? 0) - 1 : -1;
    const medicine = medicines.choices[place]?.medicine.code;
    const alternative = medicine === undefined ? field.alternatives[place] : { value: medicine };
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const done = ((): boolean => {
      if (alternative !== undefined && work.canChange(field)) {
        work.acceptValue(key, alternative.value);
        return true;
      }
      if (!isPlain) return false;
      switch (event.key) {
        case 'ArrowDown':
          work.step(key, 1);
          return true;
        case 'ArrowUp':
          work.step(key, -1);
          return true;
        case 'Enter':
          if (work.canChange(field)) work.acceptTyped(key);
          return true;
        case 'Escape':
          work.putBack(key);
          return true;
        case 'F4':
          if (work.canChange(field)) work.acceptValue(key, null);
          return true;
        default:
          return false;
      }
    })();
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      id={rowId(key)}
      className={`field-row ${status}${work.active === key ? ' active' : ''}`}
      onKeyDownCapture={onKeyDown}
      onFocus={() => work.enter(key)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) work.leave(key);
      }}
    >
      {field.kind === 'choice' ? (
        <ChoiceInput field={field} label={label} describedBy={describedBy} />
      ) : (
        <TextInput
          field={field}
          label={label}
          describedBy={describedBy}
          error={fault && t(`fault.${fault}`)}
        />
      )}
      <div className="field-state">
        <Badge tone={isKeyed ? 'success' : field.isBlind ? 'warning' : tones[status]}>
          {isKeyed ? t('keyed') : field.isBlind ? t('blind') : t(`status.${status}`)}
        </Badge>
        {field.isKeyedTwice && <Badge tone="info">{t('keyedTwice')}</Badge>}
        {!field.isBlind && field.confidencePercent !== undefined && status === 'doubtful' && (
          <span className="field-confidence">
            {t('confidence', { percent: percent(field.confidencePercent / 100) })}
          </span>
        )}
        {value === null && (status === 'confirmed' || status === 'corrected') && (
          <span className="field-confidence">{t('noneKeyed')}</span>
        )}
      </div>
      {areDoubtsShown && (
        <ul id={ids.doubts} className="field-doubts">
          {field.doubts.map((doubt) => (
            <li key={doubt}>{reasons.doubt(doubt)}</li>
          ))}
        </ul>
      )}
      {evidence.length > 0 && <FieldEvidence id={ids.evidence} evidence={evidence} />}
      {!field.isBlind && field.readText !== undefined && status !== 'confirmed' && (
        <p className="field-read">
          {t('readAs', { text: '' })} <bdi>{field.readText}</bdi>
        </p>
      )}
      {field.field === 'medicineCode' && <MedicineProposals field={field} found={medicines} />}
      {work.canChange(field) && field.alternatives.length > 0 && <FieldAlternatives field={field} />}
    </div>
  );
}
