import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { pages } from '../api/pages.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { RequestCard, type InsuredRequest } from './request-card.tsx';

interface Deciding {
  readonly request: InsuredRequest;
  readonly decision: 'accept' | 'refuse';
}

/** `/console/requests`: a supervisor decides what the insured ask for. */
export function RequestsPage() {
  const { t } = useTranslation('requests');
  const [deciding, setDeciding] = useState<Deciding>();
  const query = api.useInfiniteQuery('get', '/api/console/requests', {}, pages);
  const requests = query.data?.pages.flatMap((page) => page.requests);
  const close = (): void => setDeciding(undefined);
  const onDone = (message: string): void => {
    close();
    announce(message);
    void query.refetch();
  };
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Loaded query={{ data: requests, error: query.error, refetch: query.refetch }} area="requests">
        {(shown) =>
          shown.length === 0 ? (
            <EmptyState title={t('empty')} />
          ) : (
            shown.map((request) => (
              <RequestCard
                key={request.requestId}
                request={request}
                onDecide={(decision) => setDeciding({ request, decision })}
              />
            ))
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
      {deciding?.decision === 'accept' && (
        <AcceptDialog request={deciding.request} onClose={close} onDone={() => onDone(t('accepted'))} />
      )}
      {deciding?.decision === 'refuse' && (
        <RefuseDialog request={deciding.request} onClose={close} onDone={() => onDone(t('refused'))} />
      )}
    </Page>
  );
}
