import './agency.css';
import { Printer, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/use-me.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Notice } from '../ui/states.tsx';
import { DropArea } from './drop-area.tsx';
import { type PrintedReceipt, ReceiptSlip } from './receipt-slip.tsx';
import { UploadRow } from './upload-row.tsx';
import { useOnline } from './use-online.ts';
import { usePrinting } from './use-printing.ts';
import { useUploadQueue } from './use-upload-queue.ts';

/** `/console/uploads`: scans in, receipts out. */
export function UploadsPage() {
  const { t } = useTranslation('agency');
  const { channelId } = useMe();
  const { queue, files } = useUploadQueue();
  const { slips, print, pageClass } = usePrinting<PrintedReceipt>();
  const [depositDate, setDepositDate] = useState('');
  const isOnline = useOnline();
  const receipts = files.flatMap(({ receipt }) => receipt ?? []);
  const questionable = files.filter(({ state }) => state === 'questionable').length;
  return (
    <>
      <div className={pageClass}>
        <Page
          title={t('uploads.title')}
          intro={t('uploads.intro')}
          actions={<ButtonLink href="/console/receipts">{t('receipts.title')}</ButtonLink>}
        >
          {channelId === undefined && <Notice tone="danger">{t('problems.CHANNEL_MISSING')}</Notice>}
          {!isOnline && (
            <Notice tone="warning" title={t('offline.title')}>
              <p>{t('offline.text')}</p>
            </Notice>
          )}
          <Section title={t('uploads.choose')}>
            <TextField
              type="date"
              label={t('depositDate')}
              hint={t('depositDateHint')}
              value={depositDate}
              onChange={setDepositDate}
            />
            <DropArea onFiles={(chosen) => queue.add(chosen, depositDate === '' ? undefined : depositDate)} />
          </Section>
          {files.length > 0 && (
            <Section
              title={t('uploads.files', { count: files.length })}
              actions={
                <div className="button-row">
                  {questionable > 1 && (
                    <Button size="small" onPress={() => queue.sendAllAnyway()}>
                      <Send aria-hidden size={16} />
                      {t('sendAllAnyway', { count: questionable })}
                    </Button>
                  )}
                  {receipts.length > 1 && (
                    <Button size="small" onPress={() => void print(receipts)}>
                      <Printer aria-hidden size={16} />
                      {t('printAll', { count: receipts.length })}
                    </Button>
                  )}
                </div>
              }
            >
              <ul className="uploads" aria-live="polite">
                {files.map((file) => (
                  <UploadRow
                    key={file.id}
                    file={file}
                    queue={queue}
                    onPrint={(printed) => void print(printed)}
                  />
                ))}
              </ul>
            </Section>
          )}
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
