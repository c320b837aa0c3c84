import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Claim } from '../../core/domain/claims/claim.ts';
import type { ClaimsOfPerson, ClaimStore } from '../../core/ports/claims.ts';
import { insuredKey } from './claim-item.ts';
import { claimKey, OWNER_INDEX } from './claims-items.ts';

const PAGE_LENGTH = 25;
const indexedSchema = z.object({ gsi3sk: z.string() });

/** Claims of a person by the index `owner`, oldest first; the claims themselves are read as they are now. */
export class DynamoClaimsOfPerson implements ClaimsOfPerson {
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
    after?: string,
  ): Promise<{ readonly claims: readonly Claim[]; readonly next?: string | undefined }> {
    const gsi3pk = insuredKey(registrationNumber);
    const { Items = [], LastEvaluatedKey: last } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: OWNER_INDEX,
        KeyConditionExpression: 'gsi3pk = :person',
        ExpressionAttributeValues: { ':person': gsi3pk },
        Limit: PAGE_LENGTH,
        ...(after === undefined
          ? {}
          : { ExclusiveStartKey: { ...claimKey(claimIdOf(after)), gsi3pk, gsi3sk: after } }),
      }),
    );
    const claims = await this.#claims.findMany(
      Items.map((item) => claimIdOf(indexedSchema.parse(item).gsi3sk)),
    );
    return {
      // The index may lag a moment behind: who a claim belongs to is what the claim says.
      claims: claims.filter((claim) => claim.registrationNumber === registrationNumber),
      next: last && indexedSchema.parse(last).gsi3sk,
    };
  }
}

/** The index's key is the day of receipt and the claim's id. */
function claimIdOf(gsi3sk: string): string {
  return gsi3sk.slice(gsi3sk.indexOf('#') + 1);
}
