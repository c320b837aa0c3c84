import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldChange } from '../draft.ts';
import { api } from '../../api/client.ts';
import { TextArea } from '../../ui/fields.tsx';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

const LEAST_CHARACTERS = 5;
const MOST_CHARACTERS = 500;

interface SettleDialogProps extends Omit<ReviewDialogProps, 'save'> {
  /** What the supervisor chose or keyed in the fields. */
  readonly values: readonly FieldChange[];
}

/** Two people keyed different values: the supervisor's stand, with a reason. */
export function SettleDialog({ review, values, onClose, onDone }: SettleDialogProps) {
  const { t } = useTranslation('review');
  const [reason, setReason] = useState('');
  const settle = api.useMutation('post', '/api/console/reviews/{claimId}/settlement');
  const onConfirm = (): void =>
    settle.mutate(
      {
        params: { path: { claimId: review.claimId } },
        body: { version: review.version, values: [...values], reason: reason.trim() },
      },
      { onSuccess: () => onDone({ message: t('settle.done'), isOver: true }) },
    );
  return (
    <StepDialog
      title={t('settle.title')}
      confirmLabel={t('settle.yes')}
      isReady={values.length > 0 && reason.trim().length >= LEAST_CHARACTERS}
      isPending={settle.isPending}
      problem={settle.error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('settle.text')}</p>
      <TextArea label={t('settle.reason')} value={reason} onChange={setReason} maxLength={MOST_CHARACTERS} />
    </StepDialog>
  );
}
