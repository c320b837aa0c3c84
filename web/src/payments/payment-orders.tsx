import { useTranslation } from 'react-i18next';
import type { PaymentOrder, PaymentView } from '../../../contexts/payments/api/payments.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import type { Tone } from '../ui/states.tsx';
import { Badge, Money, Reference } from '../ui/values.tsx';

const tones: Readonly<Record<PaymentOrder['state'], Tone>> = {
  open: 'info',
  settled: 'success',
  returned: 'warning',
  refused: 'warning',
  disputed: 'danger',
};

/** Every order that left for the claim, as the bank knows it. */
export function PaymentOrders({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation('payments');
  const columns: readonly Column<PaymentOrder>[] = [
    {
      id: 'order',
      header: t('order'),
      isRowHeader: true,
      cell: ({ order }) => t('orderNumber', { number: order }),
    },
    { id: 'payment', header: t('paymentId'), cell: ({ paymentId }) => <Reference>{paymentId}</Reference> },
    {
      id: 'remittance',
      header: t('remittance'),
      cell: ({ remittanceId }) => (remittanceId === undefined ? '—' : <Reference>{remittanceId}</Reference>),
    },
    {
      id: 'account',
      header: t('account'),
      cell: ({ account }) => (account === undefined ? '—' : <Reference>{account}</Reference>),
    },
    { id: 'amount', header: t('amount'), align: 'end', cell: () => <Money centimes={view.amountCentimes} /> },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`orderState.${state}`)}</Badge>,
    },
  ];
  return (
    <Section title={t('orders')}>
      {view.orders.length === 0 ? (
        <p>{t('noOrders')}</p>
      ) : (
        <DataTable
          caption={t('orders')}
          isCaptionHidden
          columns={columns}
          rows={view.orders}
          rowId={({ paymentId }) => paymentId}
        />
      )}
    </Section>
  );
}
