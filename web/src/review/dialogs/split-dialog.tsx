import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { CheckList } from './check-list.tsx';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

/** Makes a claim of its own of some pages. */
export function SplitDialog({ review, save, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation(['review', 'words']);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const split = api.useMutation('post', '/api/console/reviews/{claimId}/split');
  // A page that the OCR made no form of may be one all the same.
  const pages = review.pages.filter(({ isOfClaim, role }) => isOfClaim || role !== 'care-form');
  const isEmptied = pages.every(({ page, isOfClaim }) => !isOfClaim || chosen.includes(page));
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined) {
      onClose();
      return;
    }
    split.mutate(
      { params: { path: { claimId: review.claimId } }, body: { version: now.version, pages: [...chosen] } },
      { onSuccess: () => onDone({ message: t('split.done'), isOver: false }) },
    );
  };
  return (
    <StepDialog
      title={t('split.title')}
      confirmLabel={t('split.yes')}
      isReady={chosen.length > 0 && !isEmptied}
      isPending={split.isPending}
      problem={split.error}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      {pages.length < 2 ? (
        <p>{t('split.onePage')}</p>
      ) : (
        <>
          <CheckList
            label={t('split.which')}
            items={pages.map(({ page, role }) => ({
              value: page,
              label: t('split.page', { page, role: t(`words:pageRole.${role}`) }),
            }))}
            chosen={chosen}
            onChange={setChosen}
          />
          <p>{t('split.text')}</p>
        </>
      )}
    </StepDialog>
  );
}
