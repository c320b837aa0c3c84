import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { CheckRights } from '../records/work-messages.ts';
import type { RightsQueue } from '../ports.ts';

/** The queue of the check of rights, on SQS. */
export class SqsRightsQueue implements RightsQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async checkSegment(runId: string, segment: number): Promise<void> {
    await this.#send({ kind: 'segment', runId, segment });
  }

  /** Asks for a run. */
  async start(runId: string, requestedBy: string): Promise<void> {
    await this.#send({ kind: 'start', runId, requestedBy });
  }

  async #send(message: CheckRights): Promise<void> {
    await this.#client.send(
      new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody: JSON.stringify(message) }),
    );
  }
}
