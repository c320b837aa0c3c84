import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentAction } from '../../../contexts/payments/api/payments.ts';
import { api } from '../api/client.ts';
import { useFormats } from '../i18n/formats.ts';
import { StepDialog } from '../review/dialogs/step-dialog.tsx';
import { RadioField, TextArea } from '../ui/fields.tsx';
import { Notice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { Reference } from '../ui/values.tsx';
import { isDangerous, usePaymentWords } from './payment-words.ts';

const LEAST_CHARACTERS = 5;
const MOST_CHARACTERS = 500;

interface SettleDialogProps {
  readonly action: PaymentAction;
  readonly payments: readonly {
    readonly claimId: string;
    readonly version: number;
    readonly amountCentimes: number;
    readonly payeeInpe?: string | undefined;
  }[];
  /** Of which one was paid; left out where there is nothing to choose. */
  readonly orders?: readonly number[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what will happen and who is notified, asks why, and does it. */
export function SettleDialog({ action, payments, orders = [], onClose, onDone }: SettleDialogProps) {
  const { t } = useTranslation('payments');
  const words = usePaymentWords();
  const { money } = useFormats();
  const [reason, setReason] = useState('');
  const [order, setOrder] = useState<string | null>(null);
  const settle = api.useMutation('post', '/api/console/payments/settlements');
  const { refused = [], done = [] } = settle.data ?? {};
  const isOrderAsked = action === 'settle-paid' && orders.length > 1;
  const sum = payments.reduce((total, { amountCentimes }) => total + amountCentimes, 0);
  const confirm = (): void =>
    settle.mutate(
      {
        body: {
          action,
          payments: payments.map(({ claimId, version }) => ({ claimId, version })),
          reason: reason.trim(),
          ...(isOrderAsked && order !== null && { order: Number(order) }),
        },
      },
      {
        onSuccess: (result) => {
          if (result.refused.length > 0) return;
          announce(t(`action.${action}.done`, { count: result.done.length }));
          onDone();
        },
      },
    );
  return (
    <StepDialog
      title={t(`action.${action}.name`)}
      confirmLabel={t(`action.${action}.yes`)}
      variant={isDangerous(action) ? 'danger' : 'primary'}
      isReady={
        reason.trim().length >= LEAST_CHARACTERS && (!isOrderAsked || order !== null) && refused.length === 0
      }
      isPending={settle.isPending}
      problem={settle.error}
      area="payments"
      onConfirm={confirm}
      onClose={refused.length > 0 ? onDone : onClose}
    >
      <p>
        <strong>{t('concerned', { count: payments.length, sum: money(sum) })}</strong>
      </p>
      <p>{t(`action.${action}.does`)}</p>
      <p>{t(`action.${action}.tells`)}</p>
      {payments.some(({ payeeInpe }) => payeeInpe !== undefined) && <p>{t('establishmentNotTold')}</p>}
      {isOrderAsked && (
        <RadioField
          label={t('whichOrder')}
          hint={t('whichOrderHint')}
          choices={orders.map((one) => ({ value: String(one), label: t('orderNumber', { number: one }) }))}
          value={order}
          onChange={setOrder}
        />
      )}
      <TextArea
        label={t('reasonLabel')}
        hint={t('reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={MOST_CHARACTERS}
        isRequired
      />
      {refused.length > 0 && done.length > 0 && (
        <Notice tone="success" title={t(`action.${action}.done`, { count: done.length })} />
      )}
      {refused.length > 0 && (
        <Notice tone="warning" title={t('notDone')}>
          <ul>
            {refused.map(({ claimId, code }) => (
              <li key={claimId}>
                <Reference>{claimId}</Reference>
                {' : '}
                {words.whyNot(code)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </StepDialog>
  );
}
