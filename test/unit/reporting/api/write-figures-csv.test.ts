import { expect, it } from 'vitest';
import { figureTables, type Figures } from '../../../../contexts/reporting/api/figures.ts';
import { writeFiguresCsv } from '../../../../contexts/reporting/api/write-figures-csv.ts';

const nothing: Figures = {
  from: '2026-11-01',
  to: '2026-11-02',
  ...{
    days: [],
    orders: [],
    channels: [],
    schemes: [],
    payees: [],
    reasons: [],
    reviewers: [],
    registrations: [],
  },
  targetDays: 7,
  toDecision: { count: 0, histogram: [] },
  toMoney: { count: 0, histogram: [] },
  queue: { open: 0, ages: [] },
  cost: { claims: 0, parts: [] },
  coveragesOpened: 0,
  coveragesClosed: 0,
};

it.each(figureTables)('the table of %s has its columns also where nothing was counted', (table) => {
  const [columns = '', ...rows] = writeFiguresCsv(nothing, table).trim().split('\r\n');
  expect(columns.split(';').length).toBeGreaterThan(1);
  expect(rows).toEqual([]);
});
