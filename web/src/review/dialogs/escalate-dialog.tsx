import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { TextArea } from '../../ui/fields.tsx';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

const MOST_CHARACTERS = 500;

/** Passes a claim on to supervisors, with what was done so far. */
export function EscalateDialog({ review, save, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('review');
  const [note, setNote] = useState('');
  const escalate = api.useMutation('post', '/api/console/reviews/{claimId}/escalation');
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined) {
      onClose();
      return;
    }
    const body = { version: now.version, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    escalate.mutate(
      { params: { path: { claimId: review.claimId } }, body },
      { onSuccess: () => onDone({ message: t('escalate.done'), isOver: true }) },
    );
  };
  return (
    <StepDialog
      title={t('escalate.title')}
      confirmLabel={t('escalate.yes')}
      isReady
      isPending={escalate.isPending}
      problem={escalate.error}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      <p>{t('escalate.text')}</p>
      <TextArea
        label={t('escalate.note')}
        hint={t('reject.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={MOST_CHARACTERS}
      />
    </StepDialog>
  );
}
