import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WaitingPayment } from '../../../contexts/payments/api/payments.ts';
import { MOST_SETTLED } from '../../../contexts/payments/api/payment-limits.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Checkbox } from '../ui/fields.tsx';
import { Day, Money, Reference } from '../ui/values.tsx';
import { usePaymentWords } from './payment-words.ts';

interface PaymentsTableProps {
  readonly payments: readonly WaitingPayment[];
  /** Payments chosen to do something about them all; undefined where nothing is. */
  readonly chosen: readonly string[] | undefined;
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Why each payment waits, since when, and how much it is; each leads to its page. */
export function PaymentsTable({ payments, chosen, onChoose }: PaymentsTableProps) {
  const { t } = useTranslation('payments');
  const words = usePaymentWords();
  const isFull = (chosen?.length ?? 0) >= MOST_SETTLED;
  const choice: Column<WaitingPayment> = {
    id: 'choice',
    header: t('choose'),
    cell: ({ claimId }) => {
      const isChosen = chosen?.includes(claimId) ?? false;
      return (
        <Checkbox
          isSelected={isChosen}
          isDisabled={isFull && !isChosen}
          onChange={(isSelected) =>
            onChoose(
              isSelected ? [...(chosen ?? []), claimId] : (chosen ?? []).filter((other) => other !== claimId),
            )
          }
        >
          <span className="visually-hidden">{t('chooseOne', { claim: claimId })}</span>
        </Checkbox>
      );
    },
  };
  const columns: readonly Column<WaitingPayment>[] = [
    ...(chosen === undefined ? [] : [choice]),
    {
      id: 'claim',
      header: t('claim'),
      isRowHeader: true,
      cell: ({ claimId, isOfRest, payeeInpe }) => (
        <>
          <Link to="/console/payments/$claimId" params={{ claimId }}>
            <Reference>{claimId}</Reference>
          </Link>
          {isOfRest && <p className="payments-note">{t('ofRest')}</p>}
          {payeeInpe !== undefined && (
            <p className="payments-note">{t('establishment', { inpe: payeeInpe })}</p>
          )}
        </>
      ),
    },
    {
      id: 'reason',
      header: t('why'),
      cell: (payment) => {
        const { text, code } = words.reason(payment);
        return (
          <>
            {text}
            {code !== undefined && (
              <>
                {' '}
                <Reference>{code}</Reference>
              </>
            )}
            {payment.settledBy !== undefined && (
              <p className="payments-note">
                {payment.saidAfterDeath === undefined
                  ? t('settledBy', { by: payment.settledBy })
                  : t(`firstWord.${payment.saidAfterDeath}`, { by: payment.settledBy })}
              </p>
            )}
          </>
        );
      },
    },
    {
      id: 'since',
      header: t('since'),
      cell: ({ since }) =>
        since === undefined ? (
          '—'
        ) : (
          <>
            <strong>{words.age(since)}</strong>
            <br />
            <Day iso={since} />
          </>
        ),
    },
    {
      id: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ amountCentimes }) => <Money centimes={amountCentimes} />,
    },
    { id: 'orders', header: t('orderCount'), align: 'end', cell: ({ orderCount }) => orderCount },
    {
      id: 'account',
      header: t('account'),
      cell: ({ accountEnding }) =>
        accountEnding === undefined ? '—' : <Reference>{`… ${accountEnding}`}</Reference>,
    },
  ];
  return (
    <DataTable
      caption={t('count', { count: payments.length })}
      columns={columns}
      rows={payments}
      rowId={({ claimId }) => claimId}
    />
  );
}
