import type { PlanStage } from './plan-stage.ts';
import type { PlanValues } from './inputs.ts';

/** What may be turned up for the days of the migration. */
export interface PlanSettings {
  readonly name: string;
  /** Of verify-range and of register-unit. */
  readonly verifyConcurrency: number;
  readonly registerConcurrency: number;
  /** Write units a second that the registry table is ready for. */
  readonly tableWriteUnitsPerSecond: number;
}

export interface PlanPhase {
  readonly step: 'receive' | 'verify' | 'link' | 'register' | 'answer';
  readonly hours: number;
  readonly concurrency: number;
  /** Of the functions, over all of the phase. */
  readonly lambdaGigabyteSeconds: number;
  readonly invocations: number;
  readonly writeUnitsPerSecond: number;
  /** What keeps it from being faster. */
  readonly bound: string;
}

export interface MigrationPlan {
  readonly settings: PlanSettings;
  readonly phases: readonly PlanPhase[];
  readonly hours: number;
}

/** Memory of the functions as the construct files set it, in MB. */
const MEMORY_MB = { receive: 1769, verify: 1769, register: 1024 } as const;
const MB_PER_GB = 1024;
const SECONDS_PER_HOUR = 3600;

export const rangeCount = ({ facts }: PlanValues, { lists }: PlanStage): number =>
  Math.ceil(facts.lines / lists.maxLinesPerRange);
export const unitCount = ({ facts }: PlanValues, { lists }: PlanStage): number =>
  Math.ceil(facts.lines / lists.linesPerUnit);

/** Write units of registering everybody, without SMS. */
export function registrationWriteUnits(values: PlanValues, stage: PlanStage): number {
  const { facts, measured } = values;
  return (
    facts.registeredHeads * measured.writeUnitsPerHead +
    facts.registeredDependants * measured.writeUnitsPerDependant +
    unitCount(values, stage) * measured.writeUnitsPerCount
  );
}

/** How long each step takes for the whole list, at given settings; the steps of one list follow one another. */
export function migrationPlan(values: PlanValues, stage: PlanStage, settings: PlanSettings): MigrationPlan {
  const phases = [
    receivePhase(values),
    verifyPhase(values, stage, settings),
    linkPhase(values, stage),
    registerPhase(values, stage, settings),
    answerPhase(values, stage),
  ];
  return { settings, phases, hours: phases.reduce((sum, { hours }) => sum + hours, 0) };
}

function receivePhase({ facts, measured, limits }: PlanValues): PlanPhase {
  const seconds = (facts.lines * measured.bytesPerLine) / measured.planBytesPerSecond;
  return {
    step: 'receive',
    hours: seconds / SECONDS_PER_HOUR,
    concurrency: 1,
    lambdaGigabyteSeconds: (seconds * MEMORY_MB.receive) / MB_PER_GB,
    invocations: 1,
    writeUnitsPerSecond: 0,
    bound: `one pass of one function: it may take ${limits.lambdaSeconds} s`,
  };
}

function verifyPhase(values: PlanValues, stage: PlanStage, settings: PlanSettings): PlanPhase {
  const { facts, measured } = values;
  const { verifyConcurrency } = settings;
  const ranges = rangeCount(values, stage);
  // Reading, writing and counting a range take a few calls, one after the other.
  const callSeconds = (4 * measured.transactionMilliseconds) / 1000;
  const busySeconds = facts.lines / measured.verifyLinesPerSecond + ranges * callSeconds;
  const { seconds, bound } = slowest({
    'copies of the function': busySeconds / verifyConcurrency,
    ...tableTimes(values, settings, { all: ranges * measured.writeUnitsPerCount, counts: ranges }),
  });
  return {
    step: 'verify',
    hours: seconds / SECONDS_PER_HOUR,
    concurrency: verifyConcurrency,
    lambdaGigabyteSeconds: (busySeconds * MEMORY_MB.verify) / MB_PER_GB,
    invocations: ranges,
    writeUnitsPerSecond: (ranges * measured.writeUnitsPerCount) / seconds,
    bound,
  };
}

function linkPhase({ facts, measured, limits }: PlanValues, { lists }: PlanStage): PlanPhase {
  const seconds = (facts.lines / 1_000_000) * measured.linkSecondsPerMillion;
  return {
    step: 'link',
    hours: seconds / SECONDS_PER_HOUR,
    concurrency: 1,
    lambdaGigabyteSeconds: (seconds * lists.engineMemoryMb) / MB_PER_GB,
    invocations: 1,
    writeUnitsPerSecond: 0,
    bound: `one machine: ${limits.lambdaSeconds} s, ${limits.engineMegabytes} MB of memory and of disk`,
  };
}

function registerPhase(values: PlanValues, stage: PlanStage, settings: PlanSettings): PlanPhase {
  const { facts, measured } = values;
  const writeUnits = registrationWriteUnits(values, stage);
  const transactions = facts.registeredHeads;
  const busySeconds =
    (transactions * measured.transactionMilliseconds) / 1000 / measured.transactionsAtOnce +
    (facts.lines * measured.registerLineMilliseconds) / 1000;
  const { seconds, bound } = slowest({
    'copies of the function': busySeconds / settings.registerConcurrency,
    ...tableTimes(values, settings, { all: writeUnits, counts: unitCount(values, stage) }),
  });
  return {
    step: 'register',
    hours: seconds / SECONDS_PER_HOUR,
    concurrency: settings.registerConcurrency,
    // Copies that wait for the table wait inside their calls.
    lambdaGigabyteSeconds:
      (Math.max(busySeconds, seconds * settings.registerConcurrency) * MEMORY_MB.register) / MB_PER_GB,
    invocations: unitCount(values, stage),
    writeUnitsPerSecond: writeUnits / seconds,
    bound,
  };
}

function answerPhase({ facts, measured }: PlanValues, { lists }: PlanStage): PlanPhase {
  const seconds = facts.lines / measured.closeLinesPerSecond;
  return {
    step: 'answer',
    hours: seconds / SECONDS_PER_HOUR,
    concurrency: 1,
    lambdaGigabyteSeconds: (seconds * lists.engineMemoryMb) / MB_PER_GB,
    invocations: 1,
    writeUnitsPerSecond: 0,
    bound: 'one pass of one function over all outcomes',
  };
}

/** How long the table takes for so many units, of them some counts of the list's own parts: those are in one partition. */
function tableTimes(
  { facts, measured, limits }: PlanValues,
  { tableWriteUnitsPerSecond }: PlanSettings,
  { all, counts }: { readonly all: number; readonly counts: number },
): Readonly<Record<string, number>> {
  const { headroom, partitionWriteUnitsPerSecond } = limits;
  return {
    'write units of the table': all / (tableWriteUnitsPerSecond * headroom - facts.claimsWriteUnitsPerSecond),
    'the list’s own partition':
      (counts * measured.writeUnitsPerCount) / (partitionWriteUnitsPerSecond * headroom),
  };
}

function slowest(times: Readonly<Record<string, number>>): {
  readonly seconds: number;
  readonly bound: string;
} {
  const [bound, seconds] = Object.entries(times).reduce((one, other) => (other[1] > one[1] ? other : one));
  return { seconds, bound };
}
