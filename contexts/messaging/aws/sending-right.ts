import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

interface MessageItem {
  readonly pk: string;
  readonly sk: string;
  readonly state: string;
  readonly updatedAt: string;
}

export type SendingRight = 'applied' | { readonly held: unknown };

/**
 * Puts the record of a message that is about to be sent, and with it takes the right to send it.
 * @returns `applied`, or the item that is there: sent, skipped, or in the hands of another sender whose lease is not over
 */
export async function takeSendingRight(
  client: DynamoDBDocumentClient,
  table: string,
  item: MessageItem,
  leaseSeconds: number,
): Promise<SendingRight> {
  const leaseEnded = new Date(Date.parse(item.updatedAt) - leaseSeconds * 1000).toISOString();
  try {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: item,
        // A sender that died in the middle leaves SENDING behind; after its lease another one may send.
        ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND #updatedAt < :leaseEnded)',
        ExpressionAttributeNames: { '#state': 'state', '#updatedAt': 'updatedAt' },
        ExpressionAttributeValues: { ':sending': 'SENDING', ':leaseEnded': leaseEnded },
      }),
    );
    return 'applied';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { pk, sk } = item;
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return { held: Item };
  }
}

/** Says of a message whose sender had the right to send it that it was sent. */
export async function recordSent(
  client: DynamoDBDocumentClient,
  table: string,
  { pk, sk }: Pick<MessageItem, 'pk' | 'sk'>,
  providerMessageId: string,
): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: { pk, sk },
      UpdateExpression: 'SET #state = :sent, providerMessageId = :providerMessageId',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':sent': 'SENT', ':providerMessageId': providerMessageId },
    }),
  );
}
