import './agency.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Printer, User } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.ts';
import { useMe } from '../app/use-me.ts';
import { useFormats } from '../i18n/formats.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { todayInMorocco } from '../ui/today.ts';
import { type PrintedReceipt, ReceiptSlip } from './receipt-slip.tsx';
import { ReceiptsTable, type Receipt } from './receipts-table.tsx';
import { ScanAgain } from './scan-again.tsx';
import { usePrinting } from './use-printing.ts';
import { useUploadQueue } from './use-upload-queue.ts';

/** Files are read within a minute: what was just sent is looked at again until then. */
const ASK_AGAIN_MILLISECONDS = 10_000;
const isUnderWay = ({ state }: Receipt): boolean => state === 'RECEIVED' || state === 'IN_PROGRESS';
const asksForAction = ({ state }: Receipt): boolean => state === 'QUARANTINED' || state === 'INCOMPLETE';

/** `/console/receipts`: a day's receipts of the channel, what became of them, and what is to be scanned again. */
export function ReceiptsPage() {
  const { t } = useTranslation('agency');
  const { date } = useFormats();
  const { channelId } = useMe();
  const { day } = useSearch({ from: '/staff/console/receipts' });
  const navigate = useNavigate();
  const { slips, print, pageClass } = usePrinting<PrintedReceipt>();
  const { sent } = useUploadQueue();
  const [isNamed, setNamed] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['receipts', day, isNamed],
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor }) => {
      const { data, error } = await client.GET('/api/console/receipts', {
        params: {
          query: {
            ...(day && { day }),
            ...(cursor && { cursor }),
            ...(isNamed && { people: 'shown' as const }),
          },
        },
      });
      if (data === undefined) throw error;
      return data;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Whose they are was asked for once: each look is on record.
    refetchOnWindowFocus: !isNamed,
    refetchInterval: ({ state }) =>
      !isNamed && state.data?.pages.some(({ receipts }) => receipts.some(isUnderWay))
        ? ASK_AGAIN_MILLISECONDS
        : false,
  });
  return (
    <>
      <div className={pageClass}>
        <Page
          title={t('receipts.title')}
          intro={t('receipts.intro')}
          width="full"
          actions={
            <>
              <PrintButton label={t('receipts.printList')} />
              <ButtonLink href="/console/uploads">{t('uploads.title')}</ButtonLink>
            </>
          }
        >
          <div className="no-print">
            <TextField
              type="date"
              label={t('receipts.day')}
              value={day ?? todayInMorocco()}
              onChange={(chosen) =>
                void navigate({ to: '/console/receipts', search: chosen === '' ? {} : { day: chosen } })
              }
            />
          </div>
          <p className="print-only">
            {t('receipts.ofDay', { channel: channelId ?? '', day: date(day ?? todayInMorocco()) })}
          </p>
          <Loaded query={query} area="agency">
            {({ pages }) => {
              const receipts = pages.flatMap((page) => page.receipts);
              const urgent = receipts.filter(asksForAction);
              if (receipts.length === 0) return <EmptyState title={t('receipts.none')} />;
              return (
                <>
                  {urgent.length > 0 && (
                    <Section title={t('receipts.attention', { count: urgent.length })}>
                      <ScanAgain receipts={urgent} sent={sent} />
                    </Section>
                  )}
                  <Section
                    title={t('receipts.all')}
                    actions={
                      <div className="button-row">
                        <Button size="small" onPress={() => setNamed(!isNamed)}>
                          <User aria-hidden size={16} />
                          {t(isNamed ? 'receipts.hidePeople' : 'receipts.showPeople')}
                        </Button>
                        <Button size="small" onPress={() => void print(receipts)}>
                          <Printer aria-hidden size={16} />
                          {t('printAll', { count: receipts.length })}
                        </Button>
                      </div>
                    }
                  >
                    <ReceiptsTable
                      caption={t('receipts.all')}
                      receipts={receipts}
                      sent={sent}
                      isNamed={isNamed}
                      onPrint={print}
                    />
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
        {slips.map((receipt) => (
          <ReceiptSlip key={receipt.fileId} receipt={receipt} />
        ))}
      </div>
    </>
  );
}
