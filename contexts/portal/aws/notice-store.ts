import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { messageMachine } from '#claims';
import { takeSendingRight } from '#messaging/aws';
import { statesOf } from '#shared';
import type { Notice, NoticeStore } from '../ports/portal.ts';

const noticeItemSchema = z.object({ state: z.enum(statesOf(messageMachine)) });
const keyOf = ({ registrationNumber, noticeKey }: Notice) => ({
  pk: `NOTICE#${registrationNumber}`,
  sk: noticeKey,
});

/**
 * Notices to each person about their own file. In the claims table, beside the other messages: the function that sends them may
 * read the registry and not change it. The phone is not kept.
 */
export class DynamoNoticeStore implements NoticeStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async begin(notice: Notice, leaseSeconds: number): Promise<'applied' | 'known' | 'refused'> {
    const item = { ...keyOf(notice), ...notice, state: 'SENDING' };
    const right = await takeSendingRight(this.#client, this.#table, item, leaseSeconds);
    if (right === 'applied') return right;
    return noticeItemSchema.parse(right.held).state === 'SENDING' ? 'refused' : 'known';
  }

  async recordSent(notice: Notice, providerMessageId: string): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(notice),
        UpdateExpression: 'SET #state = :sent, providerMessageId = :providerMessageId',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':sent': 'SENT', ':providerMessageId': providerMessageId },
      }),
    );
  }
}
