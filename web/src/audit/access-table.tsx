import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Moment, Reference } from '../ui/values.tsx';

export type AccessRecord = components['schemas']['AccessRecord'];

/** Accesses, newest first. */
export function AccessTable({ records }: { readonly records: readonly AccessRecord[] }) {
  const { t } = useTranslation('audit');
  const columns: readonly Column<AccessRecord>[] = [
    { id: 'at', header: t('at'), isRowHeader: true, cell: ({ at }) => <Moment iso={at} /> },
    { id: 'actor', header: t('who'), cell: ({ actor }) => <Reference>{actor}</Reference> },
    {
      id: 'operation',
      header: t('what'),
      cell: ({ operation }) => t(`operations.${operation}`, { defaultValue: operation }),
    },
    { id: 'subject', header: t('subject'), cell: ({ subject }) => <Reference>{subject}</Reference> },
    {
      id: 'details',
      header: t('details'),
      cell: ({ details = {} }) =>
        Object.entries(details).map(([name, value]) => (
          <div key={name}>
            <Reference>{`${name}: ${value}`}</Reference>
          </div>
        )),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={records}
      rowId={({ at, actor, operation, subject }) => `${at} ${actor} ${operation} ${subject}`}
    />
  );
}
