import type { CsvCell } from '../../../contexts/shared/spreadsheet-csv.ts';
import type { Column } from '../ui/data-table.tsx';

/** A column that also stands in the file for spreadsheets. */
export interface FigureColumn<Row> extends Column<Row> {
  readonly csv: (row: Row) => CsvCell;
  /** Where the file says the unit that each cell of the page has. */
  readonly csvHeader?: string | undefined;
}

/** How a number is written in the file for spreadsheets. */
export interface CsvNumber {
  readonly header: string;
  readonly cell: (value: number) => CsvCell;
}

/** A column of numbers that can be sorted by them; what is not known is a dash, and nothing in the file. */
export function numberColumn<Row>(
  id: string,
  header: string,
  valueOf: (row: Row) => number | undefined,
  write: (value: number) => string,
  inCsv?: CsvNumber,
): FigureColumn<Row> {
  return {
    id,
    header,
    align: 'end',
    sortBy: (row) => valueOf(row) ?? -1,
    cell: (row) => {
      const value = valueOf(row);
      return value === undefined ? '–' : write(value);
    },
    csvHeader: inCsv?.header,
    csv: (row) => {
      const value = valueOf(row);
      if (value === undefined) return '';
      return inCsv === undefined ? value : inCsv.cell(value);
    },
  };
}
