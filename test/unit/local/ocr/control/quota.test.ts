import { LimitExceededException, ProvisionedThroughputExceededException } from '@aws-sdk/client-textract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuotaGate, unlimitedQuota } from '../../../../../local/ocr/control/quota.ts';
import { imageDocument } from '../support/documents.ts';
import { startServiceUnderTest } from '../support/service-under-test.ts';

const start = 'StartDocumentTextDetection';

/** Asks at each moment and says at which ones it was let in. */
function admittedAt(gate: QuotaGate, clock: { now: number }, moments: readonly number[]): number[] {
  return moments.filter((moment) => {
    clock.now = moment;
    try {
      gate.admit(start);
      return true;
    } catch {
      return false;
    }
  });
}

describe('the rate of an operation', () => {
  it('never lets in more than the rate allows, in any stretch of time', () => {
    const moments = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 200 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), moments, (perSecond, asked) => {
        const clock = { now: 0 };
        const gate = new QuotaGate({ ...unlimitedQuota, startsPerSecond: perSecond }, () => clock.now);
        const admitted = admittedAt(gate, clock, asked);
        for (const [first, from] of admitted.entries()) {
          for (const [offset, to] of admitted.slice(first).entries()) {
            // A full bucket, and what flowed into it meanwhile.
            expect(offset + 1).toBeLessThanOrEqual(perSecond + ((to - from) / 1000) * perSecond + 1e-6);
          }
        }
      }),
    );
  });

  it('lets in as many as the rate when they come evenly', () => {
    const clock = { now: 0 };
    const gate = new QuotaGate({ ...unlimitedQuota, startsPerSecond: 5 }, () => clock.now);
    const evenly = Array.from({ length: 50 }, (_, index) => index * 200);
    expect(admittedAt(gate, clock, evenly)).toEqual(evenly);
  });

  it('takes a rate below one a second', () => {
    const clock = { now: 0 };
    const gate = new QuotaGate({ ...unlimitedQuota, startsPerSecond: 0.5 }, () => clock.now);
    expect(admittedAt(gate, clock, [0, 1000, 1999, 2000, 3000])).toEqual([0, 2000]);
  });

  it('is counted for each operation on its own', () => {
    const gate = new QuotaGate({ ...unlimitedQuota, startsPerSecond: 1 }, () => 0);
    gate.admit(start);
    gate.admit('StartDocumentAnalysis');
    gate.admit('GetDocumentTextDetection');
    expect(() => gate.admit(start)).toThrow('Provisioned rate exceeded');
  });
});

describe('the quota of the service', () => {
  it('throttles starts, is changed while it runs, and shows in the statistics', async () => {
    const service = await startServiceUnderTest({ quota: { startsPerSecond: 0.001 } });
    service.put('file', await imageDocument('png'));
    await service.start('file');
    await expect(service.start('file')).rejects.toBeInstanceOf(ProvisionedThroughputExceededException);
    const changed = await service.admin('PUT', '/_ocr/quota', { startsPerSecond: null, getsPerSecond: 100 });
    expect(await changed.json()).toEqual({ ...unlimitedQuota, getsPerSecond: 100 });
    await service.start('file');
    expect(await service.statistics()).toMatchObject({
      calls: { StartDocumentTextDetection: 3 },
      errors: { ProvisionedThroughputExceededException: 1 },
      throttles: 1,
    });
    await service.stop();
  });

  it('limits the jobs in progress, and lets in the next when one has ended', async () => {
    const service = await startServiceUnderTest({ quota: { concurrentJobs: 2 }, jobSeconds: 3600 });
    service.put('file', await imageDocument('png'));
    const answers = await Promise.allSettled([1, 2, 3, 4].map(async () => await service.start('file')));
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(2);
    const refused = answers.flatMap((answer): unknown[] =>
      answer.status === 'rejected' ? [answer.reason] : [],
    );
    expect(refused.every((reason) => reason instanceof LimitExceededException)).toBe(true);
    await service.stop();

    const quick = await startServiceUnderTest({ quota: { concurrentJobs: 1 } });
    quick.put('file', await imageDocument('png'));
    await quick.ended(await quick.start('file'));
    expect((await quick.ended(await quick.start('file'))).JobStatus).toBe('SUCCEEDED');
    await quick.stop();
  });

  it('refuses a change that makes no sense, and keeps what it had', async () => {
    const service = await startServiceUnderTest({ quota: { startsPerSecond: 5 } });
    const refused = await service.admin('PUT', '/_ocr/quota', { startsPerSecond: -1 });
    expect(refused.status).toBe(400);
    expect(await (await service.admin('GET', '/_ocr/quota')).json()).toMatchObject({ startsPerSecond: 5 });
    await service.stop();
  });
});
