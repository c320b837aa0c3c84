import {
  GetCommand,
  PutCommand,
  QueryCommand,
  paginateQuery,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchGet, type TransactItems, transactWrite } from '#shared/aws';
import {
  personSchema,
  providerSchema,
  type Person,
  type Provider,
  type ProviderAccount,
  type RegistryRecord,
} from '../records/registry-records.ts';
import type { PersonFile } from '../domain/person-file.ts';
import {
  AccountConfirmedError,
  CinTakenError,
  type FormNumbers,
  type FoundByNumbers,
  type PhoneBook,
  type RegistryReader,
  type RegistryWriter,
} from '../ports.ts';
import {
  cinKey,
  dependantClaimItem,
  holderItemSchema,
  personFileOf,
  personPk,
  PHONE_INDEX,
  phoneKey,
  profileKey,
  PROVIDER_ACCOUNT_PREFIX,
  providerKey,
  providerPk,
  recordItem,
  recordOf,
} from './registry-items.ts';

const phonePlaceSchema = z.object({ gsi1sk: z.string() });

/** The registry table: one partition a person, so that one Query answers eligibility. */
export class DynamoRegistryStore implements RegistryReader, RegistryWriter, PhoneBook {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async findPersonFile(registrationNumber: string): Promise<PersonFile | undefined> {
    const records: RegistryRecord[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :person',
        ExpressionAttributeValues: { ':person': personPk(registrationNumber) },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      // Events and messages of a person are in the partition too, and are no records.
      records.push(...Items.flatMap((item) => recordOf(item) ?? []));
    }
    return personFileOf(records);
  }

  async findPerson(registrationNumber: string): Promise<Person | undefined> {
    const record = await this.#get(personPk(registrationNumber), 'PROFILE');
    return record && personSchema.parse(record);
  }

  async findPeople(registrationNumbers: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const keys = [...new Set(registrationNumbers)].map((number) => ({ pk: personPk(number), sk: 'PROFILE' }));
    const items = await batchGet(this.#client, this.#table, keys);
    const people = items.flatMap((item) => recordOf(item) ?? []).filter((record) => record.type === 'person');
    return new Map(people.map((person) => [person.registrationNumber, person]));
  }

  async findNumberByCin(cin: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: cinKey(cin), ConsistentRead: true }),
    );
    return Item && holderItemSchema.parse(Item).registrationNumber;
  }

  async findByPhone(phone: string, limit: number): Promise<readonly Person[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: PHONE_INDEX,
        KeyConditionExpression: 'gsi1pk = :phone',
        ExpressionAttributeValues: { ':phone': phoneKey(phone) },
        Limit: limit,
      }),
    );
    const keys = Items.map((item) => phonePlaceSchema.parse(item)).map(({ gsi1sk }) => profileKey(gsi1sk));
    const people = (await batchGet(this.#client, this.#table, keys))
      .flatMap((item) => recordOf(item) ?? [])
      .filter((record) => record.type === 'person')
      // The index may lag a moment behind a change of phone.
      .filter((person) => person.phone === phone);
    return people.toSorted((one, other) => one.registrationNumber.localeCompare(other.registrationNumber));
  }

  async findProvider(inpe: string): Promise<Provider | undefined> {
    const { pk, sk } = providerKey(inpe);
    const record = await this.#get(pk, sk);
    return record && providerSchema.parse(record);
  }

  async findProviderAccounts(inpe: string): Promise<readonly ProviderAccount[]> {
    const accounts: ProviderAccount[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :provider AND begins_with(sk, :account)',
        ExpressionAttributeValues: { ':provider': providerPk(inpe), ':account': PROVIDER_ACCOUNT_PREFIX },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      const records = Items.flatMap((item) => recordOf(item) ?? []);
      accounts.push(...records.filter((record) => record.type === 'provider-account'));
    }
    return accounts;
  }

  async findByNumbers({ cin, inpes }: FormNumbers): Promise<FoundByNumbers> {
    const keys = [
      ...(cin === undefined ? [] : [cinKey(cin)]),
      ...[...new Set(inpes)].map((inpe) => providerKey(inpe)),
    ];
    const items = await batchGet(this.#client, this.#table, keys);
    const holder = items.find((item) => !('record' in item));
    const providers = items
      .flatMap((item) => recordOf(item) ?? [])
      .filter((record) => record.type === 'provider')
      .map((provider) => [provider.inpe, provider] as const);
    return {
      registrationNumber: holder && holderItemSchema.parse(holder).registrationNumber,
      providers: new Map(providers),
    };
  }

  async put(record: RegistryRecord): Promise<void> {
    const item = recordItem(record);
    if (record.type === 'dependant' && record.cin !== undefined) {
      await transactWrite(this.#client, [
        { Put: { TableName: this.#table, Item: item } },
        { Put: { TableName: this.#table, Item: dependantClaimItem(record.cin, record) } },
      ]);
      return;
    }
    if (record.type === 'provider-account') {
      await this.#putProviderAccount(record);
      return;
    }
    if (record.type !== 'person' || record.cin === undefined) {
      await this.#client.send(new PutCommand({ TableName: this.#table, Item: item }));
      return;
    }
    const before = await this.findPerson(record.registrationNumber);
    const result = await transactWrite(this.#client, [
      { Put: { TableName: this.#table, Item: item } },
      ...this.#releaseCin(before, record),
      {
        // The sentinel that makes a CIN belong to one person only.
        Put: {
          TableName: this.#table,
          Item: { ...cinKey(record.cin), registrationNumber: record.registrationNumber },
          ConditionExpression: 'attribute_not_exists(pk) OR registrationNumber = :number',
          ExpressionAttributeValues: { ':number': record.registrationNumber },
        },
      },
    ]);
    if (result !== 'applied') throw new CinTakenError('The CIN belongs to another registration number');
  }

  /** What was confirmed stays: payments may have gone there. Another account begins on a day of its own. */
  async #putProviderAccount(account: ProviderAccount): Promise<void> {
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: recordItem(account),
          ConditionExpression:
            'attribute_not_exists(pk) OR attribute_not_exists(#record.#confirmed) OR #record.#rib = :rib',
          ExpressionAttributeNames: { '#record': 'record', '#confirmed': 'confirmed', '#rib': 'rib' },
          ExpressionAttributeValues: { ':rib': account.rib },
        },
      },
    ]);
    if (result !== 'applied')
      throw new AccountConfirmedError('The account from that day was confirmed with another RIB');
  }

  /** A person who got another CIN gives the old one free. */
  #releaseCin(before: Person | undefined, { cin, registrationNumber }: Person): TransactItems {
    if (before?.cin === undefined || before.cin === cin) return [];
    return [
      {
        Delete: {
          TableName: this.#table,
          Key: cinKey(before.cin),
          ConditionExpression: 'attribute_not_exists(pk) OR registrationNumber = :number',
          ExpressionAttributeValues: { ':number': registrationNumber },
        },
      },
    ];
  }

  async #get(pk: string, sk: string): Promise<RegistryRecord | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item && recordOf(Item);
  }
}
