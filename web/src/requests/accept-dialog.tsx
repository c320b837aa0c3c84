import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { StepDialog } from '../review/dialogs/step-dialog.tsx';
import { Checkbox, RadioField, TextField } from '../ui/fields.tsx';
import type { InsuredRequest } from './request-card.tsx';

const NEW = 'new';

interface DecideDialogProps {
  readonly request: InsuredRequest;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/**
 * The dependant is declared from the day of the request, or from another one, or is declared already and gets what a document
 * proves: studies until a day, or an inability to work.
 */
export function AcceptDialog({ request, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation('requests');
  const [from, setFrom] = useState('');
  const [member, setMember] = useState(NEW);
  const [studiesFrom, setStudiesFrom] = useState('');
  const [studiesTo, setStudiesTo] = useState('');
  const [isDisabled, setIsDisabled] = useState(false);
  const [disabledTo, setDisabledTo] = useState('');
  const has = (kind: string): boolean =>
    request.link === 'child' && request.documents.some((document) => document.kind === kind);
  const hasStudies = studiesFrom !== '' && studiesTo !== '';
  const isHalf = (studiesFrom === '') !== (studiesTo === '') || studiesFrom > studiesTo;
  const decide = api.useMutation('post', '/api/console/requests/{requestId}/decision');
  const confirm = (): void =>
    decide.mutate(
      {
        params: { path: { requestId: request.requestId } },
        body: {
          decision: 'accept',
          ...(from !== '' && { from }),
          ...(member !== NEW && { dependantId: member }),
          ...(hasStudies && { studies: { from: studiesFrom, to: studiesTo } }),
          ...(isDisabled && { disabled: true, ...(disabledTo !== '' && { disabledTo }) }),
        },
      },
      { onSuccess: onDone },
    );
  return (
    <StepDialog
      title={t('acceptTitle')}
      confirmLabel={t('accept')}
      isReady={!isHalf && (member === NEW || hasStudies || isDisabled)}
      isPending={decide.isPending}
      problem={decide.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <RadioField
        label={t('member')}
        choices={[
          { value: NEW, label: t('newMember') },
          ...request.declared.map(({ dependantId, name }) => ({ value: dependantId, label: name })),
        ]}
        value={member}
        onChange={setMember}
      />
      {member === NEW && (
        <TextField label={t('from')} hint={t('fromHint')} type="date" value={from} onChange={setFrom} />
      )}
      {has('SCHOOL_CERTIFICATE') && (
        <>
          <TextField label={t('studiesFrom')} type="date" value={studiesFrom} onChange={setStudiesFrom} />
          <TextField label={t('studiesTo')} type="date" value={studiesTo} onChange={setStudiesTo} />
        </>
      )}
      {has('DISABILITY_CERTIFICATE') && (
        <Checkbox isSelected={isDisabled} onChange={setIsDisabled}>
          {t('disabled')}
        </Checkbox>
      )}
      {isDisabled && (
        <TextField
          label={t('disabledTo')}
          hint={t('disabledToHint')}
          type="date"
          value={disabledTo}
          onChange={setDisabledTo}
        />
      )}
    </StepDialog>
  );
}
