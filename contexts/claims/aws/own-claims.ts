import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { personPk } from '#registry/aws';
import { readPlace, writePlace } from '#shared';
import type { Claim } from '../domain/claim.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { OwnClaims } from '../ports/own-claims.ts';
import { OWNER_INDEX } from './claims-items.ts';

const PAGE_LENGTH = 20;
const keySchema = z.object({ pk: z.string(), sk: z.string(), gsi3sk: z.string() });
const claimPk = /^CLAIM#(.+)$/;

/** Claims of an insured person by the index `owner`, which has keys only; the claims themselves are read as they are now. */
export class DynamoOwnClaims implements OwnClaims {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #claims: Pick<ClaimStore, 'findMany'>;

  constructor(client: DynamoDBDocumentClient, table: string, claims: Pick<ClaimStore, 'findMany'>) {
    this.#client = client;
    this.#table = table;
    this.#claims = claims;
  }

  async list(
    registrationNumber: string,
    cursor?: string,
  ): Promise<{ readonly claims: readonly Claim[]; readonly nextCursor?: string | undefined }> {
    const gsi3pk = personPk(registrationNumber);
    const place = readPlace(keySchema, cursor);
    const { Items = [], LastEvaluatedKey: last } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: OWNER_INDEX,
        KeyConditionExpression: 'gsi3pk = :person',
        ExpressionAttributeValues: { ':person': gsi3pk },
        ScanIndexForward: false,
        Limit: PAGE_LENGTH,
        // The person is that of the session, whatever the cursor says.
        ...(place === undefined ? {} : { ExclusiveStartKey: { ...place, gsi3pk } }),
      }),
    );
    const ids = Items.flatMap((item) => claimPk.exec(keySchema.parse(item).pk)?.[1] ?? []);
    const found = await this.#claims.findMany(ids);
    const byId = new Map(found.map((claim) => [claim.claimId, claim]));
    return {
      // The index may lag a moment behind: who a claim belongs to is what the claim says.
      claims: ids
        .flatMap((id) => byId.get(id) ?? [])
        .filter((claim) => claim.registrationNumber === registrationNumber),
      nextCursor: writePlace(last && keySchema.parse(last)),
    };
  }
}
