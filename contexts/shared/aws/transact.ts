import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import pRetry, { AbortError } from 'p-retry';

export type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** `applied`, or the indexes of the items whose condition failed. */
export type TransactResult = 'applied' | { readonly failedConditions: readonly number[] };

/**
 * Writes all or nothing. Another transaction on the same items is waited for; a condition that fails is an answer, not an
 * error.
 * @throws TransactionCanceledException when it was cancelled for another reason
 */
export async function transactWrite(
  client: DynamoDBDocumentClient,
  items: TransactItems,
): Promise<TransactResult> {
  return pRetry(async () => attempt(client, items), {
    retries: 5,
    minTimeout: 50,
    factor: 2,
    randomize: true,
  });
}

async function attempt(client: DynamoDBDocumentClient, items: TransactItems): Promise<TransactResult> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: items }));
    return 'applied';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw asAbort(error);
    const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
    const failedConditions = codes.flatMap((code, index) =>
      code === 'ConditionalCheckFailed' ? [index] : [],
    );
    if (failedConditions.length > 0) return { failedConditions };
    if (codes.includes('TransactionConflict')) throw error;
    throw asAbort(error);
  }
}

/** The SDK has made its own attempts at other errors. */
function asAbort(error: unknown): AbortError {
  return new AbortError(
    error instanceof Error ? error : new Error('The transaction failed', { cause: error }),
  );
}
