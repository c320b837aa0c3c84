import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Day, Money, Reference } from '../ui/values.tsx';
import { PlaceBadge } from './claim-place.tsx';
import { pages } from '../api/pages.ts';

type Payment = components['schemas']['MyPayments']['payments'][number];

/** What was paid, what is on its way, and what is held. */
export function PaymentsPage() {
  const { t } = useTranslation('portal');
  const query = api.useInfiniteQuery('get', '/api/portal/payments', {}, pages);
  return (
    <Page title={t('payments.title')}>
      <Loaded query={query} area="portal">
        {(data) => {
          const payments = data.pages.flatMap((page) => page.payments);
          return payments.length === 0 ? (
            <EmptyState title={t('payments.none')} />
          ) : (
            <PaymentTable payments={payments} />
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function PaymentTable({ payments }: { readonly payments: readonly Payment[] }) {
  const { t } = useTranslation('portal');
  return (
    <Section title={t('payments.list')}>
      <DataTable
        caption={t('payments.list')}
        isCaptionHidden
        rows={payments}
        rowId={({ claimId, settlement }) => `${claimId}/${settlement}`}
        columns={[
          {
            id: 'receipt',
            header: t('claims.receipt'),
            isRowHeader: true,
            cell: ({ claimId, isOfRest, receipt }) => (
              <span className="portal-state">
                <ButtonLink href={`/portal/claims/${claimId}`} variant="quiet" size="small">
                  <Reference>{receipt}</Reference>
                </ButtonLink>
                {isOfRest && <span className="portal-soft">{t('payments.ofRest')}</span>}
              </span>
            ),
          },
          {
            id: 'state',
            header: t('payments.state'),
            cell: ({ place, held }) => (
              <span className="portal-state">
                <PlaceBadge place={place} />
                {held !== undefined && <span className="portal-soft">{t(`held.${held}`)}</span>}
              </span>
            ),
          },
          {
            id: 'paid',
            header: t('payments.paidOn'),
            cell: ({ paidAt }) => (paidAt === undefined ? '–' : <Day iso={paidAt} />),
          },
          {
            id: 'account',
            header: t('payments.account'),
            cell: ({ accountEnding, isToEstablishment }) =>
              isToEstablishment ? (
                t('payments.toEstablishment')
              ) : accountEnding === undefined ? (
                '–'
              ) : (
                <Reference>{`•••• ${accountEnding}`}</Reference>
              ),
          },
          {
            id: 'amount',
            header: t('payments.amount'),
            align: 'end',
            cell: ({ amountCentimes }) => <Money centimes={amountCentimes} />,
          },
        ]}
      />
    </Section>
  );
}
