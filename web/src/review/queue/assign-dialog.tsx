import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/states.tsx';
import { announce } from '../../ui/toast.tsx';
import { Reference } from '../../ui/values.tsx';
import { StepDialog } from '../dialogs/step-dialog.tsx';

interface AssignDialogProps {
  readonly claimIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A supervisor gives claims to a contractor, or takes them back. */
export function AssignDialog({ claimIds, onClose, onDone }: AssignDialogProps) {
  const { t, i18n } = useTranslation('review');
  const [what, setWhat] = useState<'give' | 'take'>('give');
  const [to, setTo] = useState('');
  const assign = api.useMutation('post', '/api/console/assignments');
  const refused = assign.data?.refused ?? [];
  const confirm = (): void =>
    assign.mutate(
      { body: { claimIds: [...claimIds], to: what === 'give' ? to.trim() : null } },
      {
        onSuccess: (result) => {
          if (result.refused.length > 0) return;
          announce(t('assign.done'));
          onDone();
        },
      },
    );
  return (
    <StepDialog
      title={t('assign.title')}
      confirmLabel={t(what === 'give' ? 'assign.yes' : 'assign.takeBack')}
      isReady={what === 'take' || to.trim() !== ''}
      isPending={assign.isPending}
      problem={assign.error}
      onConfirm={confirm}
      onClose={refused.length > 0 ? onDone : onClose}
    >
      <p>{t('assign.selected', { count: claimIds.length })}</p>
      <RadioField
        label={t('assign.what')}
        choices={[
          { value: 'give', label: t('assign.give') },
          { value: 'take', label: t('assign.take') },
        ]}
        value={what}
        onChange={setWhat}
      />
      {what === 'give' && (
        <TextField
          label={t('assign.to')}
          hint={t('assign.hint')}
          value={to}
          onChange={setTo}
          isCode
          isRequired
        />
      )}
      {refused.length > 0 && (
        <Notice tone="warning" title={t('assign.refused')}>
          <ul>
            {refused.map(({ claimId, code }) => (
              <li key={claimId}>
                <Reference>{claimId}</Reference>
                {' : '}
                {i18n.exists(`review:problems.${code}`) ? t(`problems.${code}`) : code}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </StepDialog>
  );
}
