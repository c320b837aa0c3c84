import { loadRegistry } from '../../../contexts/registry/use-cases/load-registry.ts';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { submitScan } from '../../../contexts/operations/aws/submit-scan.ts';
import { randomProviders } from '../../../local/samples/random/random-claim.ts';
import { randomScan, type RandomScan } from '../../../local/samples/random/random-scan.ts';
import { writeRecordedAnswers } from '../../../local/samples/recorded-answers.ts';

const FIRST_SEED = 100_000;
const CHANNELS = ['agency-burst', 'shop-burst', 'mobile-burst'] as const;
const UPLOADS_AT_ONCE = 16;

/** Files of different people whose claims must all be approved; what OCR reads on them is recorded. */
export async function drawBurst(
  count: number,
  today: string,
  recordedAnswersDirectory: string,
): Promise<readonly RandomScan[]> {
  const scans: RandomScan[] = [];
  for (let index = 0; index < count; index += 1) {
    const scan = await randomScan(FIRST_SEED + index, { today, quality: 'none', dpi: 60, isAtTariff: true });
    await writeRecordedAnswers([scan.sample], recordedAnswersDirectory);
    scans.push(scan);
  }
  return scans;
}

/** @throws Error when the registry refuses a record */
export async function loadPeople(client: MilafClient, scans: readonly RandomScan[]): Promise<void> {
  const records = [...randomProviders(), ...scans.flatMap((scan) => scan.records)];
  const { refused } = await loadRegistry(
    records.map((record) => JSON.stringify(record)),
    client.registry,
  );
  if (refused[0] !== undefined)
    throw new Error(`The registry refused a record of the benchmark: ${refused[0].reason}`);
}

/**
 * Uploads all files as fast as S3 takes them.
 * @returns when each file was there (milliseconds since 1970), by its receipt number
 */
export async function uploadAll(
  client: MilafClient,
  scans: readonly RandomScan[],
): Promise<ReadonlyMap<string, number>> {
  const uploaded = new Map<string, number>();
  const waiting = scans.entries();
  const uploader = async (): Promise<void> => {
    for (const [index, { sample }] of waiting) {
      const channel = CHANNELS[index % CHANNELS.length] ?? CHANNELS[0];
      uploaded.set(await submitScan(client, sample.bytes, { channel }), Date.now());
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, uploader));
  return uploaded;
}
