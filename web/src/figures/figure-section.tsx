import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureTable } from '../../../contexts/reporting/api/figures.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import type { Period } from './period.ts';

interface FigureSectionProps<Row extends object> {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly summary?: ReactNode;
  readonly period: Period;
  /** The same as CSV. */
  readonly table: FigureTable;
  /** The chart with its legend; left out where the table says it all. */
  readonly chart?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
}

/** One subject: a chart, the same in numbers beside it, and both as CSV. */
export function FigureSection<Row extends object>(props: FigureSectionProps<Row>) {
  const { title, summary, period, table, chart, columns, rows, rowId } = props;
  const { t } = useTranslation('figures');
  const address = `/api/console/figures/export?from=${period.from}&to=${period.to}&table=${table}`;
  return (
    <Section
      title={title}
      actions={
        <a className="button secondary small no-print" href={address} download>
          <Download aria-hidden size={16} />
          {t('download')}
          <span className="visually-hidden">{` – ${title}`}</span>
        </a>
      }
    >
      {summary !== undefined && <p className="figure-summary">{summary}</p>}
      {rows.length === 0 ? (
        <p className="figure-nothing">{t('nothing')}</p>
      ) : (
        <div className={chart === undefined ? 'figure-alone' : 'figure-pair'}>
          {chart !== undefined && <div className="figure-drawing">{chart}</div>}
          {/* Long tables are scrolled, also with the keyboard. */}
          <div className="figure-numbers" tabIndex={0} role="region" aria-label={t('numbersOf', { title })}>
            <DataTable caption={title} isCaptionHidden columns={columns} rows={rows} rowId={rowId} />
          </div>
        </div>
      )}
    </Section>
  );
}
