import type { Column } from '../ui/data-table.tsx';

/** A column of numbers that can be sorted by them; what is not known is a dash. */
export function numberColumn<Row>(
  id: string,
  header: string,
  valueOf: (row: Row) => number | undefined,
  write: (value: number) => string,
): Column<Row> {
  return {
    id,
    header,
    align: 'end',
    sortBy: (row) => valueOf(row) ?? -1,
    cell: (row) => {
      const value = valueOf(row);
      return value === undefined ? '–' : write(value);
    },
  };
}
