import type { ReactNode } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/states.tsx';

interface StepDialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly variant?: ButtonVariant;
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly problem: unknown;
  /** Whose words say what went wrong. */
  readonly area?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window in which a step of a review is prepared and done; Enter in a line of text and Ctrl+Enter anywhere do it. */
export function StepDialog(props: StepDialogProps) {
  const { title, confirmLabel, variant = 'primary', isReady, isPending, problem, onConfirm, onClose } = props;
  const { area = 'review' } = props;
  const { t } = useTranslation('review');
  const confirm = (): void => {
    if (isReady && !isPending) onConfirm();
  };
  // A key that is still held from opening the window does not do it.
  useHotkeys(
    'ctrl+enter',
    ({ repeat }) => !repeat && confirm(),
    { preventDefault: true, enableOnFormTags: true },
    [confirm],
  );
  return (
    <Dialog
      title={title}
      isOpen
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant={variant} isDisabled={!isReady} isPending={isPending} onPress={confirm}>
            {confirmLabel} <kbd>Ctrl+Enter</kbd>
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        {props.children}
        {problem !== null && problem !== undefined && <ProblemNotice problem={problem} area={area} />}
      </form>
    </Dialog>
  );
}
