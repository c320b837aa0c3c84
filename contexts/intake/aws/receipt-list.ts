import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  channelDay,
  claimKey,
  claimStateSchema,
  fileIdInIndex,
  fileItemSchema,
  fileKey,
  QUEUE_INDEX,
} from '#claims/aws';
import { batchGet } from '#shared/aws';
import type { ReceiptList, TakenFile } from '../ports/uploads.ts';

const indexedSchema = z.object({ gsi1sk: z.string() });

/** Files by channel and day in the claims table: one query of the index, then the items themselves, which never lag. */
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
    const pk = channelDay(channelId, day);
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: QUEUE_INDEX,
        KeyConditionExpression: cursor === undefined ? 'gsi1pk = :pk' : 'gsi1pk = :pk AND gsi1sk < :cursor',
        ExpressionAttributeValues: { ':pk': pk, ...(cursor === undefined ? {} : { ':cursor': cursor }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    const sortKeys = Items.map((item) => indexedSchema.parse(item).gsi1sk);
    const taken = await this.#read(sortKeys.map(fileIdInIndex));
    return { taken, nextCursor: LastEvaluatedKey === undefined ? undefined : sortKeys.at(-1) };
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
