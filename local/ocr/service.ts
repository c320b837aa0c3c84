import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAwsClients, type AwsClients } from './aws-clients.ts';
import { FaultSwitch } from './control/faults.ts';
import { QuotaGate, quotaSchema, unlimitedQuota, type QuotaChange } from './control/quota.ts';
import { Statistics } from './control/statistics.ts';
import { defaultEngine } from './default-engine.ts';
import { PdfRasteriser } from './documents/pdf-rasteriser.ts';
import { S3Documents } from './documents/s3-documents.ts';
import { createHttpServer } from './http-server.ts';
import { JobResults } from './jobs/job-results.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { JobStore } from './jobs/job-store.ts';
import { logToStandardError, type Log } from './log.ts';
import { Notifications } from './notifications.ts';
import { Operations } from './protocol/operations.ts';
import { AnswerStore } from './reading/answer-store.ts';
import { DocumentReader } from './reading/document-reader.ts';
import { PageReader, type OcrEngineSource } from './reading/page-reader.ts';

export interface OcrServiceOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** 127.0.0.1 by default: the service checks no signatures, so other machines should not reach it. */
  readonly host?: string | undefined;
  /** Region of the S3 and SNS clients: AWS_REGION or eu-west-3 by default. */
  readonly region?: string | undefined;
  /** Where what was read is kept, by content; `.milaf/ocr-cache` by default. */
  readonly cacheDirectory?: string | undefined;
  /** Answers to give instead of reading: files `<sha256 of the document>.json`, `{ "pages": [RecognisedPage, ...] }`. */
  readonly recordedAnswersDirectory?: string | undefined;
  /** Without limit where nothing is said. */
  readonly quota?: QuotaChange | undefined;
  /** The least a job takes; 0 by default. */
  readonly jobSeconds?: number | undefined;
  /** A page that takes longer counts as not readable; 120 by default. */
  readonly pageTimeoutSeconds?: number | undefined;
  /** Pages read at once; 2 by default. */
  readonly workers?: number | undefined;
  readonly engine?: OcrEngineSource | undefined;
  /** Clients to use instead of those that the environment gives. */
  readonly clients?: AwsClients | undefined;
  readonly log?: Log | undefined;
}

export interface OcrService {
  /** What to give as AWS_ENDPOINT_URL_TEXTRACT. */
  readonly url: string;
  /** Ends everything the service started; jobs in progress are abandoned. */
  stop(): Promise<void>;
}

/** Pages are drawn one after the other, and a question waits in the thread behind those before it. */
const drawingSeconds = 30;

/** Documents that are known need no engine: they must not wait behind a few that do, but memory has an end too. */
const documentsAtOnce = 32;

/**
 * Starts the service that speaks Textract's protocol.
 * @throws Error when the port is taken
 */
export async function startOcrService(options: OcrServiceOptions = {}): Promise<OcrService> {
  const log = options.log ?? logToStandardError;
  const workers = options.workers ?? 2;
  const pageTimeoutSeconds = options.pageTimeoutSeconds ?? 120;
  const engine = options.engine ?? (await defaultEngine(workers));
  const ownClients = options.clients === undefined;
  const clients =
    options.clients ?? createAwsClients(options.region ?? process.env['AWS_REGION'] ?? 'eu-west-3');
  const statistics = new Statistics();
  const faults = new FaultSwitch();
  const quota = new QuotaGate(quotaSchema.parse({ ...unlimitedQuota, ...options.quota }));
  const pdfRasteriser = new PdfRasteriser(Math.min(pageTimeoutSeconds, drawingSeconds));
  const pageReader = new PageReader({ engine, workers, timeoutSeconds: pageTimeoutSeconds });
  const answers = new AnswerStore({
    cacheDirectory: options.cacheDirectory ?? join('.milaf', 'ocr-cache'),
    engineVersion: engine.version,
    recordedAnswersDirectory: options.recordedAnswersDirectory,
    log,
  });
  const reader = new DocumentReader({
    answers,
    pageReader,
    pdfRasteriser,
    pagesAtOnce: workers,
    faults,
    statistics,
    log,
  });
  const documents = new S3Documents(clients.s3);
  const notifications = new Notifications(clients.sns, statistics, log);
  const runner = new JobRunner({
    documents,
    reader,
    notifications,
    faults,
    statistics,
    log,
    jobSeconds: options.jobSeconds ?? 0,
    documentsAtOnce: Math.max(documentsAtOnce, workers),
  });
  const operations = new Operations({
    documents,
    reader,
    jobs: new JobStore(),
    runner,
    results: new JobResults(reader),
    notifications,
    quota,
    faults,
    statistics,
  });
  const server = createHttpServer({ operations, quota, faults, statistics, log });
  const host = options.host ?? '127.0.0.1';
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') {
        resolve(address);
      }
    });
  });
  return {
    url: `http://${host}:${port}`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, pdfRasteriser.stop(), pageReader.close(), runner.stop()]);
      if (ownClients) {
        clients.s3.destroy();
        clients.sns.destroy();
      }
    },
  };
}
