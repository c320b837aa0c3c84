import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { api } from '../api/client.ts';
import { StepDialog } from '../review/dialogs/step-dialog.tsx';
import { RadioField } from '../ui/fields.tsx';
import type { InsuredRequest } from './request-card.tsx';

type Refusal = Extract<components['schemas']['DecideRequest'], { decision: 'refuse' }>['refusal'];

const refusals = [
  'DOCUMENT_ILLEGIBLE',
  'DOCUMENT_DOES_NOT_PROVE_IT',
  'ALREADY_DECLARED',
  'DECLARED_UNDER_ANOTHER',
  'CONDITIONS_NOT_MET',
] as const satisfies readonly Refusal[];

interface DecideDialogProps {
  readonly request: InsuredRequest;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The request is refused, for one of the reasons of which the insured is notified. */
export function RefuseDialog({ request, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation('requests');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const decide = api.useMutation('post', '/api/console/requests/{requestId}/decision');
  const confirm = (): void => {
    if (refusal === null) return;
    decide.mutate(
      { params: { path: { requestId: request.requestId } }, body: { decision: 'refuse', refusal } },
      { onSuccess: onDone },
    );
  };
  return (
    <StepDialog
      title={t('refuseTitle')}
      confirmLabel={t('refuse')}
      variant="danger"
      isReady={refusal !== null}
      isPending={decide.isPending}
      problem={decide.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <RadioField
        label={t('refusal')}
        choices={refusals.map((value) => ({ value, label: t(`refusals.${value}`) }))}
        value={refusal}
        onChange={setRefusal}
      />
    </StepDialog>
  );
}
