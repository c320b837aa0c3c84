import { ramedList } from '../../local/samples/lists/ramed-list.ts';
import { dgiList } from '../../local/samples/lists/worker-list.ts';
import { withBenchCloud, type BenchCloud } from './bench-cloud.ts';
import { MeteringProxy } from './cost/metering-proxy.ts';
import { listPrices } from './cost/list-prices.ts';
import { createPrivateResources } from './cost/private-resources.ts';
import { synthesiseStage } from './deployed-stage.ts';
import type { BenchGroup, BenchOptions, GroupResult } from './group.ts';
import { meterRegistration } from './lists/metered-registration.ts';
import { runListsThroughCloud } from './lists/through-cloud.ts';
import { unitFigures, unitTable } from './lists/unit-figures.ts';
import { figureTable } from './number-text.ts';

const METERED_LINES = 400;
const METERED_HOUSEHOLDS = 120;
/** Lines of the list that goes through the deployed functions. */
const CLOUD_LINES = 2_000;

/** What registering people from lists uses: request units of the table, and lines a second through the deployed steps. */
export const listsGroup: BenchGroup = {
  name: 'lists',
  run: (options) => withBenchCloud(options.report, (cloud) => measure(options, cloud)),
};

async function measure({ report }: BenchOptions, cloud: BenchCloud): Promise<GroupResult> {
  report('lists: laying out the tables');
  const resources = await createPrivateResources(synthesiseStage());
  const proxy = new MeteringProxy({
    emulatorUrl: cloud.endpointUrl,
    ocrUrl: cloud.ocrUrl,
    tables: resources.tables,
  });
  await proxy.start();
  process.env['AWS_ENDPOINT_URL'] = proxy.url;
  try {
    report(`lists: ${METERED_LINES} workers and ${METERED_HOUSEHOLDS} households with units counted`);
    const workers = await meterRegistration(
      dgiList({ seed: 51, lines: METERED_LINES }),
      resources.registryTable,
      proxy,
    );
    const households = await meterRegistration(
      ramedList({ seed: 52, households: METERED_HOUSEHOLDS }),
      resources.registryTable,
      proxy,
    );
    process.env['AWS_ENDPOINT_URL'] = cloud.endpointUrl;
    const units = unitFigures(workers, households);
    const through = await runListsThroughCloud(cloud, CLOUD_LINES, report);
    const figures = [...units, ...costFigures(units), ...through.figures];
    return {
      figures,
      tables: [
        figureTable('People from lists', figures),
        unitTable('Units of a list of workers', workers),
        unitTable('Units of a list of households', households),
        through.table,
      ],
      notes: [
        `${METERED_LINES} lines of workers and ${METERED_HOUSEHOLDS} households in which everything is the matter that can be, through the true use cases; units are computed from the items by DynamoDB’s rules (docs/benchmarks.md). Lines a second are against the emulator on this machine, whose cores it shares: they tell how the steps compare, not how fast AWS is.`,
      ],
    };
  } finally {
    process.env['AWS_ENDPOINT_URL'] = cloud.endpointUrl;
    await proxy.stop();
  }
}

/** In money: what the table asks for a million new people, of each kind. */
function costFigures(units: readonly { readonly name: string; readonly value: number }[]) {
  const { prices } = listPrices();
  const valueOf = (name: string): number => units.find((figure) => figure.name === name)?.value ?? Number.NaN;
  const million = 1_000_000;
  return [
    {
      name: 'USD a million new workers, writes of the table',
      value:
        million *
        valueOf('write units of a new worker with the record of the SMS') *
        prices.dynamoDbWriteUnit.usd,
    },
    {
      name: 'USD a million lines, reads of the table',
      value: million * valueOf('read units of a line, workers') * prices.dynamoDbReadUnit.usd,
    },
  ];
}
