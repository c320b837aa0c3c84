import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Moment, Reference } from '../ui/values.tsx';
import { useAccessWords, type AccessRecord } from './use-access-words.ts';

/** Accesses, newest first; a claim leads to its page. */
export function AccessTable({ records }: { readonly records: readonly AccessRecord[] }) {
  const { t } = useTranslation('audit');
  const { operationOf, subjectOf, detailsOf } = useAccessWords();
  const columns: readonly Column<AccessRecord>[] = [
    { id: 'at', header: t('at'), isRowHeader: true, cell: ({ at }) => <Moment iso={at} /> },
    { id: 'actor', header: t('who'), cell: ({ actor }) => <Reference>{actor}</Reference> },
    { id: 'operation', header: t('what'), cell: ({ operation }) => operationOf(operation) },
    {
      id: 'subject',
      header: t('subject'),
      cell: ({ subject }) => {
        const { kind, id } = subjectOf(subject);
        if (id === undefined) return kind;
        const number = <Reference>{id}</Reference>;
        return (
          <>
            {kind}{' '}
            {subject.startsWith('claim:') ? (
              <Link to="/console/claims/$claimId" params={{ claimId: id }}>
                {number}
              </Link>
            ) : (
              number
            )}
          </>
        );
      },
    },
    {
      id: 'details',
      header: t('details'),
      cell: (record) => detailsOf(record).map((detail) => <div key={detail}>{detail}</div>),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={records}
      rowId={(record) =>
        `${record.at} ${record.actor} ${record.operation} ${record.subject} ${detailsOf(record).join()}`
      }
    />
  );
}
