import type { Table } from '../group.ts';
import { numberText } from '../number-text.ts';
import { sum } from '../statistics.ts';
import type { Usage } from './cost-figures.ts';

/** Calls, units and time of each step, for one claim. */
export function usageByStep(metered: Usage, timed: Usage): Table {
  const steps = [...new Set(metered.calls.map(({ step }) => step))];
  const rows = steps.map((step) => {
    const calls = metered.calls.filter((call) => call.step === step);
    const units = calls.flatMap((call) => call.units);
    const invocations = timed.invocations.filter(({ functionName }) => functionName === step);
    return [
      invocations.length / timed.claims,
      calls.length / metered.claims,
      sum(units.map(({ writeUnits }) => writeUnits)) / metered.claims,
      sum(units.map(({ readUnits }) => readUnits)) / metered.claims,
      sum(invocations.map(({ wallMilliseconds }) => wallMilliseconds)) / timed.claims,
      sum(invocations.map(({ cpuMilliseconds }) => cpuMilliseconds)) / timed.claims,
    ];
  });
  return {
    title: 'Where it goes: steps, a claim',
    head: ['step', 'Lambda calls', 'AWS calls', 'write units', 'read units', 'ms', 'processor ms'],
    rows: rows.map((values, index) => [steps[index] ?? '', ...values.map(numberText)]),
  };
}

interface ItemUnits {
  readonly step: string;
  readonly what: string;
  readonly count: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly largestBytes: number;
}

/** Units of each kind of item in each step, for one claim. */
export function unitsByItem({ calls, claims }: Usage): {
  readonly table: Table;
  readonly rows: readonly ItemUnits[];
} {
  const all = calls.flatMap(({ step, units }) => units.map((unit) => ({ step, ...unit })));
  const groups = Map.groupBy(all, ({ step, what }) => `${step}\n${what}`);
  const rows = [...groups.values()].flatMap((group): ItemUnits[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        step: first.step,
        what: first.what,
        count: group.length / claims,
        writeUnits: sum(group.map(({ writeUnits }) => writeUnits)) / claims,
        readUnits: sum(group.map(({ readUnits }) => readUnits)) / claims,
        largestBytes: Math.max(...group.map(({ sizeBytes }) => sizeBytes)),
      },
    ];
  });
  return {
    rows,
    table: {
      title: 'Where it goes: DynamoDB units by item, a claim',
      head: ['step', 'item', 'times', 'write units', 'read units', 'largest, bytes'],
      rows: rows.map(({ step, what, ...values }) => [
        step,
        what,
        numberText(values.count),
        numberText(values.writeUnits),
        numberText(values.readUnits),
        values.largestBytes === 0 ? '' : numberText(values.largestBytes),
      ]),
    },
  };
}
