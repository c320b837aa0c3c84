import { QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { QUEUE_INDEX } from '#claims/aws';
import type { HoldEnd, HoldEnds } from '../ports/hold-ends.ts';

/** Few people change their account at a time: one key of the index holds them. */
const HOLD_ENDS = 'HOLD_ENDS';
const PAGE_LENGTH = 100;
const itemSchema = z.object({ gsi1sk: z.string() });

/** Before the number of an establishment in the index: numbers of people have nothing there. */
const PROVIDER = 'PROVIDER-';

const keyOf = (end: HoldEnd) => ({
  pk: 'inpe' in end ? `PROVIDER#${end.inpe}` : `PERSON#${end.registrationNumber}`,
  sk: `HOLD_END#${end.day}`,
});
const indexKeyOf = (end: HoldEnd): string =>
  `${end.day}#${'inpe' in end ? `${PROVIDER}${end.inpe}` : end.registrationNumber}`;

/** Days on which held payments are to be looked at again, in the claims table; in the index until that was asked for. */
export class DynamoHoldEnds implements HoldEnds {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async remember(end: HoldEnd): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(end),
        UpdateExpression: 'SET gsi1pk = :ends, gsi1sk = :day',
        ExpressionAttributeValues: { ':ends': HOLD_ENDS, ':day': indexKeyOf(end) },
      }),
    );
  }

  async listEnded(today: string): Promise<{ readonly ended: readonly HoldEnd[]; readonly isMore: boolean }> {
    const { Items = [], LastEvaluatedKey: last } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: QUEUE_INDEX,
        KeyConditionExpression: 'gsi1pk = :ends AND gsi1sk < :behind',
        // Everything of today stands before the character that follows `#`.
        ExpressionAttributeValues: { ':ends': HOLD_ENDS, ':behind': `${today}$` },
        Limit: PAGE_LENGTH,
      }),
    );
    const ended = Items.map((item): HoldEnd => {
      const [day = '', whose = ''] = itemSchema.parse(item).gsi1sk.split('#');
      return whose.startsWith(PROVIDER)
        ? { day, inpe: whose.slice(PROVIDER.length) }
        : { day, registrationNumber: whose };
    });
    return { ended, isMore: last !== undefined };
  }

  async forget(end: HoldEnd): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(end),
        UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
      }),
    );
  }
}
