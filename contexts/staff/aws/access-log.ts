import { randomUUID } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Clock, monthInMorocco, readPlace, writePlace } from '#shared';
import { isNew } from '#shared/aws';
import { accessDetailsSchema, operationSchema } from '../api/audit.ts';
import type { AccessLog, AccessPage, AccessPageRequest, AccessRecord } from '../ports/audit.ts';

const SUBJECT_INDEX = 'subject';
const PAGE_LENGTH = 50;

const accessItemSchema = z.object({
  actor: z.string(),
  operation: operationSchema,
  subject: z.string(),
  at: z.string(),
  details: accessDetailsSchema.optional(),
});
const parseAccess = (item: object): AccessRecord => accessItemSchema.parse(item);

const placeSchema = z.object({ pk: z.string(), sk: z.string() });

/**
 * The audit table. Beneath each actor a partition a month; the index `subject` has the same records by what they are about.
 * Nothing here changes or removes a record, and the functions that write them may not either.
 */
export class DynamoAccessLog implements AccessLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async record(access: Omit<AccessRecord, 'at'>): Promise<void> {
    const now = this.#clock();
    const at = now.toISOString();
    // Two accesses of one millisecond are two records.
    const sk = `${at}#${randomUUID()}`;
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: {
          pk: actorPk(access.actor, monthInMorocco(now)),
          sk,
          gsi1pk: subjectPk(access.subject),
          gsi1sk: sk,
          ...access,
          at,
        },
        ...isNew,
      }),
    );
  }

  async listByActor(
    actor: string,
    month: string,
    { cursor, limit }: AccessPageRequest = {},
  ): Promise<AccessPage> {
    const pk = actorPk(actor, month);
    const place = readPlace(placeSchema, cursor);
    return this.#query({
      KeyConditionExpression: 'pk = :key',
      ExpressionAttributeValues: { ':key': pk },
      ExclusiveStartKey: place && { pk, sk: place.sk },
      Limit: limit ?? PAGE_LENGTH,
    });
  }

  async listBySubject(subject: string, { cursor, limit }: AccessPageRequest = {}): Promise<AccessPage> {
    const gsi1pk = subjectPk(subject);
    const place = readPlace(placeSchema, cursor);
    return this.#query({
      IndexName: SUBJECT_INDEX,
      KeyConditionExpression: 'gsi1pk = :key',
      ExpressionAttributeValues: { ':key': gsi1pk },
      ExclusiveStartKey: place && { ...place, gsi1pk, gsi1sk: place.sk },
      Limit: limit ?? PAGE_LENGTH,
    });
  }

  async newest(
    subject: string,
    { before, limit }: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<readonly { readonly place: string; readonly record: AccessRecord }[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: SUBJECT_INDEX,
        KeyConditionExpression: `gsi1pk = :key${before === undefined ? '' : ' AND gsi1sk < :before'}`,
        ExpressionAttributeValues: {
          ':key': subjectPk(subject),
          ...(before === undefined ? {} : { ':before': before }),
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ place: placeSchema.parse(item).sk, record: parseAccess(item) }));
  }

  async #query(
    query: Pick<
      QueryCommand['input'],
      'IndexName' | 'KeyConditionExpression' | 'ExpressionAttributeValues' | 'ExclusiveStartKey' | 'Limit'
    >,
  ): Promise<AccessPage> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        ScanIndexForward: false,
        ...query,
      }),
    );
    return {
      records: Items.map(parseAccess),
      nextCursor: writePlace(LastEvaluatedKey && placeSchema.parse(LastEvaluatedKey)),
    };
  }
}

const actorPk = (actor: string, month: string) => `ACTOR#${actor}#${month}`;
const subjectPk = (subject: string) => `SUBJECT#${subject}`;
