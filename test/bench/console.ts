import { quantile } from './statistics.ts';
import { withBenchCloud, type BenchCloud } from './bench-cloud.ts';
import { ConsoleCaller } from './console/console-caller.ts';
import { questions, type Asked } from './console/console-requests.ts';
import { ConsoleWorld, createConsoleTables } from './console/console-world.ts';
import { MeteringProxy } from './cost/metering-proxy.ts';
import type { BenchGroup, BenchOptions, Figure, GroupResult } from './group.ts';
import { figureTable, numberText } from './number-text.ts';

/** Claims in the table when it is measured first, and last. */
const SIZES = [10_000, 100_000] as const;
const SETTLED = 200;
const REFERRED = 1_000;
const PEOPLE = 100;
const WARM_UP = 5;
const METERED = 20;
const TIMED = 150;
const P95_MILLISECONDS = 300;

/** How long the console's answers take on the server, and what they read, in a small table and in one ten times as large. */
export const consoleGroup: BenchGroup = {
  name: 'console',
  run: (options) => withBenchCloud(options.report, (cloud) => measure(options, cloud)),
};

interface Measured {
  readonly question: string;
  readonly claims: number;
  readonly milliseconds: readonly number[];
  /** The most that one request read. */
  readonly itemsRead: number;
}

async function measure({ report, today }: BenchOptions, cloud: BenchCloud): Promise<GroupResult> {
  report('console: laying out the tables');
  const tables = await createConsoleTables();
  const world = new ConsoleWorld(tables, today);
  const proxy = new MeteringProxy({
    emulatorUrl: cloud.endpointUrl,
    ocrUrl: cloud.ocrUrl,
    tables: tables.shapes,
  });
  await proxy.start();
  try {
    report(`console: ${SETTLED} claims with their history, ${REFERRED} in the queue`);
    const settled = await world.settle(0, SETTLED);
    await world.refer(SETTLED, REFERRED);
    await world.register(PEOPLE);
    process.env['AWS_ENDPOINT_URL'] = proxy.url;
    const caller = await ConsoleCaller.load(tables);
    const asked: Asked = { today, settled, claims: SIZES[0], people: PEOPLE };
    const measured: Measured[] = [];
    let claims = SETTLED + REFERRED;
    for (const size of SIZES) {
      report(`console: filling the table up to ${numberText(size)} claims`);
      await world.fill(claims, size - claims);
      claims = size;
      report(`console: asking with ${numberText(size)} claims`);
      measured.push(...(await askAll(caller, proxy, asked, size)));
    }
    return resultOf(measured);
  } finally {
    process.env['AWS_ENDPOINT_URL'] = cloud.endpointUrl;
    await proxy.stop();
  }
}

async function askAll(
  caller: ConsoleCaller,
  proxy: MeteringProxy,
  asked: Asked,
  claims: number,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { name, ask } of questions) {
    proxy.countsUnits = false;
    for (let turn = 0; turn < WARM_UP; turn += 1) await caller.call(ask(turn, asked));
    const milliseconds: number[] = [];
    for (let turn = 0; turn < TIMED; turn += 1) {
      const start = performance.now();
      await caller.call(ask(turn, asked));
      milliseconds.push(performance.now() - start);
    }
    proxy.countsUnits = true;
    const itemsRead: number[] = [];
    for (let turn = 0; turn < METERED; turn += 1) {
      const firstCall = proxy.calls.length;
      await caller.call(ask(turn, asked));
      itemsRead.push(proxy.calls.slice(firstCall).reduce((sum, call) => sum + call.itemsRead, 0));
    }
    proxy.demandHealth();
    measured.push({ question: name, claims, milliseconds, itemsRead: Math.max(...itemsRead) });
  }
  return measured;
}

function resultOf(measured: readonly Measured[]): GroupResult {
  const small = measured.filter(({ claims }) => claims === SIZES[0]);
  const large = measured.filter(({ claims }) => claims === SIZES[1]);
  const figures = large.flatMap(({ question, milliseconds, itemsRead }): Figure[] => {
    const before = small.find((other) => other.question === question)?.itemsRead ?? Number.NaN;
    return [
      {
        name: `${question}, p95 milliseconds`,
        value: quantile(milliseconds, 0.95),
        target: { atMost: P95_MILLISECONDS },
      },
      { name: `${question}, items read`, value: itemsRead, target: { atMost: before } },
    ];
  });
  return {
    figures,
    tables: [
      figureTable(`Console with ${numberText(SIZES[1])} claims`, figures),
      {
        title: 'Console by the size of the table',
        head: ['request', 'claims', 'p50 ms', 'p95 ms', 'items read, at most'],
        rows: questions.flatMap(({ name }) =>
          measured
            .filter(({ question }) => question === name)
            .map(({ claims, milliseconds, itemsRead }) => [
              name,
              numberText(claims),
              numberText(quantile(milliseconds, 0.5)),
              numberText(quantile(milliseconds, 0.95)),
              numberText(itemsRead),
            ]),
        ),
      },
    ],
    notes: [
      `The console’s own function, called ${TIMED} times for each request as API Gateway calls it, with ${numberText(REFERRED)} claims in the queue; the record of the access is written within that time. Against the emulator on this machine, which keeps its tables in memory: AWS answers in other times, but reads the same items.`,
      `Items read: what DynamoDB looked at for one request, the most of ${METERED}. It must not grow when the table does.`,
      `${SETTLED} claims have their whole history, the others their own item and what it puts into the indexes.`,
    ],
  };
}
