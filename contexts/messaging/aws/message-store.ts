import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MessageRecord } from '#claims';
import { messageItemSchema, messageKeyOf } from '#claims/aws';
import type { WriteResult } from '#shared';
import type { MessageStore } from '../ports/message-store.ts';
import { recordSent, takeSendingRight } from './sending-right.ts';

/** The record of what was sent to whom, in the claims table. */
export class DynamoMessageStore implements MessageStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async begin(message: MessageRecord, leaseSeconds: number): Promise<WriteResult> {
    const key = messageKeyOf(message.claimId, message.messageKey);
    const right = await takeSendingRight(this.#client, this.#table, { ...key, ...message }, leaseSeconds);
    if (right === 'applied') return right;
    return messageItemSchema.parse(right.held).state === 'SENDING' ? 'refused' : 'known';
  }

  async recordSent(message: MessageRecord, providerMessageId: string): Promise<void> {
    const key = messageKeyOf(message.claimId, message.messageKey);
    await recordSent(this.#client, this.#table, key, providerMessageId);
  }
}
