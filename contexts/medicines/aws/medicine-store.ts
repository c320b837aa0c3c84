import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { paginateScan, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { WriteResult } from '#shared';
import { batchGet } from '#shared/aws';
import { foldMedicineName } from '../domain/fold-medicine-name.ts';
import type { Medicine } from '../domain/medicine.ts';
import {
  MOST_CODES,
  type MedicineReader,
  type MedicinesPage,
  type MedicineWriter,
  type NameSearch,
} from '../ports.ts';
import {
  codeIn,
  contentHashOf,
  isNameKey,
  medicineItem,
  medicineKey,
  medicineOf,
  NAME_INDEX,
  nameKey,
} from './medicine-items.ts';

const sortKeySchema = z.object({ gsi2sk: z.string() });
const indexKeySchema = sortKeySchema.extend({ gsi2pk: z.string() });
const hashSchema = z.object({ contentHash: z.object({ S: z.string() }) });

/** Medicines in the registry table: one item a code. */
export class DynamoMedicineStore implements MedicineReader, MedicineWriter {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async medicinesByCode(codes: readonly string[]): Promise<ReadonlyMap<string, Medicine>> {
    return this.#read(codes, { isConsistent: false });
  }

  async currentMedicines(codes: readonly string[]): Promise<ReadonlyMap<string, Medicine>> {
    return this.#read(codes, { isConsistent: true });
  }

  async medicinesByName({ beginning, limit, after }: NameSearch): Promise<MedicinesPage> {
    const begins = foldMedicineName(beginning);
    if (begins === '') return { medicines: [] };
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: NAME_INDEX,
        KeyConditionExpression: 'gsi2pk = :letter AND begins_with(gsi2sk, :begins)',
        ExpressionAttributeValues: { ':letter': nameKey(begins), ':begins': begins },
        Limit: limit,
        // A place of another search is none of this one.
        ExclusiveStartKey:
          after?.startsWith(begins) === true
            ? { gsi2pk: nameKey(begins), gsi2sk: after, ...medicineKey(codeIn(after)) }
            : undefined,
      }),
    );
    const places = Items.map((item) => sortKeySchema.parse(item).gsi2sk);
    const found = await this.medicinesByCode(places.map(codeIn));
    return {
      medicines: places.flatMap((place) => found.get(codeIn(place)) ?? []),
      next: LastEvaluatedKey === undefined ? undefined : places.at(-1),
    };
  }

  async *codesOnFile(): AsyncIterable<readonly string[]> {
    const pages = paginateScan(
      { client: this.#client },
      { TableName: this.#table, IndexName: NAME_INDEX, ProjectionExpression: 'gsi2pk, gsi2sk' },
    );
    for await (const { Items = [] } of pages)
      yield Items.map((item) => indexKeySchema.parse(item))
        .filter(({ gsi2pk }) => isNameKey(gsi2pk))
        .map(({ gsi2sk }) => codeIn(gsi2sk));
  }

  async putMedicine(medicine: Medicine, before: Medicine | undefined): Promise<WriteResult> {
    const item = medicineItem(medicine);
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: item,
          ...(before === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'contentHash = :before',
                ExpressionAttributeValues: { ':before': contentHashOf(before) },
              }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return 'applied';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return hashSchema.safeParse(error.Item).data?.contentHash.S === item.contentHash ? 'known' : 'refused';
    }
  }

  async #read(
    codes: readonly string[],
    { isConsistent }: { readonly isConsistent: boolean },
  ): Promise<ReadonlyMap<string, Medicine>> {
    const wanted = [...new Set(codes)];
    if (wanted.length > MOST_CODES) throw new RangeError(`At most ${MOST_CODES} codes are looked up at once`);
    if (wanted.length === 0) return new Map();
    const items = await batchGet(this.#client, this.#table, wanted.map(medicineKey), { isConsistent });
    return new Map(items.map(medicineOf).map((medicine) => [medicine.code, medicine]));
  }
}
