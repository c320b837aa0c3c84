import { createHash } from 'node:crypto';
import type {
  AnalyzeDocumentResponse,
  DetectDocumentTextResponse,
  GetDocumentAnalysisResponse,
  GetDocumentTextDetectionResponse,
  StartDocumentTextDetectionResponse,
} from '@aws-sdk/client-textract';
import { buildBlocks } from '../blocks/blocks.ts';
import type { FaultSwitch } from '../control/faults.ts';
import type { QuotaGate } from '../control/quota.ts';
import type { Statistics } from '../control/statistics.ts';
import { checkDocumentSize, syncMaximumBytes } from '../documents/document-limits.ts';
import { detectDocumentType } from '../documents/document-type.ts';
import type { S3Documents } from '../documents/s3-documents.ts';
import type { Job, JobOperation } from '../jobs/job.ts';
import type { JobResults } from '../jobs/job-results.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobStore } from '../jobs/job-store.ts';
import type { Notifications } from '../notifications.ts';
import type { DocumentReader } from '../reading/document-reader.ts';
import {
  parseRequest,
  requestSchemas,
  type DocumentReference,
  type OperationName,
  type StartRequest,
} from './requests.ts';
import { TextractError } from './textract-error.ts';

/** What recorded answers of Amazon Textract carry. */
/** Names the engine: how sure a reading is means something else than with Textract. */
const modelVersion = 'tesseract-7.0';

export interface OperationParts {
  readonly documents: S3Documents;
  readonly reader: DocumentReader;
  readonly jobs: JobStore;
  readonly runner: JobRunner;
  readonly results: JobResults;
  readonly notifications: Notifications;
  readonly quota: QuotaGate;
  readonly faults: FaultSwitch;
  readonly statistics: Statistics;
}

type OperationAnswer =
  | StartDocumentTextDetectionResponse
  | GetDocumentTextDetectionResponse
  | GetDocumentAnalysisResponse
  | DetectDocumentTextResponse
  | AnalyzeDocumentResponse;

/** The operations of Textract that this service offers. */
export class Operations {
  readonly #parts: OperationParts;

  constructor(parts: OperationParts) {
    this.#parts = parts;
  }

  /**
   * Carries out one call.
   * @throws TextractError what goes back to the caller
   */
  async perform(operation: OperationName, body: unknown): Promise<OperationAnswer> {
    this.#parts.quota.admit(operation);
    switch (operation) {
      case 'StartDocumentTextDetection':
      case 'StartDocumentAnalysis':
        return await this.#start(operation, body);
      case 'GetDocumentTextDetection': {
        const result = await this.#get('StartDocumentTextDetection', body);
        return { ...result, DetectDocumentTextModelVersion: modelVersion };
      }
      case 'GetDocumentAnalysis': {
        const result = await this.#get('StartDocumentAnalysis', body);
        return { ...result, AnalyzeDocumentModelVersion: modelVersion };
      }
      case 'DetectDocumentText': {
        const { Document } = parseRequest(requestSchemas[operation], body);
        return { ...(await this.#read(Document, false)), DetectDocumentTextModelVersion: modelVersion };
      }
      case 'AnalyzeDocument': {
        const { Document } = parseRequest(requestSchemas[operation], body);
        return { ...(await this.#read(Document, true)), AnalyzeDocumentModelVersion: modelVersion };
      }
    }
  }

  async #start(operation: JobOperation, body: unknown): Promise<StartDocumentTextDetectionResponse> {
    const request = parseRequest(requestSchemas[operation], body);
    const { ClientRequestToken: token, ...input } = request;
    if (token === undefined) {
      return { JobId: (await this.#startJob(operation, request)).id };
    }
    const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const { job, isReplay } = await this.#parts.jobs.startOnce(
      operation,
      token,
      fingerprint,
      async () => await this.#startJob(operation, request),
    );
    if (isReplay) {
      this.#parts.statistics.countJobReplayed();
    }
    return { JobId: job.id };
  }

  async #startJob(operation: JobOperation, request: StartRequest): Promise<Job> {
    const { documents, jobs, notifications, quota, runner } = this.#parts;
    const document = request.DocumentLocation.S3Object;
    const channel = request.NotificationChannel;
    quota.admitJob(jobs.countInProgress(operation));
    const [sample] = await Promise.all([
      documents.sample(document),
      channel === undefined ? undefined : notifications.checkTopic(channel.SNSTopicArn),
    ]);
    const type = detectDocumentType(sample.leadingBytes);
    checkDocumentSize('async', type, sample.sizeBytes);
    // Others may have been let in while the object was looked at.
    quota.admitJob(jobs.countInProgress(operation));
    const job = jobs.add({ operation, document, jobTag: request.JobTag, notificationChannel: channel });
    runner.start(job);
    return job;
  }

  async #get(startedBy: JobOperation, body: unknown) {
    const request = parseRequest(requestSchemas.GetDocumentTextDetection, body);
    return await this.#parts.results.page(this.#parts.jobs.get(request.JobId, startedBy), request);
  }

  async #read(document: DocumentReference, withForms: boolean): Promise<DetectDocumentTextResponse> {
    const { sha256, pages } = await this.#parts.reader.read('sync', await this.#bytesOf(document));
    const failure = this.#parts.faults.find(sha256)?.failJobWith;
    if (failure !== undefined) {
      throw new TextractError('InternalServerError', failure);
    }
    if (pages.includes(null)) {
      throw new TextractError('BadDocumentException', 'The page of the document could not be read');
    }
    return {
      DocumentMetadata: { Pages: pages.length },
      Blocks: buildBlocks(pages, { seed: sha256, withForms }),
    };
  }

  async #bytesOf(document: DocumentReference): Promise<Uint8Array> {
    if (document.S3Object === undefined) {
      return Buffer.from(document.Bytes ?? '', 'base64');
    }
    const { leadingBytes, sizeBytes } = await this.#parts.documents.sample(document.S3Object);
    if (sizeBytes > syncMaximumBytes) {
      checkDocumentSize('sync', detectDocumentType(leadingBytes), sizeBytes);
    }
    return await this.#parts.documents.read(document.S3Object);
  }
}
