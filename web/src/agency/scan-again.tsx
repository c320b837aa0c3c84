import { FileWarning } from 'lucide-react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Badge, Reference } from '../ui/values.tsx';
import { PageThumbnail } from './page-thumbnail.tsx';
import { receiptTones } from './receipt-tones.ts';
import type { Receipt } from './receipts-table.tsx';
import type { SentFile } from './upload-queue.ts';

interface ScanAgainProps {
  readonly receipts: readonly Receipt[];
  readonly sent: ReadonlyMap<string, SentFile>;
}

/** What is to be scanned again or completed: one task a file, with why, what to do, and its pages where this window has them. */
export function ScanAgain({ receipts, sent }: ScanAgainProps) {
  return (
    <ul className="tasks">
      {receipts.map((receipt) => (
        <Task key={receipt.fileId} receipt={receipt} file={sent.get(receipt.fileId)} />
      ))}
    </ul>
  );
}

function Task({ receipt, file }: { readonly receipt: Receipt; readonly file: SentFile | undefined }) {
  const { t } = useTranslation(['agency', 'words']);
  const { language } = useLanguage();
  const { state, advice, rescanReason } = receipt;
  const pictures = file?.check?.pages.flatMap(({ page, thumbnail }) =>
    thumbnail === undefined ? [] : [{ page, thumbnail }],
  );
  return (
    <li className="task">
      <div className="task-pages">
        {pictures === undefined || pictures.length === 0 ? (
          <FileWarning aria-hidden size={48} strokeWidth={1} />
        ) : (
          pictures.map(({ page, thumbnail }) => (
            <PageThumbnail key={page} raster={thumbnail} label={t('agency:pagePicture', { number: page })} />
          ))
        )}
      </div>
      <div className="task-words">
        <p className="task-name">
          <Link href={`/console/receipts/${receipt.receipt}`}>
            <Reference>{receipt.receipt}</Reference>
          </Link>
          <Badge tone={receiptTones[state]}>{t(`agency:receiptState.${state}`)}</Badge>
          {file !== undefined && <bdi>{file.name}</bdi>}
        </p>
        {rescanReason !== undefined && (
          <p className="task-reason">{t([`words:quarantine.${rescanReason}`, 'words:unknownReason'])}</p>
        )}
        {advice !== undefined && <p>{advice[language]}</p>}
        {state === 'INCOMPLETE' && <WhatIsMissing receipt={receipt.receipt} />}
      </div>
    </li>
  );
}

/** Pages that were not read, and fields that are empty: the receipt says which. */
function WhatIsMissing({ receipt }: { readonly receipt: string }) {
  const { t } = useTranslation(['agency', 'words']);
  const { data } = api.useQuery('get', '/api/console/receipts/{receipt}', { params: { path: { receipt } } });
  if (data === undefined) return null;
  const failed = data.pages.filter(({ role }) => role === 'failed');
  return (
    <>
      {failed.length > 0 && (
        <p>{t('agency:receipt.failedPages', { pages: failed.map(({ page }) => page).join(', ') })}</p>
      )}
      {data.missingFields.length > 0 && (
        <p>
          {t('agency:receipts.missing', {
            fields: data.missingFields
              .map((field) => t([`words:field.${field}`, 'agency:receipt.otherField']))
              .join(t('listSeparator', { ns: 'app' })),
          })}
        </p>
      )}
    </>
  );
}
