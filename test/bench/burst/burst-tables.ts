import type { Figure, Table } from '../group.ts';
import { numberText, percentText } from '../number-text.ts';
import { mean, quantile, sum } from '../statistics.ts';
import type { FileTimes } from './ledger.ts';
import { FUNCTIONS, type ProcessorTimes } from './processor-times.ts';
import type { QueueFigures } from './queue-watch.ts';

export interface Burst {
  /** Milliseconds since 1970, as all times here. */
  readonly startedAt: number;
  /** When each file was there, by its receipt number. */
  readonly uploaded: ReadonlyMap<string, number>;
  readonly ledger: readonly FileTimes[];
  readonly deadLetters: ReadonlyMap<string, number>;
  /** From the first upload to the last message. */
  readonly processor: ProcessorTimes;
}

export function burstFigures({
  startedAt,
  uploaded,
  ledger,
  deadLetters,
  processor,
}: Burst): readonly Figure[] {
  const byId = new Map(ledger.map((file) => [file.fileId, file]));
  const files = [...uploaded.keys()].map((fileId) => byId.get(fileId));
  const decided = files.flatMap((file) => file?.decided ?? []);
  const approved = files.filter((file) => file?.outcome === 'claim.approved.v1').length;
  const secondsUntil = (instants: readonly number[]): number => (Math.max(...instants) - startedAt) / 1000;
  return [
    { name: 'files sent', value: uploaded.size },
    {
      name: 'files a second, from the first upload to the last decision',
      value: decided.length / secondsUntil(decided),
    },
    { name: 'seconds until all were uploaded', value: secondsUntil([...uploaded.values()]) },
    { name: 'seconds until all were decided', value: secondsUntil(decided) },
    {
      name: 'seconds until all were notified',
      value: secondsUntil(files.flatMap((file) => file?.told ?? [])),
    },
    {
      name: 'processor milliseconds of the functions a file',
      value: (1000 * (processor.get(FUNCTIONS) ?? Number.NaN)) / uploaded.size,
    },
    {
      name: 'processor milliseconds of all parts a file',
      value: processor.size === 0 ? Number.NaN : (1000 * sum([...processor.values()])) / uploaded.size,
    },
    { name: 'files lost', value: uploaded.size - decided.length, target: { atMost: 0 } },
    { name: 'files not approved', value: uploaded.size - approved, target: { atMost: 0 } },
    {
      name: 'claims or messages too many',
      value: sum(
        files.map(
          (file) => Math.max(0, (file?.claimCount ?? 0) - 1) + Math.max(0, (file?.messageCount ?? 0) - 1),
        ),
      ),
      target: { atMost: 0 },
    },
    { name: 'messages in dead-letter queues', value: sum([...deadLetters.values()]), target: { atMost: 0 } },
  ];
}

/** How long files stayed in each stretch of their way. */
export function waitTable({ uploaded, ledger }: Burst): Table {
  const stretches: readonly (readonly [
    string,
    (file: FileTimes) => number | undefined,
    (file: FileTimes) => number | undefined,
  ])[] = [
    ['uploaded → accepted (receive-file)', ({ fileId }) => uploaded.get(fileId), ({ accepted }) => accepted],
    [
      'accepted → read (relay, start-reading, OCR, collect-reading, read-forms)',
      ({ accepted }) => accepted,
      ({ drafted }) => drafted,
    ],
    ['read → decided (relay, adjudicate-claim)', ({ drafted }) => drafted, ({ decided }) => decided],
    ['uploaded → decided', ({ fileId }) => uploaded.get(fileId), ({ decided }) => decided],
    ['decided → notified (relay, bus, notify-person)', ({ decided }) => decided, ({ told }) => told],
  ];
  return {
    title: 'Where files are: seconds in each stretch',
    head: ['stretch', 'mean', 'median', '95 %', 'longest'],
    rows: stretches.map(([name, from, to]) => {
      const seconds = ledger.flatMap((file) => {
        const [start, end] = [from(file), to(file)];
        return start === undefined || end === undefined ? [] : [(end - start) / 1000];
      });
      return [name, mean(seconds), quantile(seconds, 0.5), quantile(seconds, 0.95), quantile(seconds, 1)].map(
        (cell) => (typeof cell === 'string' ? cell : numberText(cell)),
      );
    }),
  };
}

export function queueTable(queues: readonly QueueFigures[], fileCount: number): Table {
  return {
    title: 'Where files wait: queues, looked at each second',
    head: ['queue', 'most waiting', 'most in work', 'waited, seconds a file'],
    rows: queues
      .filter(({ mostWaiting, mostInWork }) => mostWaiting + mostInWork > 0)
      .map(({ queue, mostWaiting, mostInWork, waitedSeconds }) => [
        queue,
        String(mostWaiting),
        String(mostInWork),
        numberText(waitedSeconds / fileCount),
      ]),
  };
}

/** Whose work the time goes to. */
export function processorTable(times: ProcessorTimes): Table {
  const all = sum([...times.values()]);
  return {
    title: 'What the processor does meanwhile',
    head: ['part', 'processor seconds', 'share'],
    rows: [...times].map(([name, seconds]) => [name, numberText(seconds), percentText(seconds / all)]),
  };
}
