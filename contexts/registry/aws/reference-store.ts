import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchGet } from '#shared/aws';
import { otherCoverSchema } from '../records/other-covers.ts';
import type { ReferenceFacts } from '../domain/reference-facts.ts';
import type { ReferenceRecord } from '../records/reference-records.ts';
import type { ReferenceSource, ReferenceWriter, ReferenceReader } from '../ports/references.ts';
import { referenceKey } from './registry-items.ts';

const coverSchema = z.object({ scheme: otherCoverSchema, from: z.string(), to: z.string().optional() });
const referenceItemSchema = z
  .object({ pk: z.string(), sk: z.literal('REFERENCE'), deceasedOn: z.string().optional() })
  .catchall(z.unknown());

/** Before the source and the first day of a cover, as the name of its attribute. */
const COVER_PREFIX = 'cover#';
const CIN_PREFIX = 'CIN#';

/**
 * What reference lists say of a CIN: one item, with an attribute for each cover of each source, so that lists do not overwrite
 * each other and the same line again changes nothing.
 */
export class DynamoReferenceStore implements ReferenceReader, ReferenceWriter {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async findReferences(cins: readonly string[]): Promise<ReadonlyMap<string, ReferenceFacts>> {
    const keys = [...new Set(cins)].map(referenceKey);
    return new Map((await batchGet(this.#client, this.#table, keys)).map(parseReferenceItem));
  }

  async putReference(source: ReferenceSource, record: ReferenceRecord): Promise<void> {
    const [name, value] =
      record.kind === 'death'
        ? ['deceasedOn', record.deceasedOn]
        : [
            `${COVER_PREFIX}${source}#${record.from}`,
            { scheme: record.scheme, from: record.from, to: record.to },
          ];
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: referenceKey(record.cin),
        UpdateExpression: 'SET #fact = :fact',
        ExpressionAttributeNames: { '#fact': name },
        ExpressionAttributeValues: { ':fact': value },
      }),
    );
  }
}

/** The CIN of a reference item, and what it says. */
export function parseReferenceItem(item: Record<string, unknown>): readonly [string, ReferenceFacts] {
  const { pk, deceasedOn, ...more } = referenceItemSchema.parse(item);
  const covers = Object.entries(more)
    .filter(([name]) => name.startsWith(COVER_PREFIX))
    // In an order of their own, so that an answer does not depend on that in which lists were loaded.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cover]) => coverSchema.parse(cover));
  return [pk.slice(CIN_PREFIX.length), { covers, deceasedOn }];
}
