import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { personPk } from '#registry/aws';
import type { BeginResult, PersonMessage, PersonMessageStore } from '../ports/campaigns.ts';
import { PERSON_MESSAGE_PREFIX, personMessageItemSchema, personMessageKey } from './campaign-items.ts';
import { recordSent, takeSendingRight } from './sending-right.ts';

/** What each person was sent about themselves, in their own partition of the registry table. The phone is not kept. */
export class DynamoPersonMessageStore implements PersonMessageStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async begin(message: PersonMessage, leaseSeconds: number): Promise<BeginResult> {
    const key = personMessageKey(message.registrationNumber, message.messageKey);
    const right = await takeSendingRight(this.#client, this.#table, { ...key, ...message }, leaseSeconds);
    if (right === 'applied') return { status: right };
    const { state } = personMessageItemSchema.parse(right.held);
    return state === 'SENDING' ? { status: 'refused' } : { status: 'known', state };
  }

  async recordSent(message: PersonMessage, providerMessageId: string): Promise<void> {
    const key = personMessageKey(message.registrationNumber, message.messageKey);
    await recordSent(this.#client, this.#table, key, providerMessageId);
  }

  async recordSkipped(message: PersonMessage, because: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: personMessageKey(message.registrationNumber, message.messageKey),
          UpdateExpression: 'SET #state = :skipped, skippedBecause = :because',
          // Who took it over meanwhile knows better what became of it.
          ConditionExpression: '#state = :sending AND #updatedAt = :updatedAt',
          ExpressionAttributeNames: { '#state': 'state', '#updatedAt': 'updatedAt' },
          ExpressionAttributeValues: {
            ':skipped': 'SKIPPED',
            ':because': because,
            ':sending': 'SENDING',
            ':updatedAt': message.updatedAt,
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async listOf(registrationNumber: string): Promise<readonly PersonMessage[]> {
    const messages: PersonMessage[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :person AND begins_with(sk, :messages)',
        ExpressionAttributeValues: {
          ':person': personPk(registrationNumber),
          ':messages': PERSON_MESSAGE_PREFIX,
        },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      messages.push(...Items.map((item) => personMessageItemSchema.parse(item)));
    return messages.sort((one, other) => one.updatedAt.localeCompare(other.updatedAt));
  }
}
