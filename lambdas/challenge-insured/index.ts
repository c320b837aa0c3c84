import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoSignInFlows } from '../../adapters/dynamodb/sign-in-flows.ts';
import { lambda } from '../runtime/lambda.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();

export const handler = lambda(
  createHandler({
    flows: new DynamoSignInFlows(createDocumentClient(), env.REGISTRY_TABLE),
    clock: () => new Date(),
  }),
);
