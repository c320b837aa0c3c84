import type { LabelAnchor } from './label-anchors.ts';
import type { ColumnName, LabelName } from './label-lexicon/label-entry.ts';
import { middleX, middleY, type PageFrame } from './page-frame.ts';

/** A column of the table of acts, by its heading. */
export interface ActsColumn {
  readonly name: ColumnName;
  /** x range of the heading; undefined where the heading was not read and only the order of columns is known. */
  readonly left: number | undefined;
  readonly right: number | undefined;
}

interface ActsHeader {
  /** From left to right. */
  readonly columns: readonly ActsColumn[];
  readonly labels: readonly LabelAnchor[];
  readonly bottom: number;
}

const unread = { left: undefined, right: undefined } as const;

/**
 * The columns that every table of acts has, put back where their heading was not read: the letter after the date or
 * before the coefficient, the amount after the codes.
 */
function withUnreadColumns(columns: readonly ActsColumn[]): readonly ActsColumn[] {
  const names = columns.map((column) => column.name);
  const completed = [...columns];
  const lastOf = (...wanted: readonly ColumnName[]): number =>
    Math.max(...wanted.map((name) => completed.findIndex((column) => column.name === name)));
  if (!names.includes('keyLetter') && !names.includes('actCode')) {
    const coefficient = lastOf('coefficient');
    completed.splice(coefficient >= 0 ? coefficient : lastOf('date') + 1, 0, {
      name: 'keyLetter',
      ...unread,
    });
  }
  if (!names.includes('date')) completed.unshift({ name: 'date', ...unread });
  if (!names.includes('amount')) {
    completed.splice(lastOf('date', 'actCode', 'keyLetter', 'coefficient', 'diagnosis') + 1, 0, {
      name: 'amount',
      ...unread,
    });
  }
  return completed;
}

const columnOfLabel: Partial<Record<LabelName, ColumnName>> = {
  'column.date': 'date',
  'column.actCode': 'actCode',
  'column.keyLetter': 'keyLetter',
  'column.coefficient': 'coefficient',
  'column.quantity': 'quantity',
  'column.unitPrice': 'unitPrice',
  'column.amount': 'amount',
  'column.diagnosis': 'diagnosis',
  'column.stamp': 'stamp',
  'column.rowNumber': 'rowNumber',
  'column.description': 'description',
};

export function columnOf(label: LabelAnchor): ColumnName | undefined {
  return columnOfLabel[label.name];
}

function isCodeColumn(name: ColumnName): boolean {
  return name === 'actCode' || name === 'keyLetter' || name === 'coefficient';
}

/** One heading can be several labels (`Lettre clé` over `+ cotation`): the first word for it that is a code wins. */
function mergeHeadings(labels: readonly LabelAnchor[]): readonly ActsColumn[] {
  const columns: { name: ColumnName; left: number; right: number }[] = [];
  for (const label of [...labels].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const name = columnOf(label);
    if (name === undefined) continue;
    const same = columns.find((column) => label.left < column.right && label.right > column.left);
    if (same === undefined) columns.push({ name, left: label.left, right: label.right });
    else {
      same.left = Math.min(same.left, label.left);
      same.right = Math.max(same.right, label.right);
      if (name === 'keyLetter' && isCodeColumn(same.name)) same.name = name;
    }
  }
  // `Nombre` heads the coefficients where nothing else does.
  const hasCoefficient = columns.some((column) => column.name === 'coefficient');
  return columns
    .map((column) =>
      column.name === 'quantity' && !hasCoefficient ? { ...column, name: 'coefficient' as const } : column,
    )
    .sort((a, b) => middleX(a) - middleX(b));
}

function isHeader(columns: readonly ActsColumn[]): boolean {
  const names = new Set(columns.map((column) => column.name));
  const hasCode = names.has('actCode') || names.has('keyLetter') || names.has('coefficient');
  return (
    (names.has('amount') && (names.has('date') || hasCode)) ||
    (names.has('date') && hasCode && names.size >= 3)
  );
}

/**
 * Finds the heading of the table of acts. One word is no heading (`montant` and `code` stand in running text too):
 * it takes headings of several columns side by side, an amount with a date or a code among them.
 */
export function findActsHeader(labels: readonly LabelAnchor[], frame: PageFrame): ActsHeader | undefined {
  const headings = labels.filter((label) => columnOf(label) !== undefined);
  let best: ActsHeader | undefined;
  for (const first of headings) {
    const band = headings.filter((label) => {
      const drop = (middleY(label) - middleY(first)) / frame.lineHeight;
      return drop > -1.2 && drop < 2.6;
    });
    const columns = mergeHeadings(band);
    if (!isHeader(columns)) continue;
    if (best === undefined || columns.length > best.labels.length) {
      best = {
        columns: withUnreadColumns(columns),
        labels: band,
        bottom: Math.max(...band.map((label) => label.bottom)),
      };
    }
  }
  return best;
}
