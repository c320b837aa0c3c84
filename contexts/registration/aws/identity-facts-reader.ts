import { paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import type { KnownPerson, ReferenceFacts, RegistryRecord } from '#registry';
import {
  cinKey,
  dependantClaimKey,
  dependantClaimSchema,
  holderItemSchema,
  type ItemKey,
  parseReferenceItem,
  personFileOf,
  personPk,
  ramedKey,
  recordOf,
  referenceKey,
} from '#registry/aws';
import { batchGet } from '#shared/aws';
import type { ListedRecord } from '../records/list-lines.ts';
import type { IdentityFacts } from '../domain/identity-facts.ts';

/** What DynamoDB takes in one BatchGetItem, and calls made side by side. */
const KEYS_PER_CALL = 100;
const PARALLEL_CALLS = 5;

interface Items {
  get(key: ItemKey): Record<string, unknown> | undefined;
}

/**
 * Reads what the registry knows of many records: all their numbers in a few BatchGetItem, then one Query for each person who was
 * found. That is nobody where all are new.
 */
export class IdentityFactsReader {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(records: readonly ListedRecord[]): Promise<readonly IdentityFacts[]> {
    const items = await this.#readItems(records.flatMap(keysOf));
    const found = records.map((record) => numbersOf(record, items));
    const numbers = new Set(
      found.flatMap(({ person, household, claim }) =>
        [person, household, claim?.registrationNumber].filter((number) => number !== undefined),
      ),
    );
    const people = new Map(
      await pMap(numbers, async (number) => [number, await this.#readPerson(number)] as const, {
        concurrency: PARALLEL_CALLS,
      }),
    );
    const personOf = (number: string | undefined): KnownPerson | undefined =>
      number === undefined ? undefined : people.get(number);
    return found.map(({ person, household, claim, reference }): IdentityFacts => {
      const insured = personOf(claim?.registrationNumber);
      const dependant = insured?.dependants.find(({ dependantId }) => dependantId === claim?.dependantId);
      return {
        person: personOf(person),
        household: personOf(household),
        dependantOf: insured && dependant && { insured, dependant },
        reference,
      };
    });
  }

  async #readItems(keys: readonly ItemKey[]): Promise<Items> {
    const nameOf = ({ pk, sk }: ItemKey): string => `${pk}|${sk}`;
    // A household's members and a list that repeats itself ask for the same item; DynamoDB refuses a key twice in a call.
    const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    const chunks = Array.from({ length: Math.ceil(unique.length / KEYS_PER_CALL) }, (_, index) =>
      unique.slice(index * KEYS_PER_CALL, (index + 1) * KEYS_PER_CALL),
    );
    const answers = await pMap(chunks, (chunk) => batchGet(this.#client, this.#table, chunk), {
      concurrency: PARALLEL_CALLS,
    });
    const items = new Map<string, Record<string, unknown>>(
      answers.flat().map((item) => [`${String(item['pk'])}|${String(item['sk'])}`, item] as const),
    );
    return { get: (key) => items.get(nameOf(key)) };
  }

  /** Profile, coverages and dependants; contributions, accounts and approvals sort outside of this range and are not read. */
  async #readPerson(registrationNumber: string): Promise<KnownPerson | undefined> {
    const records: RegistryRecord[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :person AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':person': personPk(registrationNumber),
          ':first': 'COVERAGE#',
          ':last': 'PROFILE',
        },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      records.push(...Items.flatMap((item) => recordOf(item) ?? []));
    }
    return personFileOf(records);
  }
}

function keysOf(record: ListedRecord): readonly ItemKey[] {
  const { cin } = record;
  const household = householdOf(record);
  return [
    ...(cin === undefined ? [] : [cinKey(cin), referenceKey(cin), dependantClaimKey(cin)]),
    ...(household === undefined ? [] : [ramedKey(household)]),
  ];
}

/** The RAMED number, of the head's line only: the other members belong to whoever it leads to. */
function householdOf(record: ListedRecord): string | undefined {
  return record.kind === 'member' && record.role === 'head' ? record.household : undefined;
}

interface FoundNumbers {
  readonly person: string | undefined;
  readonly household: string | undefined;
  readonly claim: { readonly registrationNumber: string; readonly dependantId: string } | undefined;
  readonly reference: ReferenceFacts | undefined;
}

function numbersOf(record: ListedRecord, items: Items): FoundNumbers {
  const { cin } = record;
  const household = householdOf(record);
  const holderOf = (key: ItemKey | undefined): string | undefined => {
    const item = key && items.get(key);
    return item && holderItemSchema.parse(item).registrationNumber;
  };
  const claim = cin === undefined ? undefined : items.get(dependantClaimKey(cin));
  const reference = cin === undefined ? undefined : items.get(referenceKey(cin));
  const named = record.kind === 'score' ? record.registrationNumber : undefined;
  return {
    person: named ?? holderOf(cin === undefined ? undefined : cinKey(cin)),
    household: holderOf(household === undefined ? undefined : ramedKey(household)),
    claim: claim && dependantClaimSchema.parse(claim),
    reference: reference && parseReferenceItem(reference)[1],
  };
}
