import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isNew } from '#shared/aws';
import type { SignInFlow } from '../domain/sign-in-flow.ts';
import type { SignInFlows } from '../ports/insured-sign-in.ts';

const flowItemSchema = z.object({
  flowId: z.string(),
  version: z.int(),
  reference: z.string(),
  registrationNumber: z.string(),
  cin: z.string().optional(),
  deviceId: z.string().optional(),
  triesLeft: z.int(),
  code: z.object({ hash: z.string(), salt: z.string() }).optional(),
  passHash: z.string().optional(),
  isUsed: z.boolean(),
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

  async begin(flow: SignInFlow): Promise<void> {
    await this.#client.send(
      new PutCommand({ TableName: this.#table, Item: { ...flowKey(flow.flowId), ...flow }, ...isNew }),
    );
  }

  async find(flowId: string): Promise<SignInFlow | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: flowKey(flowId), ConsistentRead: true }),
    );
    return Item && flowItemSchema.parse(Item);
  }

  async replace(before: SignInFlow, after: SignInFlow): Promise<'applied' | 'refused'> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...flowKey(before.flowId), ...after },
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before.version },
        }),
      );
      return 'applied';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'refused';
      throw error;
    }
  }
}
