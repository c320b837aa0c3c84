import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { StepDialog } from '../review/dialogs/step-dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import type { InsuredRequest } from './request-card.tsx';

interface DecideDialogProps {
  readonly request: InsuredRequest;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The dependant is declared from the day of the request, or from another one. */
export function AcceptDialog({ request, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation('requests');
  const [from, setFrom] = useState('');
  const decide = api.useMutation('post', '/api/console/requests/{requestId}/decision');
  const confirm = (): void =>
    decide.mutate(
      {
        params: { path: { requestId: request.requestId } },
        body: { decision: 'accept', ...(from === '' ? {} : { from }) },
      },
      { onSuccess: onDone },
    );
  return (
    <StepDialog
      title={t('acceptTitle')}
      confirmLabel={t('accept')}
      isReady
      isPending={decide.isPending}
      problem={decide.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextField label={t('from')} hint={t('fromHint')} type="date" value={from} onChange={setFrom} />
    </StepDialog>
  );
}
