import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RegistryRecord } from '../records/registry-records.ts';
import type { PersonFile } from '../domain/person-file.ts';
import type { RegistryReader } from '../ports.ts';
import type { RegistryPage, RegistryScan } from '../ports/registry-scan.ts';
import { personFileOf, recordOf } from './registry-items.ts';

const keySchema = z.object({ pk: z.string(), sk: z.string() });
const PERSON_PREFIX = 'PERSON#';

/**
 * Walks through the registry table with parallel scans: the only place where anything scans. Items of a person follow each
 * other, the profile last. A person belongs to the page that has the profile; the first of a page may have begun on the page
 * before, and is read anew.
 */
export class DynamoRegistryScan implements RegistryScan {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #registry: Pick<RegistryReader, 'findPersonFile'>;
  readonly #pageItems: number;

  /** @param pageItems items that one page looks at, at most; DynamoDB itself ends a page after 1 MB */
  constructor(
    client: DynamoDBDocumentClient,
    table: string,
    registry: Pick<RegistryReader, 'findPersonFile'>,
    pageItems: number,
  ) {
    this.#client = client;
    this.#table = table;
    this.#registry = registry;
    this.#pageItems = pageItems;
  }

  async readPage(
    { segment, segmentCount }: { readonly segment: number; readonly segmentCount: number },
    cursor: string | null,
  ): Promise<RegistryPage> {
    const { Items = [], LastEvaluatedKey: last } = await this.#client.send(
      new ScanCommand({
        TableName: this.#table,
        Segment: segment,
        TotalSegments: segmentCount,
        Limit: this.#pageItems,
        ...(cursor === null ? {} : { ExclusiveStartKey: keyOf(cursor) }),
        // Contributions and accounts are most of the table, and say nothing about a right.
        FilterExpression: '#sk = :profile OR begins_with(#sk, :coverage) OR begins_with(#sk, :dependant)',
        ProjectionExpression: '#pk, #sk, #record',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk', '#record': 'record' },
        ExpressionAttributeValues: {
          ':profile': 'PROFILE',
          ':coverage': 'COVERAGE#',
          ':dependant': 'DEPENDANT#',
        },
      }),
    );
    return {
      people: await this.#peopleOf(Items),
      nextCursor: last === undefined ? null : cursorOf(keySchema.parse(last)),
    };
  }

  async #peopleOf(items: readonly Record<string, unknown>[]): Promise<PersonFile[]> {
    const partitions = [...Map.groupBy(items, (item) => keySchema.parse(item).pk)].filter(
      ([pk, own]) =>
        pk.startsWith(PERSON_PREFIX) && own.some((item) => keySchema.parse(item).sk === 'PROFILE'),
    );
    const people: PersonFile[] = [];
    const firstPk = items[0]?.['pk'];
    for (const [pk, own] of partitions) {
      const mayBeCut = pk === firstPk;
      const file = mayBeCut
        ? await this.#registry.findPersonFile(pk.slice(PERSON_PREFIX.length))
        : personFileOf(recordsOf(own));
      if (file !== undefined) people.push(file);
    }
    return people;
  }
}

const recordsOf = (items: readonly Record<string, unknown>[]): RegistryRecord[] =>
  items.flatMap((item) => recordOf(item) ?? []);

/** A cursor is the key of the last item that was looked at. */
const cursorOf = ({ pk, sk }: z.infer<typeof keySchema>): string => JSON.stringify([pk, sk]);

function keyOf(cursor: string): z.infer<typeof keySchema> {
  const [pk, sk] = z.tuple([z.string(), z.string()]).parse(JSON.parse(cursor));
  return { pk, sk };
}
