import { foldMedicineName } from '../fold-medicine-name.ts';
import type { Medicine, MedicinePrice } from '../medicine.ts';

/** One line of a list: a substance of a box, or a price of it; several lines make one medicine. */
export interface MedicineRow extends Omit<Medicine, 'prices'> {
  /** Its number in the file, from 1 on. */
  readonly line: number;
  readonly price: MedicinePrice;
}

/** A line that was not taken, and why, as a person needs it to put it right. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
  /** The code of the box, where it could be read. */
  readonly code?: string | undefined;
}

export type ReadRow = MedicineRow | RefusedRow;

export const isRefused = (row: ReadRow): row is RefusedRow => 'reason' in row;

/** What a line that does not say so itself is taken to say. */
export interface ListFacts {
  /** Day (ISO) from which the prices hold; undefined where each line must say so. */
  readonly from: string | undefined;
  /** Which list it is; undefined where each line must say so. */
  readonly source: string | undefined;
}

/** The rates there are: admitted to reimbursement, or not (law 65-00). */
const RATES = [0, 7_000];

/** Longer than the longest names of lists; more is another text in the wrong column. */
const MAX_CHARACTERS = 300;

/** The line as it is, or why it cannot be taken: what every format of lists is held to. */
export function checkRow(row: MedicineRow): ReadRow {
  const problem = textProblem(row) ?? priceProblem(row.price);
  return problem === undefined ? row : { line: row.line, code: row.code, reason: problem };
}

function textProblem({ name, substances, strength, form, pack, price }: MedicineRow): string | undefined {
  if (foldMedicineName(name) === '') return 'name: it is missing, or has no Latin letters and digits';
  const texts = [name, ...substances, strength, form, pack, price.source];
  return texts.some((text) => (text?.length ?? 0) > MAX_CHARACTERS)
    ? `a text is longer than ${MAX_CHARACTERS} characters`
    : undefined;
}

/** What makes a price wrong by itself; undefined where nothing does. */
function priceProblem({
  from,
  to,
  ppvCentimes,
  baseCentimes,
  rateBasisPoints,
}: MedicinePrice): string | undefined {
  if (ppvCentimes <= 0) return 'price (PPV): it must be above 0';
  if (baseCentimes !== undefined && baseCentimes > ppvCentimes)
    return 'base of reimbursement: it is above the price (PPV)';
  if (!RATES.includes(rateBasisPoints)) return 'rate: it must be 0 or 70 %';
  if (to !== undefined && to < from) return 'to: the last day is before the first';
  return undefined;
}
