import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClaimSummary } from '../../../contexts/follow-up/api/follow-up.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Badge, Day, Money, Reference } from '../ui/values.tsx';
import { claimTones, isDecided, paymentTones } from './claim-tones.ts';

const money = (centimes: number | undefined) =>
  centimes === undefined ? '—' : <Money centimes={centimes} />;

/** Claims that were found; each leads to its page. */
export function ClaimsTable({ claims }: { readonly claims: readonly ClaimSummary[] }) {
  const { t } = useTranslation('follow-up');
  const columns: readonly Column<ClaimSummary>[] = [
    {
      id: 'claim',
      header: t('claim'),
      isRowHeader: true,
      cell: ({ claimId }) => (
        <Link to="/console/claims/$claimId" params={{ claimId }}>
          <Reference>{claimId}</Reference>
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={claimTones[state]}>{t(`claimState.${state}`)}</Badge>,
    },
    { id: 'received', header: t('receivedOn'), cell: ({ receivedOn }) => <Day iso={receivedOn} /> },
    { id: 'channel', header: t('channel'), cell: ({ channelId }) => <Reference>{channelId}</Reference> },
    {
      id: 'insured',
      header: t('insured'),
      cell: ({ registrationNumber }) =>
        registrationNumber === undefined ? t('notIdentified') : <Reference>{registrationNumber}</Reference>,
    },
    {
      id: 'billed',
      header: t('billed'),
      align: 'end',
      cell: ({ billedCentimes }) => money(billedCentimes),
    },
    {
      id: 'paid',
      header: t('paid'),
      align: 'end',
      cell: (claim) => (isDecided(claim) ? money(claim.paidCentimes) : '—'),
    },
    {
      id: 'payment',
      header: t('payment'),
      cell: ({ paymentState }) =>
        paymentState === undefined ? (
          '—'
        ) : (
          <Badge tone={paymentTones[paymentState]}>{t(`paymentState.${paymentState}`)}</Badge>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('found', { count: claims.length })}
      columns={columns}
      rows={claims}
      rowId={({ claimId }) => claimId}
    />
  );
}
