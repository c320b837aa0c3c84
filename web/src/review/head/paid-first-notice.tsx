import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Notice } from '../../ui/states.tsx';

/** What was paid while other lines waited, and when; the lines say so themselves. */
export function PaidFirstNotice({ paid }: { readonly paid: NonNullable<Review['paidFirst']> }) {
  const { t } = useTranslation(['review', 'follow-up']);
  const { money, date } = useFormats();
  const { amountCentimes, since } = paid;
  const state = t(`follow-up:paymentState.${paid.state}`);
  return (
    <Notice tone="success" title={t('paidFirst.title', { amount: money(amountCentimes) })}>
      <p>
        {since === undefined
          ? t('paidFirst.stateNow', { state })
          : t('paidFirst.stateSince', { state, date: date(since) })}
      </p>
      <p>{t('paidFirst.text')}</p>
    </Notice>
  );
}
