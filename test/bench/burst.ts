import { setTimeout as sleep } from 'node:timers/promises';
import { connectToStage, type MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { deployLocalStage } from '../../local/cloud/deploy-local-stage.ts';
import { withBenchCloud, type BenchCloud } from './bench-cloud.ts';
import { drawBurst, loadPeople, uploadAll } from './burst/burst-files.ts';
import { burstFigures, processorTable, queueTable, waitTable } from './burst/burst-tables.ts';
import { readLedger } from './burst/ledger.ts';
import { processorTimes, processorTimesBetween } from './burst/processor-times.ts';
import { QueueWatch } from './burst/queue-watch.ts';
import type { BenchGroup, BenchOptions, GroupResult, Report } from './group.ts';
import { figureTable } from './number-text.ts';

const LOOK_EVERY_MILLISECONDS = 2_000;
/** Nothing was decided for so long: what is left will not be. */
const STALLED_SECONDS = 60;

/** Many files at once through the deployed pipeline, without OCR: how fast it works them off, and where they wait. */
export const burstGroup: BenchGroup = {
  name: 'burst',
  run: (options) => withBenchCloud(options.report, (cloud) => measure(options, cloud)),
};

async function measure({ report, today, burstFiles }: BenchOptions, cloud: BenchCloud): Promise<GroupResult> {
  await deployLocalStage(cloud, report);
  const client = await connectToStage('local');
  report(`burst: drawing ${burstFiles} files`);
  const scans = await drawBurst(burstFiles, today, cloud.recordedAnswersDirectory);
  report('burst: loading the registry');
  await loadPeople(client, scans);

  report(`burst: sending ${burstFiles} files`);
  const watch = new QueueWatch(client);
  const processorBefore = processorTimes(cloud.name);
  watch.start();
  const startedAt = Date.now();
  const uploaded = await uploadAll(client, scans);
  await untilDecided(client, burstFiles, report);
  await untilTold(client, uploaded);
  const processor = processorTimesBetween(processorBefore, processorTimes(cloud.name));
  const queues = await watch.stop();

  const ledger = await readLedger(client.outputs.get('ClaimsTableName') ?? '');
  const burst = { startedAt, uploaded, ledger, deadLetters: await watch.deadLetters(), processor };
  const figures = burstFigures(burst);
  return {
    figures,
    tables: [
      figureTable(`Burst of ${burstFiles} files through the local cloud`, figures),
      waitTable(burst),
      queueTable(queues, burstFiles),
      processorTable(processor),
    ],
    notes: [
      'OCR answers are recorded, every claim is another person’s and must be approved. The emulator and its functions share the cores of this machine: the figure is about how the pipeline behaves under load, not about how fast AWS is.',
    ],
    details: {
      queues,
      processorSeconds: Object.fromEntries(processor),
      deadLetters: Object.fromEntries(burst.deadLetters),
    },
  };
}

/** Approved claims wait in the payment queue: counting them there disturbs nobody. */
async function untilDecided(client: MilafClient, count: number, report: Report): Promise<void> {
  let decided = 0;
  let changedAt = Date.now();
  while (decided < count && Date.now() - changedAt < STALLED_SECONDS * 1000) {
    await sleep(LOOK_EVERY_MILLISECONDS);
    let now = 0;
    for await (const claimIds of client.claims.listQueue('PAYMENT_PENDING')) now += claimIds.length;
    if (now !== decided) {
      changedAt = Date.now();
      report(`burst: ${now} of ${count} decided`);
    }
    decided = now;
  }
}

/** Messages to people come last. */
async function untilTold(client: MilafClient, uploaded: ReadonlyMap<string, number>): Promise<void> {
  const deadline = Date.now() + STALLED_SECONDS * 1000;
  while (Date.now() < deadline) {
    const ledger = await readLedger(client.outputs.get('ClaimsTableName') ?? '');
    if (ledger.filter(({ told }) => told !== undefined).length >= uploaded.size) return;
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
}
