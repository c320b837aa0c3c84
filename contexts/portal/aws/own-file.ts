import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AskedAccount, Person } from '#registry';
import { personEventItem, personPk, profileKey, recordItem, recordKey } from '#registry/aws';
import { dayInMorocco } from '#shared';
import { isNew, transactWrite } from '#shared/aws';
import type { OwnFile } from '../ports/portal.ts';

/** Keeps one change of account open at a time. */
const openChangeKey = (registrationNumber: string) => ({
  pk: personPk(registrationNumber),
  sk: 'ACCOUNT_CHANGE',
});

/** What an insured person changes of their own file, in the registry table. */
export class DynamoOwnFile implements OwnFile {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async changeLanguage(registrationNumber: string, language: Person['language']): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: profileKey(registrationNumber),
        UpdateExpression: 'SET #record.#language = :language',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#record': 'record', '#language': 'language' },
        ExpressionAttributeValues: { ':language': language },
      }),
    );
  }

  async requestAccount(account: AskedAccount): Promise<'applied' | 'refused'> {
    const { registrationNumber, change, from } = account;
    const { changeId, requestedAt, paymentsFrom } = change;
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...openChangeKey(registrationNumber), changeId, paymentsFrom },
          ConditionExpression:
            'attribute_not_exists(pk) OR paymentsFrom <= :day OR attribute_exists(cancelledAt)',
          ExpressionAttributeValues: { ':day': dayInMorocco(new Date(requestedAt)) },
        },
      },
      { Put: { TableName: this.#table, Item: recordItem(account), ...isNew } },
      {
        Put: {
          TableName: this.#table,
          Item: personEventItem(
            {
              type: 'account.change-requested.v1',
              eventId: `${registrationNumber}#account-change#${changeId}`,
              occurredAt: requestedAt,
              registrationNumber,
              changeId,
              effectiveFrom: from,
            },
            `ACCOUNT_CHANGE#${changeId}`,
          ),
        },
      },
    ]);
    return result === 'applied' ? 'applied' : 'refused';
  }

  async cancelAccount(
    account: AskedAccount,
    cancelledAt: string,
    today: string,
  ): Promise<'applied' | 'refused'> {
    const { registrationNumber, change } = account;
    const { changeId } = change;
    const result = await transactWrite(this.#client, [
      {
        Update: {
          TableName: this.#table,
          Key: openChangeKey(registrationNumber),
          UpdateExpression: 'SET cancelledAt = :at',
          ConditionExpression: 'changeId = :id AND attribute_not_exists(cancelledAt)',
          ExpressionAttributeValues: { ':id': changeId, ':at': cancelledAt },
        },
      },
      {
        Update: {
          TableName: this.#table,
          Key: recordKey(account),
          UpdateExpression: 'SET #record.#change.#cancelledAt = :at',
          ConditionExpression:
            '#record.#from > :today AND attribute_not_exists(#record.#change.#cancelledAt)',
          ExpressionAttributeNames: {
            '#record': 'record',
            '#change': 'change',
            '#cancelledAt': 'cancelledAt',
            '#from': 'from',
          },
          ExpressionAttributeValues: { ':at': cancelledAt, ':today': today },
        },
      },
      {
        Put: {
          TableName: this.#table,
          Item: personEventItem(
            {
              type: 'account.change-cancelled.v1',
              eventId: `${registrationNumber}#account-change#${changeId}#cancelled`,
              occurredAt: cancelledAt,
              registrationNumber,
              changeId,
            },
            `ACCOUNT_CHANGE#${changeId}#CANCELLED`,
          ),
        },
      },
    ]);
    return result === 'applied' ? 'applied' : 'refused';
  }
}
