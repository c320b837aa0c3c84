import { spreadsheetCsv } from '#shared';
import {
  channelFiguresSchema,
  costPartSchema,
  dayFiguresSchema,
  orderFiguresSchema,
  payeeFiguresSchema,
  reasonFiguresSchema,
  registrationFiguresSchema,
  reviewerFiguresSchema,
  schemeFiguresSchema,
  type Figures,
  type FigureTable,
} from './figures.ts';

type Row = Readonly<Record<string, string | number | undefined>>;

/** What each table has in any case; channels have a column more for each scheme that there were claims of. */
const columnsOf: Readonly<Record<FigureTable, readonly string[]>> = {
  days: Object.keys(dayFiguresSchema.shape),
  orders: Object.keys(orderFiguresSchema.shape),
  channels: Object.keys(channelFiguresSchema.omit({ claims: true }).shape),
  schemes: Object.keys(schemeFiguresSchema.shape),
  payees: Object.keys(payeeFiguresSchema.shape),
  durations: ['what', 'days', 'claims'],
  reasons: Object.keys(reasonFiguresSchema.shape),
  queue: ['fromDays', 'toDays', 'claims'],
  reviewers: Object.keys(reviewerFiguresSchema.shape),
  cost: Object.keys(costPartSchema.shape),
  registrations: Object.keys(registrationFiguresSchema.shape),
};

/**
 * One table of the figures for other programs, with a line of column names also where there is nothing below it. Amounts are centimes,
 * durations whole days or minutes. What people open in a spreadsheet, the pages write, in their language.
 */
export function writeFiguresCsv(figures: Figures, table: FigureTable): string {
  const rows = rowsOf(figures, table);
  const columns = [...new Set([...columnsOf[table], ...rows.flatMap((row) => Object.keys(row))])];
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
