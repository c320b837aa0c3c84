import { cleanText, splitLine } from '#shared';
import { packUnitsOf } from '../pack-units.ts';
import { listedCode } from './listed-code.ts';
import { MedicineListError } from './medicine-list-error.ts';
import { listedCentimes, listedRate } from './listed-amount.ts';
import { checkRow, type ListFacts, type ReadRow } from './medicine-row.ts';

type Column = 'code' | 'name' | 'substance' | 'dose' | 'doseUnit' | 'form' | 'pack' | 'ppv' | 'base' | 'rate';

/** What the column under a header holds: headers of the fund's list, and of the list of 2014. Others are passed over. */
const HEADERS: ReadonlyMap<string, Column> = new Map([
  ['code', 'code'],
  ['nom', 'name'],
  ['dci', 'substance'],
  ['dci1', 'substance'],
  ['dosage', 'dose'],
  ['dosage1', 'dose'],
  ['unite_dosage', 'doseUnit'],
  ['unite_dosage1', 'doseUnit'],
  ['forme', 'form'],
  ['presentation', 'pack'],
  ['ppv', 'ppv'],
  ['ppv_br', 'base'],
  ['prix_br', 'base'],
  ['taux_remboursement_cnss', 'rate'],
  ['taux_remboursement', 'rate'],
]);

const REQUIRED: readonly Column[] = ['code', 'name', 'ppv', 'base', 'rate'];
const DELIMITERS = [';', ',', '\t'] as const;

type CellOf = (column: Column) => string;

interface PriceFacts {
  readonly from: string;
  readonly source: string;
}

/**
 * Reads lines of a list with column names.
 * @param header the line of column names: it also shows the delimiter
 * @throws MedicineListError where columns are missing
 */
export function listReader(header: string, facts: ListFacts): (line: string, number: number) => ReadRow {
  const { delimiter, names } = namesIn(header);
  const missing = REQUIRED.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new MedicineListError(
      `The first line lacks the columns ${missing.map((column) => headersOf(column).join(' or ')).join(', ')}. Give the list with its column names, separated by semicolons, commas or tabs.`,
    );
  const { from, source } = facts;
  if (from === undefined || source === undefined)
    throw new MedicineListError(
      'The list does not say from which day its prices hold, nor whose it is: give --from DAY and --source TEXT.',
    );
  return (line, number) => {
    const cells = splitLine(line, delimiter);
    if (cells === undefined || cells.length < names.length)
      return { line: number, reason: 'it cannot be taken apart into its columns' };
    return readRow(number, (column) => cleanText(cells[names.indexOf(column)] ?? ''), { from, source });
  };
}

function namesIn(header: string) {
  const ways = DELIMITERS.map((delimiter) => ({
    delimiter,
    names: (splitLine(header, delimiter) ?? []).map(columnOf),
  }));
  const known = ({ names }: (typeof ways)[number]): number =>
    names.filter((name) => name !== undefined).length;
  return ways.reduce((best, way) => (known(way) > known(best) ? way : best));
}

function columnOf(header: string): Column | undefined {
  const name = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return HEADERS.get(name);
}

const headersOf = (column: Column): readonly string[] =>
  [...HEADERS].filter(([, held]) => held === column).map(([header]) => header);

function readRow(line: number, cell: CellOf, { from, source }: PriceFacts): ReadRow {
  const read = listedCode(cell('code'));
  if ('problem' in read) return { line, reason: `code: ${read.problem}` };
  const { code } = read;
  const refuse = (reason: string): ReadRow => ({ line, reason, code });
  const ppvCentimes = listedCentimes(cell('ppv'));
  const rateBasisPoints = listedRate(cell('rate'));
  const base = cell('base');
  // Lists leave the base empty, or write 0, where they have none.
  const baseCentimes = base === '' ? 0 : listedCentimes(base);
  if (ppvCentimes === undefined) return refuse(`ppv: ${amountProblem(cell('ppv'))}`);
  if (baseCentimes === undefined) return refuse(`base of reimbursement: ${amountProblem(base)}`);
  if (rateBasisPoints === undefined) return refuse('rate: it is missing, or is no percentage');
  const price = {
    ...{ from, source, ppvCentimes, rateBasisPoints },
    baseCentimes: baseCentimes === 0 ? undefined : baseCentimes,
  };
  const pack = textOf(cell('pack'));
  return checkRow({
    line,
    code,
    name: cell('name'),
    substances: [cell('substance')].filter((substance) => substance !== ''),
    strength: textOf(`${cell('dose')} ${cell('doseUnit')}`.trim()),
    form: textOf(cell('form')),
    pack,
    packUnits: pack === undefined ? undefined : packUnitsOf(pack),
    price,
  });
}

const textOf = (text: string): string | undefined => (text === '' ? undefined : text);

const amountProblem = (text: string): string =>
  text === '' ? 'it is missing' : 'it is no amount in dirhams, such as 1200.00 or 25,10';
