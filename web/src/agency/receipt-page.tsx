import './agency.css';
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayUse } from '../../../contexts/shared/access/access.ts';
import { api } from '../api/client.ts';
import { useMe } from '../app/use-me.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, Notice } from '../ui/states.tsx';
import { Badge, Day, Facts, Moment, Reference } from '../ui/values.tsx';
import { ReceiptPeople } from './receipt-people.tsx';
import { type PrintedReceipt, ReceiptSlip } from './receipt-slip.tsx';
import { receiptTones } from './receipt-tones.ts';
import { usePrinting } from './use-printing.ts';

/** `/console/receipts/<number>`: what became of one file, page by page. */
export function ReceiptPage() {
  const { t } = useTranslation(['agency', 'words']);
  const { receipt: typed } = useParams({ from: '/staff/console/receipts/$receipt' });
  const { language } = useLanguage();
  const { roles } = useMe();
  const { slips, print, pageClass } = usePrinting<PrintedReceipt>();
  const query = api.useQuery('get', '/api/console/receipts/{receipt}', {
    params: { path: { receipt: typed } },
  });
  const actions = mayUse('listReceipts', roles) && (
    <ButtonLink href="/console/receipts">{t('receipts.title')}</ButtonLink>
  );
  return (
    <>
      <div className={pageClass}>
        <Page title={t('receipt.title')} actions={actions}>
          <Loaded query={query} area="agency">
            {(receipt) => {
              const failed = receipt.pages.filter(({ role }) => role === 'failed');
              return (
                <>
                  <Section
                    title={receipt.receipt}
                    actions={
                      <Button onPress={() => void print([receipt])}>
                        <Printer aria-hidden size={16} />
                        {t('print')}
                      </Button>
                    }
                  >
                    {receipt.advice !== undefined && (
                      <Notice tone="danger" title={t('receipt.scanAgain')}>
                        <p>{receipt.advice[language]}</p>
                      </Notice>
                    )}
                    {failed.length > 0 && (
                      <Notice tone="warning" title={t('receipt.scanAgain')}>
                        <p>
                          {t('receipt.failedPages', { pages: failed.map(({ page }) => page).join(', ') })}
                        </p>
                      </Notice>
                    )}
                    {receipt.missingFields.length > 0 && (
                      <Notice tone="warning" title={t('receipt.missing')}>
                        <ul>
                          {receipt.missingFields.map((field) => (
                            <li key={field}>{t([`words:field.${field}`, 'receipt.otherField'])}</li>
                          ))}
                        </ul>
                      </Notice>
                    )}
                    <Facts
                      facts={[
                        [
                          t('receipts.state'),
                          <Badge key="state" tone={receiptTones[receipt.state]}>
                            {t(`receiptState.${receipt.state}`)}
                          </Badge>,
                        ],
                        [t('receipt.uploadedAt'), <Moment key="at" iso={receipt.uploadedAt} />],
                        [t('depositDate'), <Day key="deposit" iso={receipt.depositDate} />],
                        [t('receipt.channel'), <Reference key="channel">{receipt.channelId}</Reference>],
                        [t('receipts.pages'), receipt.pageCount],
                        [
                          t('receipts.people'),
                          receipt.people !== undefined && receipt.people.length > 0 && (
                            <ReceiptPeople key="people" people={receipt.people} />
                          ),
                        ],
                      ]}
                    />
                  </Section>
                  {receipt.pages.length > 0 && (
                    <Section title={t('receipt.pages')}>
                      <ol className="page-roles">
                        {receipt.pages.map(({ page, role }) => (
                          <li key={page}>
                            <Badge
                              tone={role === 'failed' ? 'danger' : role === 'blank' ? 'warning' : 'neutral'}
                            >
                              {t(`words:pageRole.${role}`)}
                            </Badge>
                          </li>
                        ))}
                      </ol>
                    </Section>
                  )}
                </>
              );
            }}
          </Loaded>
        </Page>
      </div>
      <div className="slips">
        {slips.map((slip) => (
          <ReceiptSlip key={slip.fileId} receipt={slip} />
        ))}
      </div>
    </>
  );
}
