import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { personPk } from '#registry/aws';
import type { SentDocuments } from '../ports.ts';
import { sentDocumentsRecordSchema, type SentDocumentsRecord } from '../records/sent-documents.ts';

/** The relay listens for items of this name: whatever is written under it is put beside its claim. */
export const SENT_PREFIX = 'SENT#';

const sentKey = (registrationNumber: string, claimId: string) => ({
  pk: personPk(registrationNumber),
  sk: `${SENT_PREFIX}${claimId}`,
});

/** What the insured sent, one item a claim in the partition of its sender in the registry table. */
export class DynamoSentDocuments implements SentDocuments {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(registrationNumber: string, claimId: string): Promise<SentDocumentsRecord | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: sentKey(registrationNumber, claimId),
        ConsistentRead: true,
      }),
    );
    return Item && sentDocumentsRecordSchema.parse(Item);
  }

  async save(record: SentDocumentsRecord): Promise<'applied' | 'refused'> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...sentKey(record.registrationNumber, record.claimId), ...record },
          ...(record.version === 1
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': record.version - 1 },
              }),
        }),
      );
      return 'applied';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'refused';
      throw error;
    }
  }
}
