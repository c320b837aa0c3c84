import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '../../../../contexts/shared/reasons/schemas.ts';
import { documentKinds } from '../../../../contexts/shared/reasons/names.ts';
import { api } from '../../api/client.ts';
import { RadioField } from '../../ui/fields.tsx';
import { CheckList } from './check-list.tsx';
import { MessagePreview } from '../outcome/message-preview.tsx';
import { usePreview } from '../outcome/use-preview.ts';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

/** Asks the sender for what is missing; the clock stands still until it has come. */
export function DocumentDialog({ review, save, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation(['review', 'words']);
  const [documents, setDocuments] = useState<readonly DocumentKind[]>([]);
  const [via, setVia] = useState<'sms' | 'agency'>('sms');
  const isBySms = via === 'sms';
  const { preview, isOld } = usePreview(review, documents.length > 0 && isBySms, { documents });
  const message = documents.length > 0 && isBySms ? preview?.message : undefined;
  const request = api.useMutation('post', '/api/console/reviews/{claimId}/document-request');
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined) {
      onClose();
      return;
    }
    request.mutate(
      {
        params: { path: { claimId: review.claimId } },
        body: { version: now.version, documents: [...documents], via },
      },
      { onSuccess: () => onDone({ message: t('document.done'), isOver: true }) },
    );
  };
  return (
    <StepDialog
      title={t('document.title')}
      confirmLabel={t('document.yes')}
      isReady={documents.length > 0 && (!isBySms || (message?.isSent === true && !isOld))}
      isPending={request.isPending}
      problem={request.error}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      <CheckList
        label={t('document.which')}
        items={documentKinds.map((value) => ({ value, label: t(`words:document.${value}`) }))}
        chosen={documents}
        onChange={setDocuments}
      />
      <RadioField
        label={t('document.via')}
        choices={[
          { value: 'sms', label: t('document.sms') },
          { value: 'agency', label: t('document.agency') },
        ]}
        value={via}
        onChange={setVia}
      />
      {message !== undefined && <MessagePreview message={message} />}
      {message?.isSent === false && <p>{t('document.askAtAgency')}</p>}
      <p>{t('document.text')}</p>
    </StepDialog>
  );
}
