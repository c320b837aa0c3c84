import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  channelDay,
  claimKey,
  claimStateSchema,
  fileIdInIndex,
  fileItemSchema,
  fileKey,
  type FileIndex,
  FILES_OF_BEFORE,
  FILES_OF_DAY,
} from '#claims/aws';
import { batchGet } from '#shared/aws';
import type { ReceiptList, TakenFile } from '../ports/uploads.ts';

/** Files by channel and day in the claims table: their places in the index, then the items themselves, which never lag. */
export class DynamoReceiptList implements ReceiptList {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async listByDay(
    channelId: string,
    day: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ taken: readonly TakenFile[]; nextCursor?: string | undefined }> {
    const key = channelDay(channelId, day);
    const lists = await Promise.all(
      [FILES_OF_DAY, FILES_OF_BEFORE].map((index) => this.#newest(index, key, limit, cursor)),
    );
    const places = lists
      .flatMap((list) => list.places)
      .toSorted()
      .toReversed();
    const shown = places.slice(0, limit);
    const isMore = places.length > limit || lists.some((list) => list.isMore);
    return {
      taken: await this.#read(shown.map(fileIdInIndex)),
      nextCursor: isMore ? shown.at(-1) : undefined,
    };
  }

  /** @param before a place; what is listed stands before it */
  async #newest(
    { index, partition, sort }: FileIndex,
    key: string,
    limit: number,
    before: string | undefined,
  ): Promise<{ readonly places: readonly string[]; readonly isMore: boolean }> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: index,
        KeyConditionExpression: `${partition} = :key${before === undefined ? '' : ` AND ${sort} < :before`}`,
        ExpressionAttributeValues: { ':key': key, ...(before === undefined ? {} : { ':before': before }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    const placeSchema = z.object({ [sort]: z.string() });
    return {
      places: Items.map((item) => z.string().parse(placeSchema.parse(item)[sort])),
      isMore: LastEvaluatedKey !== undefined,
    };
  }

  /** @returns the files in the order of their ids */
  async #read(fileIds: readonly string[]): Promise<readonly TakenFile[]> {
    const fileItems = await batchGet(this.#client, this.#table, fileIds.map(fileKey));
    const files = new Map(
      fileItems.map((item) => fileItemSchema.parse(item)).map((file) => [file.fileId, file]),
    );
    const claimKeys = [...files.values()].flatMap(({ claimIds = [] }) => claimIds.map(claimKey));
    const claimItems = await batchGet(this.#client, this.#table, claimKeys);
    const claims = new Map(
      claimItems.map((item) => claimStateSchema.parse(item)).map((claim) => [claim.claimId, claim]),
    );
    return fileIds.flatMap((fileId) => {
      const file = files.get(fileId);
      if (file === undefined) return [];
      return [{ file, claims: (file.claimIds ?? []).flatMap((id) => claims.get(id) ?? []) }];
    });
  }
}
