import { seededRandom, type Random } from '../../random.ts';
import type { Family, FormDesign } from './form-design.ts';
import type { ColumnName, TableDesign } from './table-design.ts';
import { shuffled } from '../shuffled.ts';

/** Draws how the table of acts looks. */
export function drawTableDesign(family: Family, random: Random): TableDesign {
  const chance = (share: number): boolean => random.next() < share;
  const isPrintout = family === 'clinic-printout';
  const isJoined = chance(0.5);
  const code: readonly ColumnName[] = isJoined
    ? ['cotation']
    : chance(0.9)
      ? ['letter', 'coefficient']
      : ['coefficient', 'letter'];
  const hasQuantity = chance(isPrintout ? 0.6 : 0.28);
  const optional: readonly (readonly [ColumnName, number])[] = [
    ['description', isPrintout ? 0.8 : 0.2],
    ['disease', 0.1],
    ['inpe', 0.16],
    ['stamp', isPrintout ? 0 : 0.25],
  ];
  const extra = optional.filter(([, share]) => chance(share)).map(([name]) => name);
  const money: readonly ColumnName[] = hasQuantity && chance(0.6) ? ['unitPrice', 'amount'] : ['amount'];
  const groups: readonly (readonly ColumnName[])[] = [
    ['date'],
    ...(extra.includes('description') ? [['description' as const]] : []),
    code,
    ...(hasQuantity ? [['quantity' as const]] : []),
    ...(extra.includes('disease') ? [['disease' as const]] : []),
    money,
    ...(extra.includes('inpe') ? [['inpe' as const]] : []),
    ...(extra.includes('stamp') ? [['stamp' as const]] : []),
  ];
  const ordered = chance(0.45) ? groups : shuffled(groups, random);
  const isNumbered = chance(0.12);
  const columns = [...(isNumbered ? (['number'] as const) : []), ...ordered.flat()];
  const hasCells = family === 'cells';
  return {
    columns,
    hasHeader: chance(isPrintout ? 0.85 : 0.92),
    ruling: isPrintout
      ? random.pick(['dashes', 'dashes', 'none', 'rows'] as const)
      : random.pick(['full', 'full', 'full', 'rows', 'columns', 'outside', 'none'] as const),
    rowHeight: random.whole(22, 34),
    emptyRows: isPrintout ? 0 : random.pick([0, 1, 2, 3, 4]),
    cotationJoint: random.pick(['', '', ' ', ' ', '.', ' x', '='] as const),
    isOneWritten: isJoined ? chance(0.3) : chance(0.7),
    hasCentimesColumn: !isPrintout && chance(hasCells ? 0.35 : 0.08),
    hasDateCells: hasCells && chance(0.4),
    total: random.pick(['row', 'row', 'below', 'below', 'box', 'start'] as const),
    alignment: random.pick(['left', 'centre', 'amounts-right', 'amounts-right'] as const),
  };
}

/** The same form with a column for the number of whoever gave the act of a row. */
export function withRowProviders(form: FormDesign, seed: number): FormDesign {
  const random = seededRandom(seed);
  const { table } = form;
  const at = random.pick([1, table.columns.length, table.columns.length]);
  const columns: readonly ColumnName[] = table.columns.includes('inpe')
    ? table.columns
    : table.columns.toSpliced(at, 0, 'inpe');
  return { ...form, table: { ...table, columns, isOwnInpeLeftOut: random.next() < 0.4 } };
}
