import {
  BadDocumentException,
  DetectDocumentTextCommand,
  DocumentTooLargeException,
  GetDocumentTextDetectionCommand,
  LimitExceededException,
  ProvisionedThroughputExceededException,
  StartDocumentTextDetectionCommand,
  ThrottlingException,
  UnsupportedDocumentException,
  type GetDocumentTextDetectionCommandOutput,
  type TextractClient,
} from '@aws-sdk/client-textract';
import type { UploadRef } from '#claims';
import {
  ThrottledError,
  UnreadableFileError,
  type ImageReader,
  type OcrService,
  type ReadingResult,
} from '../ports/ocr-service.ts';

export interface CompletionChannel {
  readonly topicArn: string;
  readonly roleArn: string;
}

/** Text detection by Amazon Textract. It throttles by quota, which is no error; the use cases wait and try again. */
export class TextractOcr implements OcrService, ImageReader {
  readonly #client: TextractClient;
  readonly #channel: CompletionChannel | undefined;

  /** @param channel where completion messages go; only needed to start jobs */
  constructor(client: TextractClient, channel?: CompletionChannel) {
    this.#client = client;
    this.#channel = channel;
  }

  async start(upload: UploadRef, token: string, tag: string): Promise<string> {
    const { bucket, key, versionId } = upload;
    const { JobId: jobId } = await translateErrors(() =>
      this.#client.send(
        new StartDocumentTextDetectionCommand({
          DocumentLocation: {
            S3Object: { Bucket: bucket, Name: key, ...(versionId === '' ? {} : { Version: versionId }) },
          },
          ClientRequestToken: token,
          JobTag: tag,
          ...(this.#channel && {
            NotificationChannel: { SNSTopicArn: this.#channel.topicArn, RoleArn: this.#channel.roleArn },
          }),
        }),
      ),
    );
    if (jobId === undefined) throw new Error('Textract started a job without an id');
    return jobId;
  }

  async fetch(jobId: string): Promise<ReadingResult> {
    const answers: GetDocumentTextDetectionCommandOutput[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await translateErrors(() =>
        this.#client.send(new GetDocumentTextDetectionCommand({ JobId: jobId, NextToken: nextToken })),
      );
      if (answer.JobStatus === 'IN_PROGRESS') return { status: 'in-progress' };
      if (answer.JobStatus === 'FAILED') return { status: 'failed' };
      answers.push(answer);
      nextToken = answer.NextToken;
    } while (nextToken !== undefined);
    return { status: 'succeeded', answers };
  }

  async readImage(image: Uint8Array): Promise<unknown> {
    return translateErrors(() =>
      this.#client.send(new DetectDocumentTextCommand({ Document: { Bytes: image } })),
    );
  }
}

async function translateErrors<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (
      error instanceof ProvisionedThroughputExceededException ||
      error instanceof LimitExceededException ||
      error instanceof ThrottlingException
    ) {
      throw new ThrottledError('Textract is at its quota', { cause: error });
    }
    if (
      error instanceof UnsupportedDocumentException ||
      error instanceof BadDocumentException ||
      error instanceof DocumentTooLargeException
    ) {
      throw new UnreadableFileError('Textract does not read this file', { cause: error });
    }
    throw error;
  }
}
