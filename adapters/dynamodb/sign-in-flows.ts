import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SignInFlow, SignInFlows } from '../../core/ports/portal.ts';

const flowItemSchema = z.object({
  flowId: z.string(),
  registrationNumber: z.string(),
  userName: z.string(),
  session: z.string(),
  /** Second since 1970 after which the table may drop it. */
  expiresAt: z.int(),
});

const flowKey = (flowId: string) => ({ pk: `SIGN_IN_FLOW#${flowId}`, sk: 'FLOW' });

/** Sign-ins that have begun, in partitions of their own of the registry table; they expire. */
export class DynamoSignInFlows implements SignInFlows {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async save(flow: SignInFlow): Promise<void> {
    await this.#client.send(
      new PutCommand({ TableName: this.#table, Item: { ...flowKey(flow.flowId), ...flow } }),
    );
  }

  async find(flowId: string): Promise<SignInFlow | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: flowKey(flowId), ConsistentRead: true }),
    );
    return Item && flowItemSchema.parse(Item);
  }
}
