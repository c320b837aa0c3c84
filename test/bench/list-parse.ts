import { planList } from '../../contexts/registration/use-cases/plan-list.ts';
import { verifyLines } from '../../contexts/registration/domain/lists/verify/verify-lines.ts';
import type { BenchGroup, Figure } from './group.ts';
import { measurePeakMemory } from './list-parse/peak-memory.ts';
import { RANGE_SETTINGS } from './list-parse/range-settings.ts';
import { variedList } from './list-parse/varied-lines.ts';
import { figureTable } from './number-text.ts';
import { measureThroughput } from './throughput.ts';

const LINES = 200_000;
const FEW_LINES = 10_000;
const MANY_LINES = 1_000_000;
const WINDOWS = 8;
/** Names that are remembered; more for a hundred times the lines would be growth. */
const GROWTH_MEGABYTES = 30;

/** How fast lists are planned and verified by one process, and how its memory grows with them. */
export const listParseGroup: BenchGroup = {
  name: 'list-parse',
  run: async ({ report }) => {
    report(`list-parse: making ${LINES} lines`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of variedList(LINES)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);

    report('list-parse: planning');
    const startedAt = process.threadCpuUsage();
    const plan = await planList(
      {
        name: { source: 'dgi', format: 'csv', isPacked: false },
        bytes: streamOf(chunks),
        manifest: undefined,
        today: '2021-12-01',
      },
      { settings: RANGE_SETTINGS, writePlain: () => Promise.reject(new Error('The list is not packed')) },
    );
    if (plan.status === 'refused') throw new Error(plan.detail);
    const { user, system } = process.threadCpuUsage(startedAt);

    report('list-parse: verifying');
    // Range after range, all around the list: names are remembered as long as a worker would remember them.
    let next = 0;
    const verifying = measureThroughput(() => {
      const range = plan.ranges[next % plan.ranges.length];
      next += 1;
      if (range === undefined) return 0;
      const part = bytes.subarray(range.offsetBytes, range.offsetBytes + range.lengthBytes);
      return verifyLines({ ...plan, source: 'dgi', firstLine: range.firstLine, bytes: part }).length;
    }, WINDOWS);

    report(`list-parse: memory for ${FEW_LINES} and for ${MANY_LINES} lines`);
    const few = await measurePeakMemory(FEW_LINES);
    const many = await measurePeakMemory(MANY_LINES);
    const figures: Figure[] = [
      {
        name: 'parse and verify, lines a second of one core',
        value: verifying.perProcessorSecond,
        target: { atLeast: 50_000 },
      },
      { name: 'parse and verify, lines a second of the clock', value: verifying.perSecond },
      { name: 'first pass (planning), lines a second of one core', value: LINES / ((user + system) / 1e6) },
      { name: 'peak memory at 10,000 lines, MB', value: few },
      { name: 'peak memory at 1,000,000 lines, MB', value: many },
      {
        name: 'growth of memory for 100 times the lines, MB',
        value: many - few,
        target: { atMost: GROWTH_MEGABYTES },
      },
    ];
    return {
      figures,
      tables: [figureTable('Lists through parse and verify', figures)],
      notes: [
        `${LINES} lines of 13 columns (${Math.round(bytes.length / LINES)} bytes each), Arabic letters on two of three, quotes on one of four, 60,000 family names, most of them rare. "Of one core" counts this thread's time on the processor in the best of ${WINDOWS} seconds. Peak memory is that of a process that makes, plans and verifies such a list; its heap is held to 48 MB.`,
      ],
    };
  },
};

/** Each chunk by itself, as from the network. */
async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}
