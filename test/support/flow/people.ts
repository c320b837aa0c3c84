import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { randomScan, type RandomScan } from '../../../local/samples/random/random-scan.ts';
import { load, submit, TODAY } from './cloud.ts';

/** Small, clean scans: quick to draw, and the OCR service gives out what is on them. */
const QUICK = { today: TODAY, quality: 'none', dpi: 60, isAtTariff: true } as const;

export interface SubmittedClaim extends RandomScan {
  readonly fileId: string;
}

/** Draws claims of different invented people and loads what the registry must know of them. */
export async function prepareClaims(
  client: MilafClient,
  firstSeed: number,
  count: number,
): Promise<readonly RandomScan[]> {
  const scans: RandomScan[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) scans.push(await randomScan(seed, QUICK));
  await load(
    client,
    scans.flatMap(({ provider, records }) => [provider, ...records]),
  );
  return scans;
}

export async function submitClaim(
  client: MilafClient,
  scan: RandomScan,
  channel = 'agency-rabat-01',
): Promise<SubmittedClaim> {
  return { ...scan, fileId: await submit(client, scan.sample, { channel }) };
}
