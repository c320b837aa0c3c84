import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { Button } from '../button.tsx';
import type { CsvTable } from './csv-file.ts';
import { saveCsv } from './save-csv.ts';

interface CsvButtonProps {
  /** What the table is of: read out with the button, and the name of the file. */
  readonly title: string;
  /** Behind the title in the name of the file: days, as a rule. */
  readonly of?: readonly string[];
  readonly table: () => CsvTable;
}

/** Gives out a table as a file for a spreadsheet, made here of what the page has. */
export function CsvButton({ title, of = [], table }: CsvButtonProps) {
  const { t } = useTranslation('app');
  const { locale } = useLanguage();
  return (
    <span className="no-print">
      <Button size="small" onPress={() => void saveCsv([title, ...of], locale, table())}>
        <Download aria-hidden size={16} />
        {t('csv')}
        <span className="visually-hidden">{` – ${title}`}</span>
      </Button>
    </span>
  );
}
