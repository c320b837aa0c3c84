import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import pMap from 'p-map';
import type { CloseList, LinkList, RegisterUnit, VerifyRange } from '../records/work-messages.ts';
import type { LineRange } from '../domain/lists/list.ts';
import type { ListQueues } from '../ports/lists.ts';

export interface ListQueueUrls {
  readonly verifyRange: string;
  readonly linkList: string;
  readonly registerUnit: string;
  readonly closeList: string;
}

/** What SQS takes in one call. */
const MESSAGES_PER_CALL = 10;
/** Enough for about 3,000 messages a second, so that a list of millions is sent out within seconds. */
const CALLS_AT_ONCE = 8;

/** Queues of the work on lists, on SQS. */
export class SqsListQueues implements ListQueues {
  readonly #client: SQSClient;
  readonly #urls: ListQueueUrls;

  constructor(client: SQSClient, urls: ListQueueUrls) {
    this.#client = client;
    this.#urls = urls;
  }

  async verifyRanges(listId: string, ranges: readonly LineRange[]): Promise<void> {
    await this.#sendAll(
      this.#urls.verifyRange,
      ranges.map((range) => ({ listId, range }) satisfies VerifyRange),
    );
  }

  async linkList(listId: string): Promise<void> {
    await this.#sendAll(this.#urls.linkList, [{ listId } satisfies LinkList]);
  }

  async registerUnits(listId: string, unitCount: number): Promise<void> {
    await this.#sendAll(
      this.#urls.registerUnit,
      Array.from({ length: unitCount }, (_, index) => ({ listId, unit: index + 1 }) satisfies RegisterUnit),
    );
  }

  async closeList(listId: string): Promise<void> {
    await this.#sendAll(this.#urls.closeList, [{ listId } satisfies CloseList]);
  }

  /** @throws Error unless the queue took every message: whoever asked asks again, and repeats are known */
  async #sendAll(queueUrl: string, messages: readonly object[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(messages.length / MESSAGES_PER_CALL) }, (_, index) =>
      messages.slice(index * MESSAGES_PER_CALL, (index + 1) * MESSAGES_PER_CALL),
    );
    await pMap(batches, (batch) => this.#sendBatch(queueUrl, batch), { concurrency: CALLS_AT_ONCE });
  }

  async #sendBatch(queueUrl: string, messages: readonly object[]): Promise<void> {
    const { Failed: failed = [] } = await this.#client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
        })),
      }),
    );
    if (failed.length > 0) throw new Error(`SQS refused ${failed.length} of ${messages.length} messages`);
  }
}
