import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SendingLease, SmsSettings, SmsSettingsStore } from '../ports/campaigns.ts';
import { SENDING_LEASE_KEY, SMS_SETTINGS_KEY, smsSettingsItemSchema } from './campaign-items.ts';

/** What people set while SMS go out, and which run has the right to send: one item each in the registry table. */
export class DynamoSmsSettingsStore implements SmsSettingsStore, SendingLease {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(): Promise<SmsSettings> {
    const { Item = {} } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: SMS_SETTINGS_KEY, ConsistentRead: true }),
    );
    return smsSettingsItemSchema.parse(Item);
  }

  async change(settings: Partial<Omit<SmsSettings, 'changedAt'>>, changedAt: string): Promise<void> {
    const values = Object.entries({ ...settings, changedAt }).filter(([, value]) => value !== undefined);
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: SMS_SETTINGS_KEY,
        UpdateExpression: `SET ${values.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(values.map(([name]) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(values.map(([name, value]) => [`:${name}`, value])),
      }),
    );
  }

  async resetRate(changedAt: string): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: SMS_SETTINGS_KEY,
        UpdateExpression: 'SET changedAt = :changedAt REMOVE messagesPerSecond',
        ExpressionAttributeValues: { ':changedAt': changedAt },
      }),
    );
  }

  async take(holder: string, now: Date, until: Date): Promise<boolean> {
    return this.#changeLease({
      UpdateExpression: 'SET #holder = :holder, #until = :until',
      ConditionExpression: 'attribute_not_exists(#holder) OR #holder = :holder OR #until <= :now',
      ExpressionAttributeNames: { '#holder': 'holder', '#until': 'leaseUntil' },
      ExpressionAttributeValues: {
        ':holder': holder,
        ':now': now.toISOString(),
        ':until': until.toISOString(),
      },
    });
  }

  async release(holder: string): Promise<void> {
    await this.#changeLease({
      UpdateExpression: 'REMOVE #holder, #until',
      ConditionExpression: '#holder = :holder',
      ExpressionAttributeNames: { '#holder': 'holder', '#until': 'leaseUntil' },
      ExpressionAttributeValues: { ':holder': holder },
    });
  }

  async #changeLease(change: LeaseChange): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateCommand({ TableName: this.#table, Key: SENDING_LEASE_KEY, ...change }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

interface LeaseChange {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, string>;
}
