import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { Notice } from '../../ui/states.tsx';
import { OutcomePanel } from '../outcome/outcome-panel.tsx';
import { usePreview } from '../outcome/use-preview.ts';
import type { ReviewDialogProps } from './dialog-props.ts';
import { StepDialog } from './step-dialog.tsx';

interface SubmitDialogProps extends ReviewDialogProps {
  readonly openCount: number;
  /** Fields that two people key are not all keyed; given with the first of them. */
  readonly onIncomplete: (key: string) => void;
}

/** The facts are settled: the rules decide again, or a second person keys. What that leads to is seen before. */
export function SubmitDialog({ review, openCount, save, onClose, onDone, onIncomplete }: SubmitDialogProps) {
  const { t } = useTranslation('review');
  const submit = api.useMutation('post', '/api/console/reviews/{claimId}/submission');
  const shown = usePreview(review, true);
  // What was keyed a moment ago is a part of it.
  const saveFirst = useEffectEvent(() => void save());
  useEffect(() => saveFirst(), []);
  const onConfirm = async (): Promise<void> => {
    const now = await save();
    if (now === undefined) {
      onClose();
      return;
    }
    submit.mutate(
      { params: { path: { claimId: review.claimId } }, body: { version: now.version } },
      {
        onSuccess: ({ result, undoUntil }) =>
          onDone({
            message: t(`submit.done.${result}`),
            isOver: true,
            undo: undoUntil === undefined ? undefined : { until: undoUntil, version: now.version + 1 },
          }),
        onError: (fault) => {
          const { code, faults = [] } = problemOf(fault);
          const first = code === 'KEYING_INCOMPLETE' ? faults[0] : undefined;
          // The API names a field of a line as `field.line`.
          if (first !== undefined) onIncomplete(first.path.replace('.', '@'));
        },
      },
    );
  };
  const isSeen = (shown.preview !== undefined && !shown.isOld) || shown.problem !== null;
  return (
    <StepDialog
      title={t('submit.title')}
      confirmLabel={t('submit.yes')}
      isReady={isSeen}
      isPending={submit.isPending}
      problem={submit.error}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      {openCount > 0 && <Notice tone="warning" title={t('submit.open', { count: openCount })} />}
      <OutcomePanel {...shown} />
      <p>{t('submit.text')}</p>
    </StepDialog>
  );
}
