import { useTranslation } from 'react-i18next';
import type { CsvDecimal } from '../../../contexts/shared/spreadsheet-csv.ts';
import type { CsvNumber } from './number-column.ts';

const decimal = (value: number, digits: number): CsvDecimal => ({
  units: Math.round(value * 10 ** digits),
  digits,
});

/** Numbers with a unit, as the file for spreadsheets has them: the unit stands in the heading. */
export function useCsvUnits() {
  const { t } = useTranslation('figures');
  return {
    /** Of centimes. */
    dirhams: (name: string): CsvNumber => ({
      header: t('csv.dirhams', { name }),
      cell: (centimes) => ({ units: centimes, digits: 2 }),
    }),
    /** @param whole what a hundred percent are: 1 or 100 */
    percent: (name: string, whole: 1 | 100): CsvNumber => ({
      header: t('csv.percent', { name }),
      cell: (value) => decimal((value * 100) / whole, 1),
    }),
    dollars: (name: string, digits: number): CsvNumber => ({
      header: t('csv.dollars', { name }),
      cell: (value) => decimal(value, digits),
    }),
  };
}
