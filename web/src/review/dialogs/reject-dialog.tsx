import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RejectionCode } from '../../../../contexts/shared/reasons/schemas.ts';
import { rejectionCodes } from '../../../../contexts/shared/reasons/names.ts';
import { api } from '../../api/client.ts';
import { useMe } from '../../app/use-me.ts';
import { RadioField, TextArea } from '../../ui/fields.tsx';
import { MessagePreview } from '../outcome/message-preview.tsx';
import { usePreview } from '../outcome/use-preview.ts';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

const MOST_CHARACTERS = 500;

/** Rejects a claim for what no rule can see. */
export function RejectDialog({ review, save, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation(['review', 'words']);
  const { roles } = useMe();
  const [code, setCode] = useState<RejectionCode | null>(null);
  const [note, setNote] = useState('');
  const reject = api.useMutation('post', '/api/console/reviews/{claimId}/rejection');
  const message = usePreview(review, code !== null, { rejection: code ?? undefined }).preview?.message;
  const isMedical = roles.includes('medical-controller');
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined || code === null) {
      onClose();
      return;
    }
    const body = { version: now.version, code, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    reject.mutate(
      { params: { path: { claimId: review.claimId } }, body },
      {
        onSuccess: ({ undoUntil }) =>
          onDone({
            message: t(message?.isSent === true ? 'reject.doneTold' : 'reject.done'),
            isOver: true,
            undo: undoUntil === undefined ? undefined : { until: undoUntil, version: now.version + 1 },
          }),
      },
    );
  };
  return (
    <StepDialog
      title={t('reject.title')}
      confirmLabel={t('reject.yes')}
      variant="danger"
      isReady={code !== null}
      isPending={reject.isPending}
      problem={reject.error}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      <RadioField
        label={t('reject.code')}
        choices={rejectionCodes
          .filter((known) => known !== 'MEDICALLY_NOT_JUSTIFIED' || isMedical)
          .map((value) => ({ value, label: t(`words:reason.${value}`) }))}
        value={code}
        onChange={setCode}
      />
      {code !== null && message !== undefined && <MessagePreview message={message} />}
      <TextArea
        label={t('reject.note')}
        hint={t('reject.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={MOST_CHARACTERS}
      />
    </StepDialog>
  );
}
