import type { LabelAnchor } from '../label-anchors.ts';
import { lettersOfOne } from '../key-letters.ts';
import { middleX } from '../page-frame.ts';
import type { NumberColumn } from './act-columns.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';
import { countsRows } from './row-numbers.ts';

/** What the columns of numbers of a table are. */
export interface ColumnRoles {
  readonly amount: NumberColumn;
  /** Where dirhams and centimes have a column each: that of the centimes. */
  readonly centimes: NumberColumn | undefined;
  readonly unitPrice: NumberColumn | undefined;
  readonly coefficient: NumberColumn | undefined;
  readonly quantity: NumberColumn | undefined;
}

export interface JudgedRoles {
  readonly roles: ColumnRoles;
  /** By row: what it bills; undefined where nothing stands in the column. */
  readonly amounts: readonly (number | undefined)[];
  /** By row: coefficient times quantity, in hundredths. */
  readonly multiples: readonly (number | undefined)[];
  readonly score: number;
  /** The amounts add up to an amount that stands elsewhere on the form. */
  readonly isSumRight: boolean;
  /** On every row a unit price times how often makes the amount, and no column is left over. */
  readonly isPriced: boolean;
}

export interface TableFacts {
  readonly rows: readonly AtomRow[];
  readonly columns: readonly NumberColumn[];
  /** The known headings of columns. */
  readonly headingOver: ReadonlyMap<NumberColumn, LabelAnchor>;
  /** Columns that count the rows, for sure or as far as can be determined. */
  readonly rowNumbers: ReadonlyMap<NumberColumn, 'sure' | 'maybe'>;
  /** By column of amounts: the columns in which the table prints them once more. */
  readonly printedAgain: ReadonlyMap<NumberColumn, ReadonlySet<NumberColumn>>;
  /** Amounts elsewhere on the form, one of which may be the total, in centimes. */
  readonly totals: ReadonlySet<number>;
}

export function letterOfRow(row: AtomRow): Extract<RowAtom, { kind: 'letter' }> | undefined {
  const letters = row.atoms.filter((atom) => atom.kind === 'letter');
  return letters.find((letter) => letter.parsed.doubts.length === 0) ?? letters[0];
}

const twoDigits = /^\d{2}$/;

function valueAt(column: NumberColumn | undefined, row: number): number | undefined {
  return column?.atoms[row]?.parsed.value;
}

/** Amount of a row in centimes. Numbers are in hundredths, so that whole dirhams are centimes already. */
function amountAt(
  { amount, centimes }: Pick<ColumnRoles, 'amount' | 'centimes'>,
  row: number,
): number | undefined {
  const main = amount.atoms[row];
  if (main === undefined) return undefined;
  if (centimes === undefined) return main.parsed.value;
  const part = centimes.atoms[row];
  if (part === undefined) return undefined;
  return main.parsed.value + part.parsed.value / 100;
}

function isCentimes(column: NumberColumn, dirhams: NumberColumn): boolean {
  return (
    column.left > dirhams.left &&
    column.atoms.every(
      (atom, row) =>
        (atom === undefined) === (dirhams.atoms[row] === undefined) &&
        (atom === undefined || (atom.kind === 'number' && twoDigits.test(atom.text))),
    )
  );
}

const hasAmounts = (column: NumberColumn): boolean => column.atoms.some((atom) => atom?.kind === 'amount');

function* rolesOf({ columns, rowNumbers, printedAgain }: TableFacts): Iterable<ColumnRoles> {
  const amounts = columns.filter(hasAmounts);
  const numbers = columns
    .filter((column) => !hasAmounts(column))
    .filter((column) => rowNumbers.get(column) !== 'sure');
  const money: Pick<ColumnRoles, 'amount' | 'centimes' | 'unitPrice'>[] = [];
  for (const amount of amounts) {
    for (const unitPrice of [undefined, ...amounts.filter((one) => one !== amount)])
      money.push({ amount, centimes: undefined, unitPrice });
  }
  numbers.forEach((amount, index) => {
    const centimes = numbers[index + 1];
    if (centimes !== undefined && isCentimes(centimes, amount))
      money.push({ amount, centimes, unitPrice: undefined });
  });
  // Whole dirhams, where nothing on the table looks like an amount.
  if (amounts.length === 0) {
    for (const amount of numbers) {
      for (const unitPrice of [undefined, ...numbers.filter((one) => one !== amount)])
        money.push({ amount, centimes: undefined, unitPrice });
    }
  }
  for (const one of money) {
    const free = numbers.filter(
      (column) =>
        column !== one.amount &&
        column !== one.centimes &&
        column !== one.unitPrice &&
        printedAgain.get(one.amount)?.has(column) !== true,
    );
    for (const coefficient of [undefined, ...free]) {
      for (const quantity of [undefined, ...free.filter((column) => column !== coefficient)])
        yield { ...one, coefficient, quantity };
    }
  }
}

/** By column of amounts: the columns of dirhams and of centimes in which the table prints the same once more. */
export function findAmountsAgain(
  columns: readonly NumberColumn[],
): ReadonlyMap<NumberColumn, ReadonlySet<NumberColumn>> {
  const numbers = columns.filter((column) => !hasAmounts(column));
  const isAgain = (amount: NumberColumn, dirhams: NumberColumn, centimes: NumberColumn): boolean =>
    amount.atoms.every((_, row) => {
      const printed = amountAt({ amount: dirhams, centimes }, row);
      return printed !== undefined && printed === valueAt(amount, row);
    });
  return new Map(
    columns.filter(hasAmounts).map((amount) => [
      amount,
      new Set(
        numbers.flatMap((dirhams, index) => {
          const centimes = numbers[index + 1];
          return centimes !== undefined && isCentimes(centimes, dirhams) && isAgain(amount, dirhams, centimes)
            ? [dirhams, centimes]
            : [];
        }),
      ),
    ]),
  );
}

const headingOf = {
  amount: 'column.amount',
  coefficient: 'column.coefficient',
  quantity: 'column.quantity',
  unitPrice: 'column.unitPrice',
} as const;

const headedRoles = ['amount', 'coefficient', 'quantity', 'unitPrice'] as const;

/** How well the printed headings over the columns agree with what the columns are taken for. */
function headingScore(roles: ColumnRoles, facts: TableFacts): number {
  let score = 0;
  for (const role of headedRoles) {
    const column = roles[role];
    if (column === undefined) continue;
    const nearest = facts.headingOver.get(column);
    if (nearest === undefined) continue;
    if (nearest.name === headingOf[role]) score += 2;
    else if (Object.values(headingOf).some((other) => other === nearest.name)) score -= 1.5;
  }
  return score;
}

/** Multiples of a row: what the letter, the coefficient's and the quantity's column say. */
function multipleAt(roles: ColumnRoles, row: AtomRow, index: number): number | undefined {
  const letter = letterOfRow(row);
  const coefficient = letter?.coefficient?.value ?? valueAt(roles.coefficient, index);
  const quantity = valueAt(roles.quantity, index);
  if (coefficient === undefined) return quantity;
  return quantity === undefined ? coefficient : (coefficient * quantity) / 100;
}

function letterScore(roles: ColumnRoles, row: AtomRow, index: number): number {
  const letter = letterOfRow(row);
  if (letter === undefined) return 0;
  const isOne = lettersOfOne.has(letter.parsed.value);
  const own = letter.coefficient?.value;
  const column = valueAt(roles.coefficient, index);
  const coefficient = own ?? column;
  // `Z45` and a column that says otherwise: that column counts something else.
  if (own !== undefined && column !== undefined) return own === column ? -1.5 : -3;
  if (isOne) return coefficient === undefined || coefficient === 100 ? 0.3 : -3;
  // A graded act of one is rare: the number beside it is how often more likely than how much.
  return coefficient === undefined ? -2 : coefficient > 100 ? 0.6 : -1.9;
}

/** Whether a unit price times how often makes the amount of a row. */
function isPriced(roles: ColumnRoles, index: number): boolean {
  const unit = valueAt(roles.unitPrice, index);
  const amount = amountAt(roles, index);
  const quantity = valueAt(roles.quantity, index) ?? valueAt(roles.coefficient, index) ?? 100;
  return unit !== undefined && amount !== undefined && unit * quantity === amount * 100;
}

/** A unit price times how often makes the amount: one of the two, or both, tell which column is which. */
function unitScore(roles: ColumnRoles, index: number): number {
  const unit = valueAt(roles.unitPrice, index);
  const amount = amountAt(roles, index);
  if (unit === undefined || amount === undefined) return 0;
  if (isPriced(roles, index)) return 1.5;
  const coefficient = valueAt(roles.coefficient, index);
  return coefficient !== undefined && unit * coefficient === amount * 100 ? 1 : -3;
}

/** Nobody is examined more often on one day; treatments go on for weeks under one date. */
const mostQuantity = { ofWholeActs: 400, ofGradedActs: 3000 } as const;

function quantityScore(roles: ColumnRoles, row: AtomRow, index: number): number {
  const quantity = valueAt(roles.quantity, index);
  if (quantity === undefined) return 0;
  const isWhole = lettersOfOne.has(letterOfRow(row)?.parsed.value ?? '');
  const most = isWhole ? mostQuantity.ofWholeActs : mostQuantity.ofGradedActs;
  return quantity % 100 === 0 && quantity >= 100 && quantity <= most ? 0.2 : -1.5;
}

/** What a row costs stands beside it once more: as its coefficient it would be one dirham each. */
function isAmountAgain(roles: ColumnRoles, index: number): boolean {
  const coefficient = valueAt(roles.coefficient, index);
  return coefficient !== undefined && coefficient > 100 && coefficient === amountAt(roles, index);
}

/** A coefficient stands right of its letter more often than not, and an amount behind both. */
function placeScore(roles: ColumnRoles, { rows }: TableFacts): number {
  const letters = rows.flatMap((row) => letterOfRow(row) ?? []);
  const [letter] = letters;
  if (letter === undefined) return 0;
  let score = 0;
  if (roles.coefficient !== undefined && roles.quantity !== undefined) {
    const nearness = (column: NumberColumn): number => Math.abs(middleX(column) - middleX(letter));
    score += nearness(roles.coefficient) < nearness(roles.quantity) ? 0.4 : -0.4;
  }
  if (roles.unitPrice !== undefined) {
    // The unit price stands between the codes and the amount, whichever way the table is read.
    const isBetween =
      Math.abs(middleX(roles.unitPrice) - middleX(letter)) <
      Math.abs(middleX(roles.amount) - middleX(letter));
    score += isBetween ? 0.3 : -0.3;
  }
  return score;
}

/** Columns of numbers that have no role and do not count the rows. */
function unexplainedColumns(
  { amount, centimes, unitPrice, coefficient, quantity }: ColumnRoles,
  { columns, rowNumbers, printedAgain }: TableFacts,
): readonly NumberColumn[] {
  const used = new Set([amount, centimes, unitPrice, coefficient, quantity]);
  const again = printedAgain.get(amount);
  return columns.filter(
    (column) => !used.has(column) && !rowNumbers.has(column) && again?.has(column) !== true,
  );
}

/**
 * Whether what may be the rows' own numbers has a role, and a column that can be no such numbers has none. Beside a unit price that fits
 * nothing either may be how often.
 */
function explainsOnlyRowNumbers(roles: ColumnRoles, facts: TableFacts): boolean {
  const isTaken = [roles.coefficient, roles.quantity].some(
    (column) => column !== undefined && facts.rowNumbers.has(column),
  );
  const isOnlyPrice = facts.columns.filter(hasAmounts).length <= 1;
  return isTaken && isOnlyPrice && unexplainedColumns(roles, facts).length > 0;
}

function judge(roles: ColumnRoles, facts: TableFacts): JudgedRoles {
  const { rows, totals } = facts;
  const amounts = rows.map((_, index) => amountAt(roles, index));
  const isComplete = amounts.every((amount) => amount !== undefined && amount > 0);
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  const isSumRight = isComplete && totals.has(sum);
  let score = headingScore(roles, facts) + placeScore(roles, facts);
  score += isSumRight ? 4 : 0;
  score -= isComplete ? 0 : 2;
  score -= 0.8 * unexplainedColumns(roles, facts).length + (explainsOnlyRowNumbers(roles, facts) ? 0.8 : 0);
  rows.forEach((row, index) => {
    score +=
      (letterScore(roles, row, index) +
        unitScore(roles, index) +
        quantityScore(roles, row, index) -
        (isAmountAgain(roles, index) ? 1.5 : 0)) /
      rows.length;
  });
  if (roles.centimes === undefined && roles.amount.atoms.some((atom) => atom?.kind === 'number')) score -= 1;
  return {
    roles,
    amounts,
    multiples: rows.map((row, index) => multipleAt(roles, row, index)),
    score,
    isSumRight,
    isPriced: isPricedThroughout(roles, facts),
  };
}

/**
 * Whether the amounts are whole numbers, and a column of numbers is left that nothing explains: the dirhams, perhaps, of which
 * the amounts are only the centimes. No sum helps there: that of the centimes may stand on the form as well.
 */
export function mayBeOtherAmounts({ roles }: JudgedRoles, facts: TableFacts): boolean {
  const isWhole = roles.centimes === undefined && roles.amount.atoms.every((atom) => atom?.kind !== 'amount');
  return isWhole && unexplainedColumns(roles, facts).length > 0;
}

/**
 * Whether a column that may only count the rows (1, 2 down the page) is taken for how much or how often an act was done, and
 * neither a heading over it nor a unit price says so. What stands over other columns is no reason to take it for one of these.
 * The only numbers between letters and amounts are hardly those of the rows.
 */
export function mayCountRows({ roles }: JudgedRoles, facts: TableFacts): boolean {
  const { coefficient, quantity } = roles;
  const isOneOfSeveral =
    (coefficient !== undefined && quantity !== undefined) || unexplainedColumns(roles, facts).length > 0;
  return (['coefficient', 'quantity'] as const).some((role) => {
    const column = roles[role];
    if (column === undefined || !countsRows(column)) return false;
    const isPriced = facts.rows.every((_, index) => unitScore(roles, index) > 0);
    const isHeaded = facts.headingOver.get(column)?.name === headingOf[role];
    return !isPriced && !isHeaded && (isOneOfSeveral || facts.rowNumbers.has(column));
  });
}

/**
 * Chance does not make all amounts unit prices times how often, and leave no column over: a way to take the columns that says
 * otherwise is wrong.
 */
function isPricedThroughout(roles: ColumnRoles, facts: TableFacts): boolean {
  return (
    facts.rows.every((_, index) => isPriced(roles, index)) && unexplainedColumns(roles, facts).length === 0
  );
}

/** Ways to take the columns that are this much worse than the best are no rivals to it. */
const margin = 1;

/** More columns of numbers than a table of acts has: clutter, of which only the first are looked at. */
const mostColumns = 9;

/**
 * Takes all columns of numbers together: what each is follows from how well all of it fits: sums, unit prices, letters,
 * headings, places. Nothing of it is needed, and nothing of it decides alone.
 * @returns the best way to take them, and the best one that gives other amounts or multiples where it is about as good
 */
export function judgeColumns(
  facts: TableFacts,
): { readonly best: JudgedRoles; readonly rival: JudgedRoles | undefined } | undefined {
  const judged = [...rolesOf({ ...facts, columns: facts.columns.slice(0, mostColumns) })].map((roles) =>
    judge(roles, facts),
  );
  const sorted = judged.sort((a, b) => b.score - a.score);
  const [best] = sorted;
  if (best === undefined) return undefined;
  const key = (one: JudgedRoles): string =>
    JSON.stringify([one.amounts, one.multiples.map((multiple) => multiple ?? 100)]);
  const rival = sorted.find(
    (one) => one.score > best.score - margin && key(one) !== key(best) && (!best.isPriced || one.isPriced),
  );
  return { best, rival };
}
