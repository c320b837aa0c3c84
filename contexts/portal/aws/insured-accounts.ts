import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const accountKey = (userName: string) => ({ pk: `POOL_USER#${userName}`, sk: 'POOL_USER' });

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
