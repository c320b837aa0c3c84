import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { components } from '../api/schema.d.ts';
import { useFormats } from '../i18n/formats.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Button } from '../ui/button.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Badge, Reference } from '../ui/values.tsx';
import { ReceiptPeople } from './receipt-people.tsx';
import { receiptTones } from './receipt-tones.ts';
import type { SentFile } from './upload-queue.ts';

export type Receipt = components['schemas']['Receipt'];

interface ReceiptsTableProps {
  readonly caption: string;
  readonly receipts: readonly Receipt[];
  /** Files that this window has sent: only it knows how they were called. */
  readonly sent: ReadonlyMap<string, SentFile>;
  /** Whose they are was asked for. */
  readonly isNamed: boolean;
  readonly onPrint?: (receipts: readonly Receipt[]) => Promise<void>;
}

export function ReceiptsTable({ caption, receipts, sent, isNamed, onPrint }: ReceiptsTableProps) {
  const { t } = useTranslation('agency');
  const { time } = useFormats();
  const { language } = useLanguage();
  const columns: readonly Column<Receipt>[] = [
    {
      id: 'receipt',
      header: t('receipts.number'),
      isRowHeader: true,
      cell: ({ receipt }) => (
        <Link href={`/console/receipts/${receipt}`}>
          <Reference>{receipt}</Reference>
        </Link>
      ),
    },
    ...(receipts.some(({ fileId }) => sent.has(fileId))
      ? [
          {
            id: 'name',
            header: t('receipts.fileName'),
            cell: ({ fileId }: Receipt) => <bdi>{sent.get(fileId)?.name}</bdi>,
          },
        ]
      : []),
    ...(isNamed
      ? [
          {
            id: 'people',
            header: t('receipts.people'),
            cell: ({ people }: Receipt) => <ReceiptPeople people={people ?? []} />,
          },
        ]
      : []),
    { id: 'time', header: t('receipts.time'), cell: ({ uploadedAt }) => time(uploadedAt) },
    { id: 'pages', header: t('receipts.pages'), align: 'end', cell: ({ pageCount }) => pageCount ?? '' },
    {
      id: 'state',
      header: t('receipts.state'),
      cell: ({ state, advice, duplicateOf }) => (
        <>
          <Badge tone={receiptTones[state]}>{t(`receiptState.${state}`)}</Badge>
          {advice !== undefined && <p className="receipt-advice">{advice[language]}</p>}
          {duplicateOf !== undefined && (
            <p className="receipt-advice">
              {t('duplicateOf')} <Reference>{grouped(duplicateOf)}</Reference>
            </p>
          )}
        </>
      ),
    },
    ...(onPrint === undefined
      ? []
      : [
          {
            id: 'print',
            isOnScreenOnly: true,
            header: t('print'),
            cell: (receipt: Receipt) => (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('printOne', { receipt: receipt.receipt })}
                onPress={() => void onPrint([receipt])}
              >
                <Printer aria-hidden size={16} />
              </Button>
            ),
          },
        ]),
  ];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={receipts}
      rowId={({ fileId }) => fileId}
    />
  );
}

/** A receipt number in groups of four, as it is printed. */
const grouped = (fileId: string): string => fileId.match(/.{1,4}/g)?.join('-') ?? fileId;
