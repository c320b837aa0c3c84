import { GetCommand, PutCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  personSchema,
  providerSchema,
  registryRecordSchema,
  type Person,
  type Provider,
  type RegistryRecord,
} from '../../core/contracts/registry-records.ts';
import type { PersonFile } from '../../core/domain/registry/person-file.ts';
import { CinTakenError, type RegistryReader, type RegistryWriter } from '../../core/ports/registry.ts';
import { transactWrite, type TransactItems } from './transact.ts';

const storedRecordSchema = z.object({ record: registryRecordSchema });
const cinItemSchema = z.object({ registrationNumber: z.string() });

/** The registry table: one partition a person, so that one Query answers eligibility. */
export class DynamoRegistryStore implements RegistryReader, RegistryWriter {
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
      records.push(...Items.map((item) => storedRecordSchema.parse(item).record));
    }
    const person = records.find((record) => record.type === 'person');
    if (person === undefined) return undefined;
    return {
      person,
      dependants: records.filter((record) => record.type === 'dependant'),
      coverages: records.filter((record) => record.type === 'coverage'),
      contributions: records.filter((record) => record.type === 'contribution'),
      accounts: records.filter((record) => record.type === 'account'),
      priorApprovals: records.filter((record) => record.type === 'prior-approval'),
    };
  }

  async findPerson(registrationNumber: string): Promise<Person | undefined> {
    const record = await this.#get(personPk(registrationNumber), 'PROFILE');
    return record && personSchema.parse(record);
  }

  async findNumberByCin(cin: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: cinKey(cin), ConsistentRead: true }),
    );
    return Item && cinItemSchema.parse(Item).registrationNumber;
  }

  async findProvider(inpe: string): Promise<Provider | undefined> {
    const record = await this.#get(providerPk(inpe), 'PROVIDER');
    return record && providerSchema.parse(record);
  }

  async put(record: RegistryRecord): Promise<void> {
    const item = { ...keyOf(record), record };
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
    return Item && storedRecordSchema.parse(Item).record;
  }
}

const personPk = (registrationNumber: string) => `PERSON#${registrationNumber}`;
const providerPk = (inpe: string) => `PROVIDER#${inpe}`;
const cinKey = (cin: string) => ({ pk: `CIN#${cin}`, sk: 'CIN' });

function keyOf(record: RegistryRecord): { pk: string; sk: string } {
  if (record.type === 'provider') return { pk: providerPk(record.inpe), sk: 'PROVIDER' };
  const pk = personPk(record.registrationNumber);
  switch (record.type) {
    case 'person':
      return { pk, sk: 'PROFILE' };
    case 'dependant':
      return { pk, sk: `DEPENDANT#${record.dependantId}` };
    case 'coverage':
      return { pk, sk: `COVERAGE#${record.scheme}#${record.from}` };
    case 'activity':
      return { pk, sk: `ACTIVITY#${record.source}#${record.reference}` };
    case 'contribution':
      return { pk, sk: `CONTRIBUTION#${record.scheme}#${record.month}` };
    case 'account':
      return { pk, sk: `ACCOUNT#${record.from}` };
    case 'prior-approval':
      return { pk, sk: `APPROVAL#${record.approvalId}` };
  }
}
