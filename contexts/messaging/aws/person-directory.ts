import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Person, personSchema } from '#registry';
import { profileKey } from '#registry/aws';
import { batchGet } from '#shared/aws';
import type { PersonDirectory } from '../ports/campaigns.ts';

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
