import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchGet } from '#shared/aws';
import type { SignInCounter } from '../domain/sign-in-limits.ts';
import type { SignInCounters } from '../ports/insured-sign-in.ts';

const counterItemSchema = z.object({ pk: z.string(), count: z.int() });
const keyOf = ({ key }: SignInCounter) => ({ pk: `SIGN_IN_COUNT#${key}`, sk: 'COUNT' });

/**
 * How much was begun and sent in each minute, hour and day, in partitions of their own of the registry table; they expire. Each
 * counts by a write of its own, not in one transaction: those that everybody shares would be in conflict all the time. A function
 * that dies in between leaves one too many counted, never one too few.
 */
export class DynamoSignInCounters implements SignInCounters {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async take(counters: readonly SignInCounter[]): Promise<'taken' | 'full'> {
    const taken: SignInCounter[] = [];
    // One after the other: where the first is full, the others, which more people share, are left alone.
    for (const counter of counters) {
      if (!(await this.#add(counter, 1))) {
        await this.giveBack(taken);
        return 'full';
      }
      taken.push(counter);
    }
    return 'taken';
  }

  async giveBack(counters: readonly SignInCounter[]): Promise<void> {
    await Promise.all(counters.map((counter) => this.#add(counter, -1)));
  }

  async areFull(counters: readonly SignInCounter[]): Promise<boolean> {
    const items = await batchGet(this.#client, this.#table, counters.map(keyOf));
    const counts = new Map(
      items.map((item) => counterItemSchema.parse(item)).map(({ pk, count }) => [pk, count]),
    );
    return counters.some((counter) => (counts.get(keyOf(counter).pk) ?? 0) >= counter.limit);
  }

  async #add(counter: SignInCounter, amount: 1 | -1): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(counter),
          UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :amount',
          // Below the limit there is room for one more; giving one back never fails.
          ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: {
            ':expiresAt': counter.expiresAt,
            ':amount': amount,
            ':most': amount > 0 ? counter.limit : Number.MAX_SAFE_INTEGER,
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
