import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { TextArea } from '../../ui/fields.tsx';
import { useReasonWords } from '../findings/reason-words.ts';
import { CheckList } from './check-list.tsx';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';
import { TermsFields } from './terms-fields.tsx';
import { parseTerms, type TermTexts } from './terms.ts';

const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 500;

/** A supervisor sets findings of the rules aside, with a reason, and says what they leave open. */
export function OverrideDialog({ review, save, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('review');
  const words = useReasonWords();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [texts, setTexts] = useState<Readonly<Record<number, TermTexts>>>({});
  const [reason, setReason] = useState('');
  const override = api.useMutation('post', '/api/console/reviews/{claimId}/overrides');
  const items = review.findings.flatMap((finding, index) =>
    finding.kind === 'signal'
      ? []
      : [
          {
            value: index,
            label: [words.reason(finding.code), words.place(finding)]
              .filter((part) => part !== '')
              .join(' · '),
          },
        ],
  );
  const findings = chosen.flatMap((index) => {
    const finding = review.findings[index];
    const terms = finding && parseTerms(finding, texts[index] ?? {});
    if (finding === undefined || terms === undefined) return [];
    const { code, line } = finding;
    return [{ code, ...(line === undefined ? {} : { line }), terms }];
  });
  const isSaid = findings.length === chosen.length;
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined) {
      onClose();
      return;
    }
    override.mutate(
      {
        params: { path: { claimId: review.claimId } },
        body: { version: now.version, findings, reason: reason.trim() },
      },
      { onSuccess: () => onDone({ message: t('override.done'), isOver: false }) },
    );
  };
  return (
    <StepDialog
      title={t('override.title')}
      confirmLabel={t('override.yes')}
      variant="danger"
      isReady={chosen.length > 0 && isSaid && reason.trim().length >= LEAST_CHARACTERS}
      isPending={override.isPending}
      problem={override.error}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      {items.length === 0 ? (
        <p>{t('override.none')}</p>
      ) : (
        <CheckList label={t('override.which')} items={items} chosen={chosen} onChange={setChosen} />
      )}
      {chosen.map((index) => {
        const finding = review.findings[index];
        return finding === undefined ? null : (
          <TermsFields
            key={index}
            finding={finding}
            of={items.find(({ value }) => value === index)?.label ?? ''}
            texts={texts[index] ?? {}}
            onChange={(next) => setTexts({ ...texts, [index]: next })}
          />
        );
      })}
      <TextArea
        label={t('override.reason')}
        hint={t('override.text')}
        value={reason}
        onChange={setReason}
        maxLength={MOST_CHARACTERS}
      />
    </StepDialog>
  );
}
