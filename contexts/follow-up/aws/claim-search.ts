import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Claim, ClaimsPage, PageRequest } from '#claims';
import {
  claimItemSchema,
  claimKey,
  dayKey,
  insuredKey,
  LISTING_INDEX,
  OWNER_INDEX,
  shortReceiptKey,
} from '#claims/aws';
import { batchGet } from '#shared/aws';
import type { ClaimSearch, DayOfClaims } from '../ports.ts';

/** Names of an index and of its keys. */
interface SearchIndex {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
}

const LISTING: SearchIndex = { name: LISTING_INDEX, partition: 'gsi2pk', sort: 'gsi2sk' };
const OWNER: SearchIndex = { name: OWNER_INDEX, partition: 'gsi3pk', sort: 'gsi3sk' };

const fileIdSchema = z.object({ gsi3sk: z.string() });

/**
 * Finds claims by an index: one Query of keys for a page, then the claims themselves, which never lag. A claim that left the
 * place where the index still has it is left out.
 */
export class DynamoClaimSearch implements ClaimSearch {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async listOfDay({ state, day, channelId }: DayOfClaims, page: PageRequest): Promise<ClaimsPage> {
    const found = await this.#query(LISTING, dayKey(state, day), page, {
      begins: channelId === undefined ? undefined : `${channelId}#`,
    });
    return { ...found, claims: found.claims.filter((claim) => claim.state === state) };
  }

  async listOfInsured(registrationNumber: string, page: PageRequest): Promise<ClaimsPage> {
    const found = await this.#query(OWNER, insuredKey(registrationNumber), page, { isNewestFirst: true });
    const isOwn = (claim: Claim): boolean => claim.registrationNumber === registrationNumber;
    return { ...found, claims: found.claims.filter(isOwn) };
  }

  async filesByShortReceipt(start: string, limit: number): Promise<readonly string[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: OWNER.name,
        KeyConditionExpression: `${OWNER.partition} = :receipt`,
        ExpressionAttributeValues: { ':receipt': shortReceiptKey(start) },
        Limit: limit,
      }),
    );
    return Items.map((item) => fileIdSchema.parse(item).gsi3sk);
  }

  async #query(
    { name, partition, sort }: SearchIndex,
    key: string,
    { limit, after }: PageRequest,
    { begins, isNewestFirst = false }: { begins?: string | undefined; isNewestFirst?: boolean },
  ): Promise<ClaimsPage> {
    // A place of another search is none of this one.
    const start = after?.startsWith(begins ?? '') === true ? after : undefined;
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: name,
        KeyConditionExpression: `${partition} = :key${begins === undefined ? '' : ` AND begins_with(${sort}, :begins)`}`,
        ExpressionAttributeValues: { ':key': key, ...(begins !== undefined && { ':begins': begins }) },
        ScanIndexForward: !isNewestFirst,
        Limit: limit,
        ExclusiveStartKey:
          start === undefined
            ? undefined
            : { [partition]: key, [sort]: start, ...claimKey(claimIdIn(start)) },
      }),
    );
    const sortKeySchema = z.object({ [sort]: z.string() }).transform((item) => z.string().parse(item[sort]));
    const sortKeys = Items.map((item) => sortKeySchema.parse(item));
    return {
      claims: await this.#read(sortKeys.map(claimIdIn)),
      next: LastEvaluatedKey === undefined ? undefined : sortKeys.at(-1),
    };
  }

  /** @returns the claims in the order of their ids */
  async #read(claimIds: readonly string[]): Promise<readonly Claim[]> {
    const items = await batchGet(this.#client, this.#table, claimIds.map(claimKey));
    const claims = new Map(
      items.map((item) => claimItemSchema.parse(item)).map((claim) => [claim.claimId, claim]),
    );
    return claimIds.flatMap((claimId) => claims.get(claimId) ?? []);
  }
}

/** The claim that a sort key is about: its last part. */
const claimIdIn = (sortKey: string): string => sortKey.slice(sortKey.lastIndexOf('#') + 1);
