import { useTranslation } from 'react-i18next';
import { languageFacts } from '../i18n/languages.ts';
import { formatsOf } from '../i18n/formats.ts';
import { QrCode } from './qr-code.tsx';
import type { UploadReceipt } from './upload-queue.ts';

export type PrintedReceipt = Pick<UploadReceipt, 'fileId' | 'receipt' | 'channelId' | 'uploadedAt'>;

/** What the insured takes home: the number, where and when. In both languages, and without any name: slips are left on counters. */
export function ReceiptSlip({ receipt: { receipt, channelId, uploadedAt } }: { receipt: PrintedReceipt }) {
  const { i18n } = useTranslation('agency');
  return (
    <section className="slip">
      <QrCode text={receipt} label={receipt} />
      <div className="slip-words">
        {(['fr', 'ar'] as const).map((language) => {
          const t = i18n.getFixedT(language, 'agency');
          const facts = { channel: channelId, moment: formatsOf(language).dateTime(uploadedAt) };
          return (
            <div key={language} lang={language} dir={languageFacts[language].direction}>
              <p className="slip-title">{t('slip.title')}</p>
              <p>
                {t('slip.where')} <bdi dir="ltr">{facts.channel}</bdi>
              </p>
              <p>
                {t('slip.when')} <bdi>{facts.moment}</bdi>
              </p>
              <p className="slip-hint">{t('slip.keep')}</p>
            </div>
          );
        })}
      </div>
      <p className="slip-number" dir="ltr">
        {receipt}
      </p>
    </section>
  );
}
