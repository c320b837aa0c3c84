import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { massacre } from '../support/flow/kill-workers.ts';
import { prepareClaims, submitClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled } from '../support/flow/wait.ts';

const FILES = 30;
const MASSACRES = 4;

describe('the processes that run the functions are killed while 30 files are on their way', () => {
  let client: MilafClient;
  let queues: Queues;

  beforeAll(async () => {
    client = await connectToTestCloud();
    queues = new Queues(client);
    await queues.bringFailedMessagesBackAfter(15);
  });

  afterAll(async () => queues.bringFailedMessagesBackAfter(60));

  it('pays each of them once all the same', { timeout: 600_000 }, async () => {
    const scans = await prepareClaims(client, 200_000, FILES);
    const claims = await Promise.all(scans.map((scan) => submitClaim(client, scan)));
    expect(await massacre(MASSACRES, 400)).toBeGreaterThan(0);

    for (const { fileId, expected } of claims) {
      const progress = await settled(client, fileId);
      expect(progress.claims.map(({ claim }) => claim.paidCentimes)).toEqual([expected.paidCentimes]);
      expect(progress.claims[0]?.messages).toHaveLength(1);
    }
    expect(await queues.deadLetters()).toEqual({});
  });
});
