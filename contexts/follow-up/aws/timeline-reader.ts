import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  EVENT_PREFIX,
  eventItemSchema,
  eventKey,
  fileItemSchema,
  fileKey,
  paymentBatchItemSchema,
  paymentBatchKey,
} from '#claims/aws';
import type { TimelineReader } from '../ports.ts';

const keySchema = z.object({ sk: z.string() });

/** What happened to files and orders, from the claims table. */
export class DynamoTimelineReader implements TimelineReader {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async fileHistory(fileId: string) {
    // A file has an item and a handful of events: reading failures are counted, and end in quarantine.
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :file',
        ExpressionAttributeValues: { ':file': fileKey(fileId).pk },
      }),
    );
    const keyed = Items.map((item) => ({ sk: keySchema.parse(item).sk, item }));
    const fileItem = keyed.find(({ sk }) => sk === fileKey(fileId).sk);
    return (
      fileItem && {
        file: fileItemSchema.parse(fileItem.item),
        events: keyed
          .filter(({ sk }) => sk.startsWith(EVENT_PREFIX))
          .map(({ item }) => eventItemSchema.parse(item).event),
      }
    );
  }

  async order(batchId: string) {
    const key = paymentBatchKey(batchId);
    const { Item } = await this.#client.send(new GetCommand({ TableName: this.#table, Key: key }));
    if (Item === undefined) return undefined;
    const batch = paymentBatchItemSchema.parse(Item);
    if (batch.state !== 'SENT') return { batch, sentAt: undefined };
    // By its key: the partition also holds every payment of the order.
    const sent = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: eventKey(key, batch.version) }),
    );
    return { batch, sentAt: sent.Item && eventItemSchema.parse(sent.Item).event.occurredAt };
  }
}
