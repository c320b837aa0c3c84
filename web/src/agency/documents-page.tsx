import './agency.css';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Printer } from 'lucide-react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api, client } from '../api/client.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded, ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { Day, Reference } from '../ui/values.tsx';
import { DocumentSlip, type DocumentTask } from './document-slip.tsx';
import { usePrinting } from './use-printing.ts';

const QUERY_KEY = ['document-tasks'];

/** `/console/documents`: claims of the channel that wait for a document, a sheet for the insured, and "received" in one press. */
export function DocumentsPage() {
  const { t } = useTranslation('agency');
  const { slips, print, pageClass } = usePrinting<DocumentTask>();
  const query = useInfiniteQuery({
    queryKey: QUERY_KEY,
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor }) => {
      const { data, error } = await client.GET('/api/console/document-tasks', {
        params: { query: { ...(cursor && { cursor }) } },
      });
      if (data === undefined) throw error;
      return data;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const channelId = query.data?.pages[0]?.channelId ?? '';
  return (
    <>
      <div className={pageClass}>
        <Page
          title={t('documents.title')}
          intro={t('documents.intro')}
          actions={<ButtonLink href="/console/receipts">{t('receipts.title')}</ButtonLink>}
        >
          <Loaded query={query} area="agency">
            {({ pages }) => {
              const tasks = pages.flatMap((page) => page.tasks);
              if (tasks.length === 0) return <EmptyState title={t('documents.none')} />;
              return (
                <>
                  <Section title={t('documents.waiting')}>
                    <ul className="tasks">
                      {tasks.map((task) => (
                        <Task key={task.claimId} task={task} onPrint={() => void print([task])} />
                      ))}
                    </ul>
                  </Section>
                  {query.hasNextPage && (
                    <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                      {t('receipts.more')}
                    </Button>
                  )}
                </>
              );
            }}
          </Loaded>
        </Page>
      </div>
      <div className="slips">
        {slips.map((task) => (
          <DocumentSlip key={task.claimId} task={task} channelId={channelId} />
        ))}
      </div>
    </>
  );
}

function Task({ task, onPrint }: { readonly task: DocumentTask; readonly onPrint: () => void }) {
  const { t } = useTranslation(['agency', 'words']);
  const queries = useQueryClient();
  const record = api.useMutation('post', '/api/console/reviews/{claimId}/document');
  const { claimId, receipt, documents, since } = task;
  return (
    <li className="document-task">
      <div className="task-words">
        <p className="task-name">
          <Link href={`/console/receipts/${receipt}`}>
            <Reference>{receipt}</Reference>
          </Link>
          <span className="task-since">
            {t('documents.since')} <Day iso={since} />
          </span>
        </p>
        <ul className="task-documents">
          {documents.map((kind) => (
            <li key={kind}>{t(`words:document.${kind}`)}</li>
          ))}
        </ul>
        {record.error && <ProblemNotice problem={record.error} area="agency" />}
      </div>
      <div className="button-row">
        <Button size="small" aria-label={t('documents.printOf', { receipt })} onPress={onPrint}>
          <Printer aria-hidden size={16} />
          {t('documents.print')}
        </Button>
        <Button
          size="small"
          aria-label={t('documents.receivedOf', { receipt })}
          isPending={record.isPending}
          onPress={() =>
            record.mutate(
              { params: { path: { claimId } }, body: {} },
              {
                onSuccess: () => {
                  announce(t('documents.done'));
                  void queries.invalidateQueries({ queryKey: QUERY_KEY });
                },
              },
            )
          }
        >
          <Check aria-hidden size={16} />
          {t('documents.received')}
        </Button>
      </div>
    </li>
  );
}
