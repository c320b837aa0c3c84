import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import type { FileProgress } from '../../contexts/follow-up/use-cases/follow-file.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { ocrStatistics, setOcrQuota } from '../support/flow/ocr-control.ts';
import { prepareClaims, submitClaim, type SubmittedClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled } from '../support/flow/wait.ts';

const FILES = 200;
const STARTS_PER_SECOND = 5;
/** A machine that others keep busy may never ask for as much as five a second: the first calls are refused whatever its speed. */
const FIRST_STARTS_PER_SECOND = 0.05;
const statisticsSchema = z.object({ throttles: z.int() });

async function throttles(): Promise<number> {
  return statisticsSchema.parse(await ocrStatistics()).throttles;
}

describe('200 files arrive at once and the OCR takes 5 a second', () => {
  let client: MilafClient;
  let claims: readonly SubmittedClaim[];

  beforeAll(async () => {
    client = await connectToTestCloud();
    const scans = await prepareClaims(client, 130_000, FILES);
    await setOcrQuota({ startsPerSecond: FIRST_STARTS_PER_SECOND });
    claims = await Promise.all(scans.map((scan, index) => submitClaim(client, scan, `shop-${index % 7}`)));
  });

  afterAll(async () => setOcrQuota({ startsPerSecond: null }));

  it('decides all of them', { timeout: 600_000 }, async () => {
    await expect.poll(throttles).toBeGreaterThan(0);
    await setOcrQuota({ startsPerSecond: STARTS_PER_SECOND });
    const ended: FileProgress[] = [];
    // One after the other: 200 who ask all the time would keep the functions from their work.
    for (const { fileId } of claims) ended.push(await settled(client, fileId));

    expect(ended.map(({ state }) => state)).toEqual(Array.from({ length: FILES }, () => 'READ'));
    const paid = ended.flatMap((progress) => progress.claims.map(({ claim }) => claim.paidCentimes));
    expect(paid).toEqual(claims.map(({ expected }) => expected.paidCentimes));
  });

  it('was throttled, and neither lost a file nor set a message aside for it', async () => {
    expect(await throttles()).toBeGreaterThan(0);
    const queues = new Queues(client);
    await queues.drained();
    expect(await queues.deadLetters()).toEqual({});
  });
});
