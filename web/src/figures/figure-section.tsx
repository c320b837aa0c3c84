import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvButton } from '../ui/csv/csv-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import type { FigureColumn } from './number-column.ts';
import type { Period } from './period.ts';

interface FigureSectionProps<Row extends object> {
  readonly title: string;
  /** What is counted, and from when to when. */
  readonly definition: string;
  /** What the chart shows, in a sentence. */
  readonly summary?: ReactNode;
  readonly period: Period;
  /** The chart with its legend; left out where the table says it all. */
  readonly chart?: ReactNode;
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
}

/** One subject: a chart, the same in numbers beside it, and both as CSV. */
export function FigureSection<Row extends object>(props: FigureSectionProps<Row>) {
  const { title, definition, summary, period, chart, columns, rows, rowId } = props;
  const { t } = useTranslation('figures');
  return (
    <Section
      title={title}
      actions={
        <CsvButton
          title={title}
          of={[period.from, period.to]}
          table={() => ({
            headers: columns.map(({ header, csvHeader }) => csvHeader ?? header),
            rows: rows.map((row) => columns.map(({ csv }) => csv(row))),
          })}
        />
      }
    >
      <p className="figure-definition">{definition}</p>
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
