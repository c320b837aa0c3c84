import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { claimIdOf } from '../../contexts/claims/domain/scan-file.ts';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { withBenchCloud } from './bench-cloud.ts';
import { ClaimJourney } from './cost/claim-journey.ts';
import { costFigures, type Usage } from './cost/cost-figures.ts';
import { FunctionHost } from './cost/function-host.ts';
import { listPrices } from './cost/list-prices.ts';
import { MeteringProxy } from './cost/metering-proxy.ts';
import { createPrivateResources, type PrivateResources } from './cost/private-resources.ts';
import { typicalFile, type TypicalFile } from './cost/typical-file.ts';
import { unitsByItem, usageByStep } from './cost/usage-tables.ts';
import { synthesiseStage, type DeployedFunction } from './deployed-stage.ts';
import type { BenchGroup, BenchOptions, GroupResult } from './group.ts';
import { figureTable } from './number-text.ts';

/** Claims of a round, paid in one run: what a run costs by itself is shared by so many, far fewer than in life. */
const CLAIMS = 40;

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
    for (const [round, countsUnits] of [true, false].entries()) {
      report(`cost: ${CLAIMS} claims ${countsUnits ? 'with units counted' : 'with time taken'}`);
      const files = await prepare(round * CLAIMS, today, cloud, resources);
      proxy.countsUnits = countsUnits;
      const firstCall = proxy.calls.length;
      const journey = new ClaimJourney({ host, proxy, resources });
      await payAll(journey, files, resources);
      rounds.push({
        claims: CLAIMS,
        calls: proxy.calls.slice(firstCall),
        invocations: journey.invocations,
        memoryMbOf: (name) => stage.functions.find((one) => one.name === name)?.memoryMb ?? 0,
      });
    }
    return resultOf(rounds);
  } finally {
    await host.stop();
    await proxy.stop();
  }
}

function resultOf([metered, timed]: readonly Usage[]): GroupResult {
  if (metered === undefined || timed === undefined) throw new Error('Two rounds were to be measured');
  const prices = listPrices();
  const figures = costFigures(metered, timed, prices);
  const byItem = unitsByItem(metered);
  return {
    figures,
    tables: [figureTable('Cost of a claim', figures), usageByStep(metered, timed), byItem.table],
    notes: [
      `Mean of ${CLAIMS} claims of three pages, paid in one run; the functions are the deployed bundles, called one message at a time.`,
      'Times are taken against the emulator on this machine: AWS answers in other times.',
      `Prices: list prices of ${prices.region} with their sources in test/bench/cost/list-prices.json. Not in the sum: SMS (no price for Morocco was found), storage, KMS, SNS, X-Ray and CloudTrail.`,
    ],
    details: { unitsByItem: byItem.rows },
  };
}

async function prepare(
  firstSeed: number,
  today: string,
  cloud: Cloud,
  resources: PrivateResources,
): Promise<readonly TypicalFile[]> {
  const files: TypicalFile[] = [];
  for (let seed = firstSeed; seed < firstSeed + CLAIMS; seed += 1) files.push(await typicalFile(seed, today));
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
