import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MessageRecord, MessageStore, WriteResult } from '../../core/ports/claims.ts';
import { messageItemSchema, messageKeyOf } from './claims-items.ts';

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
    const leaseEnded = new Date(Date.parse(message.updatedAt) - leaseSeconds * 1000).toISOString();
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...key, ...message },
          // A sender that died in the middle leaves SENDING behind; after its lease another one may send.
          ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND #updatedAt < :leaseEnded)',
          ExpressionAttributeNames: { '#state': 'state', '#updatedAt': 'updatedAt' },
          ExpressionAttributeValues: { ':sending': 'SENDING', ':leaseEnded': leaseEnded },
        }),
      );
      return 'applied';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const { Item } = await this.#client.send(
        new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
      );
      return messageItemSchema.parse(Item).state === 'SENDING' ? 'refused' : 'known';
    }
  }

  async recordSent(message: MessageRecord, providerMessageId: string): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: messageKeyOf(message.claimId, message.messageKey),
        UpdateExpression: 'SET #state = :sent, providerMessageId = :providerMessageId',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':sent': 'SENT', ':providerMessageId': providerMessageId },
      }),
    );
  }
}
