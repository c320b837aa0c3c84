import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listKeyOf } from '../../../contexts/registration/aws/list-upload.ts';
import { connectToStage, type MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { parseListKey } from '../../../contexts/registration/domain/lists/format/list-name.ts';
import type { List } from '../../../contexts/registration/domain/lists/list.ts';
import { deployLocalStage } from '../../../local/cloud/deploy-local-stage.ts';
import type { SampleList } from '../../../local/samples/lists/sample-list.ts';
import { dgiList } from '../../../local/samples/lists/worker-list.ts';
import { sampleListBytes, sampleManifest } from '../../../local/samples/lists/write-list.ts';
import type { BenchCloud } from '../bench-cloud.ts';
import { processorTimes, processorTimesBetween } from '../burst/processor-times.ts';
import { processorTable } from '../burst/burst-tables.ts';
import type { Figure, Report, Table } from '../group.ts';

const LOOK_EVERY_MILLISECONDS = 500;
const PATIENCE_SECONDS = 900;

/** A dry run and a real run of one list through the deployed functions. */
export async function runListsThroughCloud(
  cloud: BenchCloud,
  lines: number,
  report: Report,
): Promise<{ readonly figures: readonly Figure[]; readonly table: Table }> {
  await deployLocalStage(cloud, report);
  const client = await connectToStage('local');
  const list = dgiList({ seed: 53, lines });
  const before = processorTimes(cloud.name);
  report(`lists: a dry run of ${lines} lines through the local cloud`);
  const dry = await run(client, list, true);
  report(`lists: ${lines} lines through the local cloud`);
  const real = await run(client, list, false);
  const processor = processorTimesBetween(before, processorTimes(cloud.name));
  return {
    figures: [
      { name: 'dry run through the local cloud, lines a second', value: lines / dry },
      { name: 'real run through the local cloud, lines a second', value: lines / real },
    ],
    table: processorTable(processor),
  };
}

/** @returns seconds from the upload until it was closed */
async function run(client: MilafClient, list: SampleList, isDryRun: boolean): Promise<number> {
  const bytes = await sampleListBytes(list);
  const file = path.join(tmpdir(), `milaf-bench-${process.pid}.csv`);
  await writeFile(file, bytes);
  const key = listKeyOf(list.source, 'bench.csv');
  const name = parseListKey(key);
  if (name === undefined) throw new Error('The list of the benchmark has no name of a list');
  const startedAt = Date.now();
  const listId = await client.submitList({
    file,
    name,
    key,
    isDryRun,
    manifest: sampleManifest(list, bytes),
  });
  await untilClosed(client, listId);
  return (Date.now() - startedAt) / 1000;
}

async function untilClosed(client: MilafClient, listId: string): Promise<List> {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  while (Date.now() < deadline) {
    const list = await client.lists.find(listId);
    if (list?.state === 'CLOSED') return list;
    if (list?.state === 'REFUSED')
      throw new Error(`The list of the benchmark was refused: ${list.refusal ?? ''}`);
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
  throw new Error(`The list of the benchmark was not closed in ${PATIENCE_SECONDS} seconds`);
}
