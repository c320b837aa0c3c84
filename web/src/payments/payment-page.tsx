import './payments.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayUse } from '../../../contexts/shared/access/access.ts';
import type { PaymentAction, PaymentView } from '../../../contexts/payments/api/payments.ts';
import { api } from '../api/client.ts';
import { useMe } from '../app/use-me.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { PaymentActions } from './payment-actions.tsx';
import { PaymentHead } from './payment-head.tsx';
import { PaymentHistory } from './payment-history.tsx';
import { PaymentOrders } from './payment-orders.tsx';
import { SettleDialog } from './settle-dialog.tsx';

/** `/console/payments/<claim>`: what was ordered, what the bank said of it, and what can be done. */
export function PaymentPage() {
  const { t } = useTranslation('payments');
  const { claimId } = useParams({ from: '/staff/console/payments/$claimId' });
  const { roles } = useMe();
  const [action, setAction] = useState<PaymentAction>();
  const query = api.useQuery(
    'get',
    '/api/console/payments/{claimId}',
    { params: { path: { claimId } } },
    // To look at it is on record: it is not asked for again by itself.
    { refetchOnWindowFocus: false },
  );
  return (
    <Page
      title={t('paymentTitle')}
      actions={
        <>
          <ButtonLink href="/console/payments">{t('back')}</ButtonLink>
          {mayUse('showClaim', roles) && (
            <ButtonLink href={`/console/claims/${claimId}`}>{t('openClaim')}</ButtonLink>
          )}
        </>
      }
    >
      <Loaded query={query} area="payments">
        {(view: PaymentView) => (
          <div className="stack">
            <PaymentHead view={view} />
            {view.actions.length > 0 && <PaymentActions view={view} onChoose={setAction} />}
            <PaymentOrders view={view} />
            <PaymentHistory view={view} />
            {action !== undefined && (
              <SettleDialog
                action={action}
                payments={[view]}
                orders={view.ordersInQuestion}
                onClose={() => setAction(undefined)}
                onDone={() => {
                  setAction(undefined);
                  void query.refetch();
                }}
              />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
