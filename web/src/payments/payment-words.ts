import { useTranslation } from 'react-i18next';
import type { PaymentAction, PaymentQueue, WaitingPayment } from '../../../contexts/payments/api/payments.ts';

interface Reason {
  readonly text: string;
  /** The bank's own code, beside the words. */
  readonly code?: string;
}

/** Words for why a payment waits; a code of the bank is said by whose fault it is, with the code beside it. */
export function usePaymentWords() {
  const { t, i18n } = useTranslation('payments');
  const known = (key: string, otherwise: string): string =>
    i18n.exists(`payments:${key}`) ? t(key) : otherwise;
  return {
    reason: ({ reason, cause }: Pick<WaitingPayment, 'reason' | 'cause'>): Reason => {
      if (
        cause !== undefined &&
        i18n.exists(`payments:cause.${cause}`) &&
        !i18n.exists(`payments:reason.${reason}`)
      )
        return { text: t(`cause.${cause}`), code: reason };
      return { text: known(`reason.${reason}`, reason) };
    },
    /** A code of the bank, or what cannot be true. */
    code: (code: string): string => known(`reason.${code}`, code),
    /** How long ago an instant was. */
    age: (iso: string): string => {
      const count = daysSince(iso);
      return count === 0 ? t('today') : t('days', { count });
    },
    /** Why something cannot be done, and what to do instead. */
    whyNot: (code: string): string => known(`whyNot.${code}`, code),
  };
}

/** Whole days since an instant. */
function daysSince(iso: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(iso)) / 86_400_000));
}

/** What is not undone by doing something else. */
export const isDangerous = (action: PaymentAction): boolean =>
  action === 'settle-not-paid' || action === 'ask-account' || action === 'close-after-death';

/** What is done about several payments of a queue at once; disputed ones are looked at one by one. */
export const bulkActions = {
  disputed: [],
  refused: ['order-again', 'ask-account'],
  held: ['look-again'],
} as const satisfies Readonly<Record<PaymentQueue, readonly string[]>>;
