import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MedicineReader } from '#medicines';
import { DynamoMedicineStore } from '#medicines/aws';
import type { Dependant, Person, RegistryRecord } from '#registry';
import { cinKey, holderItemSchema, personPk, profileKey, providerKey, recordOf } from '#registry/aws';
import { batchGet } from '#shared/aws';
import type { RegisteredFamily, RegistryFacts, RegistryKeys } from '../domain/witnesses.ts';
import type { RegistryWitness } from '../ports/registry-witness.ts';

/** More is no family that one form is about; so many fit into the 4 KB of half a read unit. */
const MOST_DEPENDANTS = 12;

/**
 * Asks the registry about keys that were read: all of them in one BatchGetItem, then a Query for the dependants of each person
 * who was found. Half a read unit a key and a person, as it may be a moment behind.
 */
export class RegistryFactsReader implements RegistryWitness {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #medicines: MedicineReader;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#medicines = new DynamoMedicineStore(client, table);
  }

  async ask(keys: RegistryKeys, mostFamilies: number): Promise<RegistryFacts> {
    const medicines = this.#medicines.medicinesByCode(keys.medicineCodes);
    const items = await this.#items([
      ...keys.registrationNumbers.map(profileKey),
      ...keys.cins.map(cinKey),
      ...[...keys.inpes, ...keys.rowInpes].map(providerKey),
    ]);
    const records = items.flatMap((item) => recordOf(item) ?? []);
    const persons = personsOf(records);
    const holders = new Map(
      items
        .filter((item) => !('record' in item))
        .map((item) => [String(item['pk']), holderItemSchema.parse(item).registrationNumber] as const),
    );
    const meant = interleave(
      keys.registrationNumbers.filter((number) => persons.has(number)),
      keys.cins.flatMap((cin) => holders.get(cinKey(cin).pk) ?? []),
    ).slice(0, mostFamilies);
    const byCinAlone = await this.#items(meant.filter((number) => !persons.has(number)).map(profileKey));
    const all = new Map([...persons, ...personsOf(byCinAlone.flatMap((item) => recordOf(item) ?? []))]);
    const families = await Promise.all(
      meant.flatMap((number) => all.get(number) ?? []).map((person) => this.#familyOf(person)),
    );
    return {
      families,
      providers: records.filter((record) => record.type === 'provider'),
      medicines: [...(await medicines).values()],
    };
  }

  /** DynamoDB refuses a call with a key twice, and one without keys. */
  async #items(keys: readonly { readonly pk: string; readonly sk: string }[]) {
    const unique = [...new Map(keys.map((key) => [key.pk, key])).values()];
    return unique.length === 0 ? [] : batchGet(this.#client, this.#table, unique, { isConsistent: false });
  }

  async #familyOf(person: Person): Promise<RegisteredFamily> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :person AND begins_with(sk, :dependant)',
        ExpressionAttributeValues: {
          ':person': personPk(person.registrationNumber),
          ':dependant': 'DEPENDANT#',
        },
        Limit: MOST_DEPENDANTS,
      }),
    );
    const dependants = Items.flatMap((item) => recordOf(item) ?? []).filter(
      (record): record is Dependant => record.type === 'dependant',
    );
    return { person, dependants };
  }
}

function personsOf(records: readonly RegistryRecord[]): ReadonlyMap<string, Person> {
  return new Map(
    records.flatMap((record) =>
      record.type === 'person' ? [[record.registrationNumber, record] as const] : [],
    ),
  );
}

/** The likeliest of both, then the next of both, each number once. */
function interleave(one: readonly string[], other: readonly string[]): readonly string[] {
  const longest = Math.max(one.length, other.length);
  const all = Array.from({ length: longest }, (_, index) => [one[index], other[index]]).flat();
  return [...new Set(all.filter((number) => number !== undefined))];
}
