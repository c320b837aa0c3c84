import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SignInCodeState } from '../../core/domain/portal/sign-in-code.ts';
import type { SignInCodes } from '../../core/ports/portal.ts';
import { isNew } from './conditions.ts';

const codeItemSchema = z.object({
  version: z.int(),
  issuedAt: z.array(z.string()),
  failedAt: z.array(z.string()).optional(),
  hash: z.string(),
  salt: z.string(),
  attemptsLeft: z.int(),
});

const codeKey = (registrationNumber: string) => ({ pk: `SIGN_IN#${registrationNumber}`, sk: 'CODE' });
const accountKey = (userName: string) => ({ pk: `POOL_USER#${userName}`, sk: 'POOL_USER' });

/** Codes of the insured, in partitions of their own of the registry table: who writes them may write nothing else there. */
export class DynamoSignInCodes implements SignInCodes {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(registrationNumber: string): Promise<SignInCodeState | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: codeKey(registrationNumber), ConsistentRead: true }),
    );
    return Item && codeItemSchema.parse(Item);
  }

  async replace(
    registrationNumber: string,
    before: SignInCodeState | undefined,
    after: SignInCodeState,
  ): Promise<'applied' | 'refused'> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...codeKey(registrationNumber), ...after },
          ...(before === undefined
            ? isNew
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': before.version },
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

/** For whom there is an account in the pool. A pool that was made anew has none. */
export class DynamoInsuredAccounts {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #poolId: string;

  constructor(client: DynamoDBDocumentClient, table: string, poolId: string) {
    this.#client = client;
    this.#table = table;
    this.#poolId = poolId;
  }

  async has(userName: string): Promise<boolean> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: accountKey(userName), ConsistentRead: true }),
    );
    return Item?.['poolId'] === this.#poolId;
  }

  async record(userName: string): Promise<void> {
    await this.#client.send(
      new PutCommand({ TableName: this.#table, Item: { ...accountKey(userName), poolId: this.#poolId } }),
    );
  }
}
