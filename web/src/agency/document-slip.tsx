import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { formatsOf } from '../i18n/formats.ts';
import { languageFacts } from '../i18n/languages.ts';
import { QrCode } from './qr-code.tsx';

export type DocumentTask = components['schemas']['DocumentTask'];

interface DocumentSlipProps {
  readonly task: DocumentTask;
  readonly channelId: string;
}

/** A sheet to take home: what to bring for which receipt. In both languages, and without any name or care. */
export function DocumentSlip({ task: { receipt, documents, since }, channelId }: DocumentSlipProps) {
  const { i18n } = useTranslation(['agency', 'words']);
  return (
    <section className="slip slip-sheet">
      <QrCode text={receipt} label={receipt} />
      <p className="slip-number" dir="ltr">
        {receipt}
      </p>
      <div className="slip-words">
        {(['fr', 'ar'] as const).map((language) => {
          const t = i18n.getFixedT(language, 'agency');
          const words = i18n.getFixedT(language, 'words');
          return (
            <div key={language} lang={language} dir={languageFacts[language].direction}>
              <p className="slip-title">{t('documents.sheet.title')}</p>
              <ul className="slip-list">
                {documents.map((kind) => (
                  <li key={kind}>{words(`document.${kind}`)}</li>
                ))}
              </ul>
              <p>
                {t('documents.sheet.since')} <bdi>{formatsOf(language).date(since)}</bdi>
              </p>
              <p>
                {t('slip.where')} <bdi dir="ltr">{channelId}</bdi>
              </p>
              <p className="slip-hint">{t('documents.sheet.how')}</p>
            </div>
          );
        })}
      </div>
    </section>
  );
}
