import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SignInDevices } from '../ports/insured-sign-in.ts';

const deviceItemSchema = z.object({ registrationNumber: z.string(), expiresAt: z.int() });
const partitionOf = (deviceId: string): string => `SIGN_IN_DEVICE#${deviceId}`;

/** On which devices people signed in, in partitions of their own of the registry table; they expire. */
export class DynamoSignInDevices implements SignInDevices {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => Date;

  constructor(client: DynamoDBDocumentClient, table: string, now: () => Date) {
    this.#client = client;
    this.#table = table;
    this.#now = now;
  }

  async numbersOf(deviceId: string): Promise<readonly string[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(deviceId) },
      }),
    );
    // The table drops what has expired within days, not at once.
    const nowSeconds = this.#now().getTime() / 1000;
    return Items.map((item) => deviceItemSchema.parse(item))
      .filter(({ expiresAt }) => expiresAt > nowSeconds)
      .map(({ registrationNumber }) => registrationNumber);
  }

  async remember({ deviceId, ...device }: Parameters<SignInDevices['remember']>[0]): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: { pk: partitionOf(deviceId), sk: device.registrationNumber, ...device },
      }),
    );
  }
}
