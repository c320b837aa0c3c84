import type { OutcomeCode } from '../../../contexts/registration/records/list-lines.ts';
import type { MeteredCall } from '../cost/metering-proxy.ts';
import type { Figure, Table } from '../group.ts';
import { numberText } from '../number-text.ts';
import { sum } from '../statistics.ts';
import type { MeteredRegistration } from './metered-registration.ts';

/** Kinds of items that are a dependant's and not the insured person's own. */
const OF_DEPENDANT = new Set(['PERSON/DEPENDANT', 'CIN/DEPENDANT']);

const unitsOf = (calls: readonly MeteredCall[]) => calls.flatMap(({ units }) => units);
const writesOf = (calls: readonly MeteredCall[]): number =>
  sum(unitsOf(calls).map(({ writeUnits }) => writeUnits));
const readsOf = (calls: readonly MeteredCall[]): number =>
  sum(unitsOf(calls).map(({ readUnits }) => readUnits));

const countOf = ({ outcomes }: MeteredRegistration, code: OutcomeCode): number =>
  outcomes.filter((outcome) => outcome.code === code).length;

/** Request units of DynamoDB for a new worker, a new household and a line. */
export function unitFigures(
  workers: MeteredRegistration,
  households: MeteredRegistration,
): readonly Figure[] {
  const newWorker = writesOf(ofNewPeople(workers)) / countOf(workers, 'REGISTERED');
  const sms = writesOf(workers.tell) / new Set(workers.tell.flatMap(({ request }) => keyOf(request))).size;
  const inHouseholds = unitsOf(ofNewPeople(households));
  const dependants = inHouseholds.filter(({ what }) => OF_DEPENDANT.has(what));
  const heads = inHouseholds.filter(({ what }) => !OF_DEPENDANT.has(what));
  return [
    { name: 'write units of a new worker', value: newWorker, target: { atMost: 6 } },
    {
      name: 'write units of a new worker with the record of the SMS',
      value: newWorker + sms,
      target: { atMost: 8 },
    },
    { name: 'write units of the record of an SMS', value: sms },
    {
      name: 'write units of a new head of a RAMED household',
      value: sum(heads.map(({ writeUnits }) => writeUnits)) / countOf(households, 'REGISTERED'),
    },
    {
      name: 'write units of each dependant',
      value:
        sum(dependants.map(({ writeUnits }) => writeUnits)) / countOf(households, 'DEPENDANT_REGISTERED'),
    },
    { name: 'write units to count a unit', value: writesOf(workers.count) },
    { name: 'read units of a line, workers', value: readsOf(workers.register) / workers.lineCount },
    { name: 'read units of a line, households', value: readsOf(households.register) / households.lineCount },
    { name: 'calls of DynamoDB for a line, workers', value: workers.register.length / workers.lineCount },
    {
      name: 'calls of DynamoDB for a line, households',
      value: households.register.length / households.lineCount,
    },
    {
      name: 'bytes kept of a new head and the household',
      value: sum(inHouseholds.map(({ sizeBytes }) => sizeBytes)) / countOf(households, 'REGISTERED'),
    },
  ];
}

/** Where the units of a list go, by kind of item. */
export function unitTable(title: string, { register, lineCount }: MeteredRegistration): Table {
  const byKind = Map.groupBy(unitsOf(register), ({ what }) => what);
  return {
    title,
    head: ['item', 'times', 'write units a line', 'read units a line', 'mean bytes'],
    rows: [...byKind]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([what, units]) => [
        what,
        numberText(units.length),
        numberText(sum(units.map(({ writeUnits }) => writeUnits)) / lineCount),
        numberText(sum(units.map(({ readUnits }) => readUnits)) / lineCount),
        numberText(Math.round(sum(units.map(({ sizeBytes }) => sizeBytes)) / units.length)),
      ]),
  };
}

/** The transactions that register someone; further activities and changes of coverage are others. */
function ofNewPeople({ register }: MeteredRegistration): readonly MeteredCall[] {
  return register.filter(
    ({ operation, units }) =>
      operation === 'TransactWriteItems' && units.some(({ what }) => what === 'PERSON/PROFILE'),
  );
}

/** Partition and sort key of an item that is updated by itself. */
function keyOf(request: unknown): readonly string[] {
  return typeof request === 'object' && request !== null && 'Key' in request
    ? [JSON.stringify(request.Key)]
    : [];
}
