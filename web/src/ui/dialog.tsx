import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonVariant } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons; the last one is the one that does it. */
  readonly footer?: ReactNode;
  /** Cannot be closed by pressing beside it. */
  readonly isAlert?: boolean;
}

/** A window over the page that holds the focus until it is closed. */
export function Dialog({ title, isOpen, onClose, children, footer, isAlert = false }: DialogProps) {
  const { t } = useTranslation('app');
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal className="dialog-modal">
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <AriaButton className="dialog-close" aria-label={t('close')} onPress={onClose}>
              <X aria-hidden size={20} />
            </AriaButton>
          </div>
          {children}
          {footer !== undefined && <div className="button-row dialog-foot">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmDialogProps extends Omit<DialogProps, 'footer' | 'isAlert'> {
  readonly confirmLabel: string;
  readonly variant?: ButtonVariant;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { confirmLabel, variant = 'primary', isPending = false, onConfirm, ...dialog } = props;
  const { t } = useTranslation('app');
  return (
    <Dialog
      {...dialog}
      isAlert
      footer={
        <>
          <Button onPress={dialog.onClose}>{t('cancel')}</Button>
          <Button variant={variant} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
