import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoSignInFlows } from '../../contexts/portal/aws/sign-in-flows.ts';
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
