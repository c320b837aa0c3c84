import { createSnsClient } from '../../adapters/aws/clients.ts';
import { SnsSmsSender } from '../../adapters/aws/sns-sms-sender.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoRegistryStore } from '../../adapters/dynamodb/registry-store.ts';
import { DynamoSignInCodes } from '../../adapters/dynamodb/sign-in-codes.ts';
import { lambda } from '../runtime/lambda.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();

export const handler = lambda(
  createHandler({
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    codes: new DynamoSignInCodes(documents, env.REGISTRY_TABLE),
    sms: new SnsSmsSender(createSnsClient(), env.SMS_SENDER_ID),
    clock: () => new Date(),
  }),
);
