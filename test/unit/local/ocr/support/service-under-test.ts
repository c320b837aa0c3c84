import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  GetDocumentTextDetectionCommand,
  StartDocumentTextDetectionCommand,
  TextractClient,
  type GetDocumentTextDetectionCommandOutput,
  type StartDocumentTextDetectionCommandInput,
} from '@aws-sdk/client-textract';
import * as z from 'zod';
import type { StatisticsSnapshot } from '../../../../../local/ocr/control/statistics.ts';
import type { LogEntry } from '../../../../../local/ocr/log.ts';
import { startOcrService, type OcrServiceOptions } from '../../../../../local/ocr/service.ts';
import { startFakeAws, type FakeAws } from './fake-aws.ts';
import { fakeEngine, type FakeEngine } from './fake-engine.ts';

export const bucket = 'scans';
export const topicArn = 'arn:aws:sns:eu-west-3:123456789012:AmazonTextractDone';
export const roleArn = 'arn:aws:iam::123456789012:role/textract-publishes';

/** The service with fake neighbours, and the real SDK client that talks to it. */
export interface ServiceUnderTest {
  readonly url: string;
  readonly client: TextractClient;
  readonly aws: FakeAws;
  readonly engine: FakeEngine;
  readonly cacheDirectory: string;
  readonly logged: LogEntry[];
  /** Puts an object and says where it is. */
  put(name: string, bytes: Uint8Array): { S3Object: { Bucket: string; Name: string } };
  start(name: string, extra?: Partial<StartDocumentTextDetectionCommandInput>): Promise<string>;
  /** The first page of a job's result, once it has ended. */
  ended(jobId: string): Promise<GetDocumentTextDetectionCommandOutput>;
  statistics(): Promise<StatisticsSnapshot>;
  admin(method: 'PUT' | 'GET', path: string, body?: unknown): Promise<Response>;
  stop(): Promise<void>;
}

export async function startServiceUnderTest(
  options: OcrServiceOptions & { readonly engine?: FakeEngine } = {},
): Promise<ServiceUnderTest> {
  const aws = await startFakeAws();
  aws.topics.add(topicArn);
  const ownCache = await mkdtemp(join(tmpdir(), 'ocr-cache-'));
  const engine = options.engine ?? fakeEngine();
  const cacheDirectory = options.cacheDirectory ?? ownCache;
  const logged: LogEntry[] = [];
  const service = await startOcrService({
    clients: aws.clients,
    ...options,
    engine,
    cacheDirectory,
    log: (entry) => logged.push(entry),
  });
  const client = new TextractClient({
    endpoint: service.url,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const admin: ServiceUnderTest['admin'] = async (method, path, body) =>
    await fetch(`${service.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    url: service.url,
    client,
    aws,
    engine,
    cacheDirectory,
    logged,
    put: (name, bytes) => {
      aws.objects.set(`${bucket}/${name}`, bytes);
      return { S3Object: { Bucket: bucket, Name: name } };
    },
    start: async (name, extra = {}) => {
      const { JobId = '' } = await client.send(
        new StartDocumentTextDetectionCommand({
          DocumentLocation: { S3Object: { Bucket: bucket, Name: name } },
          ...extra,
        }),
      );
      return JobId;
    },
    ended: async (jobId) => {
      for (;;) {
        const answer = await client.send(new GetDocumentTextDetectionCommand({ JobId: jobId }));
        if (answer.JobStatus !== 'IN_PROGRESS') {
          return answer;
        }
        await delay(5);
      }
    },
    // The snapshot is the service's own type; what is in it is what tests look at.
    statistics: async () =>
      z.custom<StatisticsSnapshot>().parse(await (await admin('GET', '/_ocr/statistics')).json()),
    admin,
    stop: async () => {
      client.destroy();
      await service.stop();
      await aws.stop();
      await rm(ownCache, { recursive: true, force: true });
    },
  };
}
