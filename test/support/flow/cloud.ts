import { inject } from 'vitest';
import { connectToStage, type MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { submitScan, type ScanOrigin } from '../../../contexts/operations/aws/submit-scan.ts';
import { loadRegistry } from '../../../contexts/registry/use-cases/load-registry.ts';
import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { writeRecordedAnswers } from '../../../local/samples/recorded-answers.ts';
import type { RenderedScan } from '../../../local/samples/render-scan.ts';

export { TODAY } from './today.ts';

/** Connects a test file to the local cloud. */
export async function connectToTestCloud(): Promise<MilafClient> {
  Object.assign(process.env, inject('cloudVariables'));
  return connectToStage('local');
}

/** Puts people and providers into the registry, and demands that all were taken. */
export async function load(client: MilafClient, records: readonly RegistryRecord[]): Promise<void> {
  const { refused } = await loadRegistry(
    records.map((record) => JSON.stringify(record)),
    client.registry,
  );
  if (refused.length > 0) throw new Error(`The registry refused: ${JSON.stringify(refused[0])}`);
}

/** Lets the OCR service know what is on a scan, and uploads it as a channel does. */
export async function submit(client: MilafClient, sample: RenderedScan, origin: ScanOrigin): Promise<string> {
  await writeRecordedAnswers([sample], inject('recordedAnswersDirectory'));
  return submitScan(client, sample.bytes, origin);
}
