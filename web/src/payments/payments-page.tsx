import './payments.css';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayUse } from '../../../contexts/shared/access/access.ts';
import type { PaymentAction, WaitingPayment } from '../../../contexts/payments/api/payments.ts';
import { api } from '../api/client.ts';
import { pages } from '../api/pages.ts';
import { useMe } from '../app/use-me.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { bulkActions } from './payment-words.ts';
import { queues } from './payments-search.ts';
import { PaymentsTable } from './payments-table.tsx';
import { SettleDialog } from './settle-dialog.tsx';

/** `/console/payments`: what the bank did not carry out, or contradicts itself about. */
export function PaymentsPage() {
  const { t } = useTranslation('payments');
  const { roles } = useMe();
  const { queue = 'disputed' } = useSearch({ from: '/staff/console/payments' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [action, setAction] = useState<PaymentAction>();
  const query = api.useInfiniteQuery(
    'get',
    '/api/console/payments',
    { params: { query: { queue } } },
    {
      ...pages,
      // To look at them is on record: they are not asked for again by themselves.
      refetchOnWindowFocus: false,
    },
  );
  const payments: readonly WaitingPayment[] | undefined = query.data?.pages.flatMap((page) => page.payments);
  const actions = mayUse('settlePayments', roles) ? bulkActions[queue] : [];
  const settled = payments?.filter(({ claimId }) => chosen.includes(claimId)) ?? [];
  const close = (): void => setAction(undefined);
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      width="full"
      actions={actions.map((one) => (
        <Button key={one} isDisabled={settled.length === 0} onPress={() => setAction(one)}>
          {t(`action.${one}.name`)}
        </Button>
      ))}
    >
      <nav className="button-row" aria-label={t('queueLabel')}>
        {queues.map((one) => (
          <Link
            key={one}
            to="/console/payments"
            search={{ queue: one }}
            className={`button small ${one === queue ? 'primary' : 'secondary'}`}
            onClick={() => setChosen([])}
          >
            {t(`queue.${one}`)}
          </Link>
        ))}
      </nav>
      <p className="payments-hint">{t(`queueHint.${queue}`)}</p>
      <Loaded query={{ data: payments, error: query.error, refetch: query.refetch }} area="payments">
        {(shown) =>
          shown.length === 0 ? (
            <EmptyState title={t(`empty.${queue}`)} />
          ) : (
            <PaymentsTable
              payments={shown}
              chosen={actions.length > 0 ? chosen : undefined}
              onChoose={setChosen}
            />
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {action !== undefined && settled.length > 0 && (
        <SettleDialog
          action={action}
          payments={settled}
          onClose={close}
          onDone={() => {
            close();
            setChosen([]);
            void query.refetch();
          }}
        />
      )}
    </Page>
  );
}
