import { spreadsheetCsv } from '#shared';
import type { Figures, FigureTable } from './figures.ts';

type Row = Readonly<Record<string, string | number | undefined>>;

/** One table of the figures, with a line of column names. Amounts are centimes, durations whole days or minutes. */
export function writeFiguresCsv(figures: Figures, table: FigureTable): string {
  const rows = rowsOf(figures, table);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return spreadsheetCsv([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], 'first');
}

function rowsOf(figures: Figures, table: FigureTable): readonly Row[] {
  switch (table) {
    case 'days':
    case 'orders':
    case 'schemes':
    case 'payees':
    case 'reasons':
    case 'reviewers':
    case 'registrations':
      return figures[table];
    case 'channels':
      return figures.channels.map(({ claims, ...channel }) => ({
        ...channel,
        ...Object.fromEntries(claims.map(({ scheme, count }) => [`claims${scheme}`, count])),
      }));
    case 'durations':
      return (['toDecision', 'toMoney'] as const).flatMap((what) =>
        figures[what].histogram.map(({ days, count }) => ({ what, days, claims: count })),
      );
    case 'queue':
      return figures.queue.ages.map(({ fromDays, toDays, count }) => ({ fromDays, toDays, claims: count }));
    case 'cost':
      return figures.cost.parts.map(({ what, quantity, unitUsd, usd, from, source, confidence }) => ({
        what,
        quantity,
        unitUsd,
        usd,
        from,
        source,
        confidence,
      }));
  }
}
