import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayUse } from '../../../contexts/shared/access/access.ts';
import type { ClaimView } from '../../../contexts/follow-up/api/follow-up.ts';
import { api } from '../api/client.ts';
import { useMe } from '../app/use-me.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';

const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 500;

/** Has people look again at a claim of which nothing was paid, with a reason; nothing where that is not for this reader. */
export function ReopenClaim({ claim: { claimId, state } }: Pick<ClaimView, 'claim'>) {
  const { t } = useTranslation('follow-up');
  const { roles } = useMe();
  const [isOpen, setOpen] = useState(false);
  const mayReopen =
    mayUse('reopenClaim', roles) &&
    (state === 'INCOMPLETE' || (state === 'REJECTED' && roles.includes('supervisor')));
  if (!mayReopen) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('reopen.action')}</Button>
      {isOpen && (
        <ReopenDialog claimId={claimId} isRejected={state === 'REJECTED'} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface ReopenDialogProps {
  readonly claimId: string;
  readonly isRejected: boolean;
  readonly onClose: () => void;
}

function ReopenDialog({ claimId, isRejected, onClose }: ReopenDialogProps) {
  const { t } = useTranslation('follow-up');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const reopen = api.useMutation('post', '/api/console/claims/{claimId}/reopening');
  const onConfirm = (): void =>
    reopen.mutate(
      { params: { path: { claimId } }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(t('reopen.done'));
          onClose();
          void queries.invalidateQueries();
        },
      },
    );
  return (
    <Dialog
      title={t('reopen.title')}
      isOpen
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('reopen.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim().length < LEAST_CHARACTERS}
            isPending={reopen.isPending}
            onPress={onConfirm}
          >
            {t('reopen.yes')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t(isRejected ? 'reopen.textRejected' : 'reopen.text')}</p>
        <TextArea
          label={t('reopen.reason')}
          hint={t('reopen.hint')}
          value={reason}
          onChange={setReason}
          maxLength={MOST_CHARACTERS}
        />
        {reopen.error !== null && <ProblemNotice problem={reopen.error} area="follow-up" />}
      </div>
    </Dialog>
  );
}
