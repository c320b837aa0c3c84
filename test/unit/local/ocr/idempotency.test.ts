import {
  IdempotentParameterMismatchException,
  InvalidS3ObjectException,
  StartDocumentAnalysisCommand,
} from '@aws-sdk/client-textract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobStore } from '../../../../local/ocr/jobs/job-store.ts';
import { imageDocument } from './support/documents.ts';
import {
  roleArn,
  startServiceUnderTest,
  topicArn,
  type ServiceUnderTest,
} from './support/service-under-test.ts';

let service: ServiceUnderTest;
const once = {
  ClientRequestToken: 'token-1',
  NotificationChannel: { SNSTopicArn: topicArn, RoleArn: roleArn },
};

beforeEach(async () => {
  service = await startServiceUnderTest();
  service.put('file', await imageDocument('png'));
});
afterEach(async () => await service.stop());

describe('a client request token', () => {
  it('starts one job and sends one notification however often it is used', async () => {
    const atOnce = await Promise.all([1, 2, 3].map(async () => await service.start('file', once)));
    await service.ended(atOnce[0]!);
    const later = await service.start('file', once);
    expect(new Set([...atOnce, later]).size).toBe(1);
    // It counts what it sent when the topic has answered, which is after the topic has it.
    await expect
      .poll(() => service.statistics())
      .toMatchObject({ jobs: { started: 1, replayed: 3 }, notifications: { sent: 1 } });
    expect(service.aws.published).toHaveLength(1);
  });

  it('is refused with other input', async () => {
    service.put('other', await imageDocument('png'));
    await service.start('file', once);
    await expect(service.start('other', once)).rejects.toBeInstanceOf(IdempotentParameterMismatchException);
    await expect(service.start('file', { ...once, JobTag: 'new' })).rejects.toBeInstanceOf(
      IdempotentParameterMismatchException,
    );
  });

  it('belongs to one operation', async () => {
    const first = await service.start('file', once);
    const { JobId } = await service.client.send(
      new StartDocumentAnalysisCommand({
        DocumentLocation: { S3Object: { Bucket: 'scans', Name: 'file' } },
        FeatureTypes: ['FORMS'],
        ClientRequestToken: 'token-1',
      }),
    );
    expect(JobId).not.toBe(first);
  });

  it('is free again when the start was refused', async () => {
    await expect(service.start('later', once)).rejects.toBeInstanceOf(InvalidS3ObjectException);
    service.put('later', await imageDocument('png'));
    expect(await service.start('later', once)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is forgotten after seven days, and so is the job', async () => {
    let now = 0;
    const store = new JobStore(() => now);
    const operation = 'StartDocumentTextDetection';
    const order = {
      operation,
      document: { Bucket: 'scans', Name: 'file' },
      jobTag: undefined,
      notificationChannel: undefined,
    } as const;
    const start = () => {
      const job = store.add(order);
      job.state = { status: 'FAILED', statusMessage: 'x', endedAtMilliseconds: now };
      return Promise.resolve(job);
    };
    const { job: first } = await store.startOnce(operation, 'token', 'input', start);
    now = 7 * 24 * 3600 * 1000 - 1;
    expect((await store.startOnce(operation, 'token', 'input', start)).isReplay).toBe(true);
    now += 1;
    const second = await store.startOnce(operation, 'token', 'changed input', start);
    expect(second.isReplay).toBe(false);
    expect(() => store.get(first.id, operation)).toThrow('Request has invalid Job Id');
    expect(store.get(second.job.id, operation)).toBe(second.job);
  });
});
