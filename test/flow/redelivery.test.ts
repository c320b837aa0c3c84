import { beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { seededRandom } from '../../local/samples/random.ts';
import { Bank } from '../support/flow/bank.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { prepareClaims, submitClaim, type SubmittedClaim } from '../support/flow/people.ts';
import { Queues, type Step } from '../support/flow/queues.ts';
import { settled, until } from '../support/flow/wait.ts';

const DELIVERIES = 3;

interface Delivery {
  readonly step: Step;
  readonly body: unknown;
}

describe('every message is delivered three times and in shuffled order', () => {
  let client: MilafClient;
  let queues: Queues;
  let claims: readonly SubmittedClaim[];

  beforeAll(async () => {
    client = await connectToTestCloud();
    queues = new Queues(client);
    const scans = await prepareClaims(client, 100_000, 5);
    claims = await Promise.all(scans.map((scan) => submitClaim(client, scan)));
    // While the first delivery of each is still on its way ...
    await deliver(await Promise.all(claims.map(uploadMessages)));
    for (const { fileId } of claims) await settled(client, fileId);
    // ... and again when all is long decided.
    await deliver(await Promise.all(claims.map(allMessages)));
    await queues.drained();
  });

  it('makes one claim of each file', async () => {
    for (const { fileId } of claims) {
      const file = await client.files.find(fileId);
      expect(file?.claimIds).toEqual([`${fileId}-1`]);
    }
  });

  it('decides each claim once, as its care form says', async () => {
    for (const { fileId, expected } of claims) {
      const history = await client.claims.history(`${fileId}-1`);
      expect(history?.events.map(({ type }) => type)).toEqual(['claim.drafted.v1', 'claim.approved.v1']);
      expect(history?.claim.paidCentimes).toBe(expected.paidCentimes);
    }
  });

  it('sends one SMS for each', async () => {
    for (const { fileId } of claims) {
      const history = await client.claims.history(`${fileId}-1`);
      expect(history?.messages.map(({ state }) => state)).toEqual(['SENT']);
    }
  });

  it('orders each payment once, with three payment runs at the same time', async () => {
    await deliver(claims.map(() => [{ step: 'OrderPayments', body: { requestedBy: 'test' } }]));
    await until('all payments are ordered', async () => {
      const found = await client.claims.findMany(claims.map(({ fileId }) => `${fileId}-1`));
      return found.every(({ payment }) => payment?.state === 'ORDERED') ? true : undefined;
    });
    await queues.drained(['OrderPayments']);

    const transactions = await new Bank(client).transactions();
    for (const { fileId, expected } of claims) {
      const ordered = transactions.filter(({ paymentId }) => paymentId.startsWith(fileId));
      expect(ordered.map(({ amountDirhams }) => amountDirhams)).toEqual([
        (expected.paidCentimes / 100).toFixed(2),
      ]);
    }
  });

  it('sets no message aside', async () => {
    expect(await queues.deadLetters()).toEqual({});
  });

  async function uploadMessages({ fileId }: SubmittedClaim): Promise<Delivery[]> {
    const file = await until('the file is received', () => client.files.find(fileId));
    const { bucket, key, versionId } = file.upload;
    const detail = { bucket: { name: bucket }, object: { key, 'version-id': versionId } };
    return [
      { step: 'ReceiveFile', body: { detail } },
      { step: 'StartReading', body: { fileId, channelId: file.channelId } },
    ];
  }

  async function allMessages(claim: SubmittedClaim): Promise<Delivery[]> {
    const { fileId } = claim;
    const file = await client.files.find(fileId);
    const claimId = `${fileId}-1`;
    const channelId = file?.channelId ?? '';
    const event = {
      type: 'claim.approved.v1',
      eventId: `${claimId}#2`,
      occurredAt: new Date().toISOString(),
      claimId,
      channelId,
    };
    return [
      ...(await uploadMessages(claim)),
      { step: 'CollectReading', body: { JobId: file?.jobId, Status: 'SUCCEEDED', JobTag: `${fileId}-1` } },
      { step: 'ReadForms', body: { fileId, readingAttempt: 1, jobId: file?.jobId } },
      { step: 'AdjudicateClaim', body: { claimId, channelId } },
      { step: 'NotifyPerson', body: { detail: event } },
    ];
  }

  async function deliver(messages: readonly (readonly Delivery[])[]): Promise<void> {
    const random = seededRandom(42);
    const copies = messages.flat().flatMap((message) => Array.from({ length: DELIVERIES }, () => message));
    const shuffled = copies
      .map((message) => ({ message, order: random.next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ message }) => message);
    await Promise.all(shuffled.map(({ step, body }) => queues.send(step, body)));
  }
});
