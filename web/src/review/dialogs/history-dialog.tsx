import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../contexts/review/api/review.ts';
import type { ReviewChange } from '../../../../contexts/review/records/review-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Moment, Reference } from '../../ui/values.tsx';
import { useReasonWords } from '../findings/reason-words.ts';
import { formatFieldValue, type FieldKind, type FieldValue } from '../values/field-value.ts';

interface HistoryDialogProps {
  readonly review: Review;
  readonly onClose: () => void;
}

/** Who did what, when, and what stood there before and after. */
export function HistoryDialog({ review, onClose }: HistoryDialogProps) {
  const { t } = useTranslation(['review', 'words']);
  const words = useReasonWords();
  const kinds = new Map<string, FieldKind>(review.fields.map(({ field, kind }) => [field, kind]));
  const shown = ({ field }: ReviewChange, value: FieldValue | undefined): string =>
    value === undefined ? '' : formatFieldValue(kinds.get(field ?? '') ?? 'text', value);
  const codeOf = ({ what }: ReviewChange, code: string): string => {
    if (what === 'document-received') return code;
    const isDocument = what === 'document-requested' || what === 'document-sent';
    return isDocument ? t(`words:document.${code}`) : words.reason(code);
  };
  const subject = (change: ReviewChange): string =>
    [
      t(`history.${change.what}`),
      ...(change.field === undefined ? [] : [t(`words:field.${change.field}`)]),
      ...(change.line === undefined ? [] : [t('words:line', { number: change.line + 1 })]),
      ...(change.code === undefined ? [] : [codeOf(change, change.code)]),
    ].join(' · ');
  return (
    <Dialog title={t('history.title')} isOpen onClose={onClose}>
      {review.history.length === 0 ? (
        <p>{t('history.none')}</p>
      ) : (
        <ol className="history">
          {review.history.toReversed().map((change, index) => (
            <li key={`${change.at} ${index}`}>
              <p className="field-confidence">
                <Moment iso={change.at} /> ·{' '}
                {change.what === 'document-sent' ? t('history.insured') : <Reference>{change.by}</Reference>}
              </p>
              <p>
                <strong>{subject(change)}</strong>
              </p>
              {(change.before !== undefined || change.after !== undefined) && (
                <p>
                  <del>
                    <bdi>{shown(change, change.before) || '—'}</bdi>
                  </del>{' '}
                  <span className="visually-hidden">{t('history.after')}</span>
                  <ins>
                    <bdi>{shown(change, change.after) || '—'}</bdi>
                  </ins>
                </p>
              )}
              {change.reason !== undefined && <p dir="auto">{change.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
