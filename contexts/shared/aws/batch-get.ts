import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pRetry, { AbortError } from 'p-retry';

/** What DynamoDB takes in one BatchGetItem. */
const KEYS_PER_CALL = 100;

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * Reads items by key, strongly consistent unless said otherwise, in any order; missing ones are left out.
 * @throws Error when DynamoDB leaves keys unprocessed after several attempts: part of an answer is no answer
 */
export async function batchGet(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
  { isConsistent = true } = {},
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let start = 0; start < keys.length; start += KEYS_PER_CALL) {
    let wanted: Record<string, unknown>[] = keys
      .slice(start, start + KEYS_PER_CALL)
      .map((key) => ({ ...key }));
    await pRetry(
      async () => {
        const { Responses, UnprocessedKeys } = await client
          .send(
            new BatchGetCommand({
              RequestItems: { [table]: { Keys: wanted, ConsistentRead: isConsistent } },
            }),
          )
          // The SDK has made its own attempts at errors; only what DynamoDB left out is asked for again here.
          .catch((error: unknown) => {
            throw new AbortError(error instanceof Error ? error : 'BatchGetItem failed');
          });
        items.push(...(Responses?.[table] ?? []));
        wanted = UnprocessedKeys?.[table]?.Keys ?? [];
        if (wanted.length > 0) throw new Error(`DynamoDB left ${wanted.length} keys unread`);
      },
      { retries: 6, minTimeout: 50, randomize: true },
    );
  }
  return items;
}
