import { performance } from 'node:perf_hooks';
import { seededRandom } from '../../local/samples/random.ts';
import { sampleMedicineLines, type SampleLine } from '../../local/samples/medicines/sample-medicines.ts';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { priceBoxes } from '../../contexts/medicines/domain/price-boxes.ts';
import { loadMedicines } from '../../contexts/medicines/use-cases/load-medicines.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { medicineCodeOf } from '../support/medicine-examples.ts';
import { withBenchCloud } from './bench-cloud.ts';
import { createTable } from './cost/private-resources.ts';
import { synthesiseTables } from './deployed-stage.ts';
import type { BenchGroup, BenchOptions, Figure, GroupResult } from './group.ts';
import { figureTable, numberText } from './number-text.ts';
import { measureThroughput } from './throughput.ts';
import { quantile } from './statistics.ts';

const MEDICINES = 9_000;
const BOXES = 10;
const WARM_UP = 20;
const CLAIMS = 500;
const P95_MILLISECONDS = 20;
const PRICING_SECONDS = 3;

/** How long the medicines of a claim take to look up in a list as long as the fund's, how long the list takes to load. */
export const medicinesGroup: BenchGroup = {
  name: 'medicines',
  run: (options) => withBenchCloud(options.report, () => measure(options)),
};

async function measure({ report, today }: BenchOptions): Promise<GroupResult> {
  const shape = synthesiseTables().get('registry');
  if (shape === undefined) throw new Error('The stage deploys no table registry');
  const table = `medicines-${Date.now().toString(36)}`;
  await createTable(table, shape);
  const store = new DynamoMedicineStore(createDocumentClient(), table);
  const codes = Array.from({ length: MEDICINES }, (_, index) => medicineCodeOf(index));
  const list = new TextEncoder().encode(longList(codes));

  report(`medicines: loading ${MEDICINES}`);
  const options = { isDryRun: false, from: undefined, source: undefined };
  const loading = await timed(() => loadMedicines(list, store, options));
  report('medicines: loading the same list again');
  const again = await timed(() => loadMedicines(list, store, options));
  report(`medicines: looking up ${BOXES} of each of ${CLAIMS} claims`);
  const random = seededRandom(1);
  const ofClaim = (): readonly string[] =>
    Array.from({ length: BOXES }, () => codes[random.whole(0, codes.length - 1)] ?? '');
  for (let turn = 0; turn < WARM_UP; turn += 1) await store.medicinesByCode(ofClaim());
  const lookUps: number[] = [];
  for (let turn = 0; turn < CLAIMS; turn += 1) {
    const { milliseconds } = await timed(() => store.medicinesByCode(ofClaim()));
    lookUps.push(milliseconds);
  }
  const searches: number[] = [];
  for (let turn = 0; turn < CLAIMS; turn += 1) {
    const beginning = random.pick(['AL', 'BRO', 'CARV', 'DELMO', 'ES']);
    const { milliseconds } = await timed(() => store.medicinesByName({ beginning, limit: 25 }));
    searches.push(milliseconds);
  }
  report('medicines: pricing');
  const known = await store.medicinesByCode(codes.slice(0, 100));
  const requests = [...known.values()].map((medicine) => ({
    code: medicine.code,
    medicine,
    dispensedOn: today,
    boxes: 2,
    billedPerBoxCentimes: 5_000,
  }));
  const pricing = measureThroughput(() => {
    for (const request of requests) priceBoxes(request);
    return requests.length;
  }, PRICING_SECONDS);

  const figures: readonly Figure[] = [
    {
      name: `medicines: ${BOXES} boxes looked up among ${numberText(MEDICINES)}, p95 milliseconds`,
      value: quantile(lookUps, 0.95),
      target: { atMost: P95_MILLISECONDS },
    },
    { name: `medicines: ${BOXES} boxes looked up, p50 milliseconds`, value: quantile(lookUps, 0.5) },
    { name: 'medicines: search by name, 25 found, p95 milliseconds', value: quantile(searches, 0.95) },
    { name: 'medicines: seconds to load the list', value: loading.milliseconds / 1_000 },
    { name: 'medicines: seconds to load it again', value: again.milliseconds / 1_000 },
    {
      name: 'medicines: changed by loading it again',
      value: MEDICINES - again.result.unchangedCount,
      target: { atMost: 0 },
    },
    { name: 'medicines: lines priced a second of one core', value: pricing.perProcessorSecond },
  ];
  return {
    figures,
    tables: [figureTable('Medicines', figures)],
    notes: [
      'Times of the clock from the store to the emulator and back, one claim after the other; on AWS the network is another one.',
    ],
  };
}

async function timed<Result>(run: () => Promise<Result>) {
  const start = performance.now();
  const result = await run();
  return { result, milliseconds: performance.now() - start };
}

/** The sample over and over, each time with other codes: lines of one code stay together. */
function longList(codes: readonly string[]): string {
  const medicines = [...Map.groupBy(sampleMedicineLines(), ({ code }) => code).values()];
  return codes
    .flatMap((code, index) => (medicines[index % medicines.length] ?? []).map((line) => withCode(line, code)))
    .join('\n');
}

const withCode = (line: SampleLine, code: string): string => JSON.stringify({ ...line, code });
