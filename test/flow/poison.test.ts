import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { prepareClaims, submitClaim } from '../support/flow/people.ts';
import { Queues, type Step } from '../support/flow/queues.ts';
import { settled, until } from '../support/flow/wait.ts';

const POISON: readonly (readonly [Step, unknown])[] = [
  ['ReceiveFile', 'not JSON at all'],
  ['ReceiveFile', { detail: { bucket: {} } }],
  ['StartReading', { fileId: 'THERE1SN0SUCHF1LE', channelId: 'shop-1' }],
  ['CollectReading', { JobId: 'x' }],
  ['ReadForms', { fileId: 'THERE1SN0SUCHF1LE', readingAttempt: 1, jobId: 'x' }],
  ['AdjudicateClaim', { claimId: 'NONE-1', channelId: 'shop-1' }],
];

describe('messages come that nobody can work on', () => {
  let client: MilafClient;
  let queues: Queues;

  beforeAll(async () => {
    client = await connectToTestCloud();
    queues = new Queues(client);
    await queues.bringFailedMessagesBackAfter(5);
  });

  afterAll(async () => queues.bringFailedMessagesBackAfter(60));

  it(
    'decides the files that come with them, and sets each poisonous message aside where it is seen',
    { timeout: 600_000 },
    async () => {
      const [first, second] = await prepareClaims(client, 140_000, 2);
      const before = await submitClaim(client, first!);
      for (const [step, body] of POISON) await queues.send(step, body);
      const after = await submitClaim(client, second!);

      for (const { fileId, expected } of [before, after]) {
        const [claim] = (await settled(client, fileId)).claims;
        expect(claim?.claim.paidCentimes).toBe(expected.paidCentimes);
      }
      const aside = await until('all poison is set aside', async () => {
        const counts = await queues.deadLetters();
        return Object.values(counts).reduce((sum, count) => sum + count, 0) === POISON.length
          ? counts
          : undefined;
      });
      expect(aside).toEqual({
        ReceiveFile: 2,
        StartReading: 1,
        CollectReading: 1,
        ReadForms: 1,
        AdjudicateClaim: 1,
      });
      await queues.purgeDeadLetters();
    },
  );
});
