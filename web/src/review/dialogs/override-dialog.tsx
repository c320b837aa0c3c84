import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { TextArea } from '../../ui/fields.tsx';
import { useReasonWords } from '../findings/reason-words.ts';
import { CheckList } from './check-list.tsx';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 500;

/** A supervisor sets findings of the rules aside, with a reason. */
export function OverrideDialog({ review, save, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('review');
  const words = useReasonWords();
  const [chosen, setChosen] = useState<readonly number[]>([]);
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
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined) {
      onClose();
      return;
    }
    const findings = chosen.flatMap((index) => {
      const finding = review.findings[index];
      if (finding === undefined) return [];
      return [{ code: finding.code, ...(finding.line === undefined ? {} : { line: finding.line }) }];
    });
    override.mutate(
      {
        params: { path: { claimId: review.claimId } },
        body: { version: now.version, findings, reason: reason.trim() },
      },
      { onSuccess: () => onDone(t('override.done'), false) },
    );
  };
  return (
    <StepDialog
      title={t('override.title')}
      confirmLabel={t('override.yes')}
      variant="danger"
      isReady={chosen.length > 0 && reason.trim().length >= LEAST_CHARACTERS}
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
