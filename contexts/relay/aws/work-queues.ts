import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { AdjudicateClaim } from '#claims';
import type { PageImageQueue, RenderPages } from '#pages';
import type { ReleasePayments, ReleaseQueue } from '#payments';
import type { SendSignInCode, SignInCodeQueue } from '#portal';
import type { CheckReading, ReadForms, StartReading, WorkQueues } from '#reading';
import type { AttachDocuments, AttachmentQueue } from '#review';

export interface QueueUrls {
  readonly startReading?: string;
  readonly checkReading?: string;
  readonly readForms?: string;
  readonly adjudicateClaim?: string;
  readonly renderPages?: string;
  readonly releasePayments?: string;
  readonly sendSignInCode?: string;
}

/** SQS counts delays in whole seconds, at most 15 minutes. */
const LONGEST_DELAY_SECONDS = 900;

/** Work queues on SQS. Messages carry their channel as the group, so that a loud channel does not starve the others. */
export class SqsWorkQueues
  implements WorkQueues, ReleaseQueue, AttachmentQueue, PageImageQueue, SignInCodeQueue
{
  readonly #client: SQSClient;
  readonly #urls: QueueUrls;

  constructor(client: SQSClient, urls: QueueUrls) {
    this.#client = client;
    this.#urls = urls;
  }

  async startReading(message: StartReading, delaySeconds: number): Promise<void> {
    await this.#send('startReading', message, message.channelId, delaySeconds);
  }

  async checkReading(message: CheckReading, delaySeconds: number): Promise<void> {
    await this.#send('checkReading', message, undefined, delaySeconds);
  }

  async readForms(message: ReadForms, delaySeconds: number): Promise<void> {
    await this.#send('readForms', message, undefined, delaySeconds);
  }

  async adjudicateClaim(message: AdjudicateClaim, delaySeconds: number): Promise<void> {
    await this.#send('adjudicateClaim', message, message.channelId, delaySeconds);
  }

  async releasePayments(message: ReleasePayments): Promise<void> {
    await this.#send('releasePayments', message, undefined, 0);
  }

  /** To whoever goes on with claims: it may write them, and knows nothing of where a document lies. */
  async attachDocuments(message: AttachDocuments): Promise<void> {
    await this.#send('adjudicateClaim', message, message.channelId, 0);
  }

  async renderPages(message: RenderPages): Promise<void> {
    await this.#send('renderPages', message, undefined, 0);
  }

  async sendSignInCode(message: SendSignInCode): Promise<void> {
    await this.#send('sendSignInCode', message, undefined, 0);
  }

  async #send(
    queue: keyof QueueUrls,
    body: object,
    group: string | undefined,
    delaySeconds: number,
  ): Promise<void> {
    const url = this.#urls[queue];
    if (url === undefined) throw new Error(`This function was not given the address of the queue ${queue}`);
    await this.#client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: JSON.stringify(body),
        MessageGroupId: group,
        DelaySeconds: Math.min(Math.ceil(delaySeconds), LONGEST_DELAY_SECONDS),
      }),
    );
  }
}
