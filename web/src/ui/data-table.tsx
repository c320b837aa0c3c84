import './data-table.css';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row: a heading for screen readers. */
  readonly isRowHeader?: boolean;
  /** Holds what is pressed: there is nothing of it on paper. */
  readonly isOnScreenOnly?: boolean;
  /** Numbers and amounts stand at the end. */
  readonly align?: 'start' | 'end';
  /** Makes the column sortable; only where all rows are there, not a page of them. */
  readonly sortBy?: (row: Row) => string | number;
}

interface DataTableProps<Row extends object> {
  /** Says what the table holds; read out, and shown unless `isCaptionHidden`. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
}

/** The classes of the cells of a column. */
function lookOf(column: Pick<Column<never>, 'align' | 'isOnScreenOnly'> = {}): string | undefined {
  const { align, isOnScreenOnly = false } = column;
  return isOnScreenOnly ? `${align ?? ''} no-print`.trim() : align;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A table of facts. On a narrow screen each row becomes a card with the headings beside the values. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden = false, columns, rows, rowId } = props;
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.accessor((row): unknown => column.sortBy?.(row) ?? '', {
        id: column.id,
        header: column.header,
        enableSorting: column.sortBy !== undefined,
      }),
    );
  }, [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: rowId });
  return (
    <div className="table-frame">
      <table className="data-table">
        <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {table.getFlatHeaders().map(({ column }, index) => {
              const sorted = column.getIsSorted();
              const Arrow = sorted === false ? ArrowUpDown : sorted === 'asc' ? ArrowUp : ArrowDown;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={lookOf(columns[index])}
                  aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
                >
                  {column.getCanSort() ? (
                    <>
                      <button
                        type="button"
                        className="sort-button no-print"
                        onClick={column.getToggleSortingHandler()}
                      >
                        {columns[index]?.header}
                        <Arrow aria-hidden size={14} />
                      </button>
                      {/* Buttons are not drawn again on further sheets. */}
                      <span className="print-only">{columns[index]?.header}</span>
                    </>
                  ) : (
                    columns[index]?.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ id, header, cell, isRowHeader, ...look }) =>
                isRowHeader === true ? (
                  <th key={id} scope="row" className={lookOf(look)}>
                    {cell(row.original)}
                  </th>
                ) : (
                  <td key={id} className={lookOf(look)} data-header={header}>
                    {cell(row.original)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
