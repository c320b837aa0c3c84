import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RejectionCode } from '../../../../contexts/shared/reasons/schemas.ts';
import { rejectionCodes } from '../../../../contexts/shared/reasons/names.ts';
import { client } from '../../api/client.ts';
import { RadioField } from '../../ui/fields.tsx';
import { Reference } from '../../ui/values.tsx';
import { StepDialog } from '../dialogs/step-dialog.tsx';

interface RejectManyDialogProps {
  readonly claimIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Takes and rejects one claim. @returns whether it was done: somebody may work on it, or have finished it */
async function reject(claimId: string, code: RejectionCode): Promise<boolean> {
  const params = { path: { claimId } };
  const { data: held } = await client.POST('/api/console/reviews/{claimId}/hold', { params });
  if (held === undefined) return false;
  const body = { version: held.version, code };
  const { response } = await client.POST('/api/console/reviews/{claimId}/rejection', { params, body });
  return response.ok;
}

/** Rejects several claims with the same doubt for the same reason, each by itself. */
export function RejectManyDialog({ claimIds, onClose, onDone }: RejectManyDialogProps) {
  const { t } = useTranslation(['review', 'words']);
  const [code, setCode] = useState<RejectionCode | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const rejecting = useMutation({
    mutationFn: async (chosen: RejectionCode) => {
      const notDone: string[] = [];
      // One after the other: each is a decision of its own, and none waits for the others to be undone.
      for (const claimId of claimIds) if (!(await reject(claimId, chosen))) notDone.push(claimId);
      return notDone;
    },
    onSuccess: (notDone) => (notDone.length === 0 ? onDone() : setLeft(notDone)),
  });
  return (
    <StepDialog
      title={t('rejectMany.title', { count: claimIds.length })}
      confirmLabel={t('reject.yes')}
      variant="danger"
      isReady={code !== null && left.length === 0}
      isPending={rejecting.isPending}
      problem={rejecting.error}
      onConfirm={() => code !== null && rejecting.mutate(code)}
      onClose={left.length === 0 ? onClose : onDone}
    >
      <RadioField
        label={t('reject.code')}
        choices={rejectionCodes
          .filter((known) => known !== 'MEDICALLY_NOT_JUSTIFIED')
          .map((value) => ({ value, label: t(`words:reason.${value}`) }))}
        value={code}
        onChange={setCode}
      />
      <p>{t('rejectMany.text')}</p>
      {left.length > 0 && (
        <div role="alert">
          <p>{t('rejectMany.left')}</p>
          <ul>
            {left.map((claimId) => (
              <li key={claimId}>
                <Reference>{claimId}</Reference>
              </li>
            ))}
          </ul>
        </div>
      )}
    </StepDialog>
  );
}
