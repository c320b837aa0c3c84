import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { loadMedicines } from '../../contexts/medicines/use-cases/load-medicines.ts';
import { sampleMedicineFile } from '../../local/samples/medicines/sample-medicines.ts';
import { Decider } from '../unit/local/samples/decide-sample.ts';
import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { claimIdOf } from '../../contexts/claims/domain/scan-file.ts';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { withBenchCloud } from './bench-cloud.ts';
import { CHANNEL, ClaimJourney } from './cost/claim-journey.ts';
import { costFigures, figuresWithoutMedicines, type Usage } from './cost/cost-figures.ts';
import { FunctionHost } from './cost/function-host.ts';
import { listPrices } from './cost/list-prices.ts';
import { MeteringProxy } from './cost/metering-proxy.ts';
import { createPrivateResources, type PrivateResources } from './cost/private-resources.ts';
import { fileWithoutMedicines, typicalFile, type TypicalFile } from './cost/typical-file.ts';
import { unitsByItem, usageByStep } from './cost/usage-tables.ts';
import { synthesiseStage, type DeployedFunction } from './deployed-stage.ts';
import type { BenchGroup, BenchOptions, GroupResult } from './group.ts';
import { figureTable } from './number-text.ts';

/** Claims of a round, paid in one run: what a run costs by itself is shared by so many, far fewer than in life. */
const CLAIMS = 40;

/** Seeds that a round may use up: some files are for a person, and are left out. */
const SEEDS_OF_ROUND = 1_000;

/** Items are looked at while units are counted, which takes time: times are of a round of their own. */
const ROUNDS = [
  { name: 'with units counted', countsUnits: true, draw: typicalFile },
  { name: 'with time taken', countsUnits: false, draw: typicalFile },
  { name: 'without medicines', countsUnits: true, draw: fileWithoutMedicines },
] as const;

/** What one claim costs, from the upload of its file to the bank's word that it was paid and the SMS that says so. */
export const costGroup: BenchGroup = {
  name: 'cost',
  run: (options) => withBenchCloud(options.report, (cloud) => measure(options, cloud)),
};

type Cloud = Parameters<Parameters<typeof withBenchCloud>[1]>[0];

async function measure({ report, today }: BenchOptions, cloud: Cloud): Promise<GroupResult> {
  report('cost: bundling the functions');
  const stage = synthesiseStage();
  const resources = await createPrivateResources(stage);
  const proxy = new MeteringProxy({
    emulatorUrl: cloud.endpointUrl,
    ocrUrl: cloud.ocrUrl,
    tables: resources.tables,
  });
  await proxy.start();
  const host = new FunctionHost(stage.functions, environmentOf(stage.functions, resources, proxy.url));
  try {
    const rounds: Usage[] = [];
    let firstSeed = 0;
    for (const { name, countsUnits, draw } of ROUNDS) {
      report(`cost: ${CLAIMS} claims ${name}`);
      const files = await prepare({ firstSeed, draw, today }, cloud, resources);
      firstSeed += SEEDS_OF_ROUND;
      proxy.countsUnits = countsUnits;
      const firstCall = proxy.calls.length;
      const journey = new ClaimJourney({ host, proxy, resources });
      await payAll(journey, files, resources);
      rounds.push({
        claims: CLAIMS,
        calls: proxy.calls.slice(firstCall),
        invocations: journey.invocations,
        memoryMbOf: (functionName) => stage.functions.find((one) => one.name === functionName)?.memoryMb ?? 0,
      });
    }
    return resultOf(rounds);
  } finally {
    await host.stop();
    await proxy.stop();
  }
}

function resultOf([metered, timed, plain]: readonly Usage[]): GroupResult {
  if (metered === undefined || timed === undefined || plain === undefined)
    throw new Error('Two rounds were to be measured');
  const prices = listPrices();
  const figures = [...costFigures(metered, timed, prices), ...figuresWithoutMedicines(plain)];
  const byItem = unitsByItem(metered);
  return {
    figures,
    tables: [figureTable('Cost of a claim', figures), usageByStep(metered, timed), byItem.table],
    notes: [
      `Mean of ${CLAIMS} claims of one to three acts and three boxes, and of as many of three pages without medicines, each paid in one run; the functions are the deployed bundles, called one message at a time.`,
      'Times are taken against the emulator on this machine: AWS answers in other times.',
      `Prices: list prices of ${prices.region} with their sources in test/bench/cost/list-prices.json. Not in the sum: SMS (no price for Morocco was found), storage, KMS, SNS, X-Ray and CloudTrail.`,
    ],
    details: { unitsByItem: byItem.rows },
  };
}

/** Files that are approved where every word is read, and what they need in tables. */
async function prepare(
  { firstSeed, draw, today }: { firstSeed: number; draw: typeof typicalFile; today: string },
  cloud: Cloud,
  resources: PrivateResources,
): Promise<readonly TypicalFile[]> {
  const files: TypicalFile[] = [];
  for (let seed = firstSeed; files.length < CLAIMS; seed += 1) {
    const file = await draw(seed, today);
    if (isApproved(file, today)) files.push(file);
  }
  const medicines = new DynamoMedicineStore(createDocumentClient(), resources.registryTable);
  const list = new TextEncoder().encode(sampleMedicineFile());
  await loadMedicines(list, medicines, { isDryRun: false, from: undefined, source: undefined });
  await writeRecordedAnswers(
    files.map(({ scan }) => scan),
    cloud.recordedAnswersDirectory,
  );
  const { refused } = await loadRegistry(
    files.flatMap(({ records }) => records.map((record) => JSON.stringify(record))),
    new DynamoRegistryStore(createDocumentClient(), resources.registryTable),
  );
  if (refused[0] !== undefined)
    throw new Error(`The registry refused a record of the benchmark: ${refused[0].reason}`);
  return files;
}

/** Whether all of it is paid at once where every word is read, and no bars are: the pictures are small. */
function isApproved({ scan, records }: TypicalFile, today: string): boolean {
  const { recognisedPages, fileName } = scan;
  const [decision] = new Decider(records).decide(fileName, { recognisedPages, truths: [] }, today, {
    channelId: CHANNEL,
  });
  return decision?.outcome === 'approved';
}

/** @throws Error when a claim is not paid at the end: its cost would be that of another way through the pipeline */
async function payAll(
  journey: ClaimJourney,
  files: readonly TypicalFile[],
  resources: PrivateResources,
): Promise<void> {
  const fileIds: string[] = [];
  for (const { scan } of files)
    fileIds.push(await journey.fromUploadToDecision(scan.bytes, scan.contentType));
  await journey.fromApprovalToPayment(files.length);
  const claims = await new DynamoClaimStore(
    createDocumentClient(),
    resources.claimsTable,
    () => new Date(),
  ).findMany(fileIds.map((fileId) => claimIdOf(fileId, 1)));
  const paid = claims.filter(({ payment }) => payment?.state === 'PAID');
  if (paid.length !== files.length)
    throw new Error(`Only ${paid.length} of ${files.length} claims were paid`);
}

function environmentOf(
  functions: readonly DeployedFunction[],
  { variables }: PrivateResources,
  url: string,
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(functions.flatMap(({ literals }) => Object.entries(literals))),
    ...variables,
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_TEXTRACT: url,
  };
}
