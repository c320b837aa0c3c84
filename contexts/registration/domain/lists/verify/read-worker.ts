import type { ListedWorker } from '../../../records/list-lines.ts';
import type { listedCategories } from '../format/categories.ts';
import type { CellOf } from '../format/list-format.ts';
import type { WorkerColumn } from '../format/worker-columns.ts';
import type { Findings } from './findings.ts';
import { parseListedDate } from './listed-date.ts';
import { categoryOf } from './listed-words.ts';
import {
  isWithin,
  readBirthDate,
  readCin,
  readDeath,
  readName,
  readPhone,
  readSex,
  type KnownLife,
} from './person-cells.ts';

/** Reads a line about a self-employed worker. @returns undefined where the findings say why not */
export function readWorker(
  cell: CellOf<WorkerColumn>,
  source: keyof typeof listedCategories,
  { asOf, findings }: { readonly asOf: string; readonly findings: Findings },
): ListedWorker | undefined {
  const cin = readWorkerCin(cell('cin'), findings);
  const name = readName(cell, findings);
  const birthDate = readBirthDate(cell('birth_date'), { parse: parseListedDate, asOf, findings });
  const sex = readSex(cell('sex'), findings);
  const category = findings.required(categoryOf(source, cell('category')), 'CATEGORY_UNKNOWN');
  const life = { birthDate, asOf };
  const activity = readActivity(cell('activity_from'), cell('activity_to'), life, findings);
  const deceasedOn = readDeath(cell('deceased_on'), parseListedDate, life, findings);
  const phone = readPhone(cell('phone'), findings);
  if (
    cin === undefined ||
    name === undefined ||
    birthDate === undefined ||
    category === undefined ||
    activity === undefined
  )
    return undefined;
  return {
    kind: 'worker',
    cin,
    name,
    birthDate,
    category,
    ...activity,
    sex,
    phone,
    deceasedOn,
    address: cell('address') || undefined,
    commune: cell('commune') || undefined,
  };
}

function readWorkerCin(cell: string, findings: Findings): string | undefined {
  return findings.required(readCin(cell, findings), cell === '' ? 'CIN_MISSING' : 'CIN_INVALID');
}

function readActivity(
  fromCell: string,
  toCell: string,
  life: KnownLife,
  findings: Findings,
): Pick<ListedWorker, 'activityFrom' | 'activityTo'> | undefined {
  const activityFrom = parseListedDate(fromCell);
  const activityTo = parseListedDate(toCell);
  // An activity can be known to end later; it cannot have begun later.
  if (activityTo !== undefined && activityTo > life.asOf) findings.warn('ACTIVITY_END_AHEAD');
  const isEndRight =
    toCell === '' || (activityFrom !== undefined && activityTo !== undefined && activityTo >= activityFrom);
  if (activityFrom !== undefined && isWithin(activityFrom, life) && isEndRight)
    return { activityFrom, activityTo };
  findings.invalid('ACTIVITY_DATE_INVALID');
  return undefined;
}
