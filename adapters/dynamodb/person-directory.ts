import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { personSchema, type Person } from '../../core/contracts/registry-records.ts';
import type { PersonDirectory } from '../../core/ports/campaigns.ts';
import { batchGet } from './batch-get.ts';
import { profileKey } from './registry-items.ts';

const profileSchema = z.object({ record: personSchema });

/** People of the registry table, many in one call. */
export class DynamoPersonDirectory implements PersonDirectory {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async findPersons(registrationNumbers: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    // DynamoDB refuses a call that names a key twice.
    const keys = [...new Set(registrationNumbers)].map(profileKey);
    const items = await batchGet(this.#client, this.#table, keys);
    const persons = items.map((item) => profileSchema.parse(item).record);
    return new Map(persons.map((person) => [person.registrationNumber, person]));
  }
}
