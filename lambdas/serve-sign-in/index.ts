import {
  createCognitoClient,
  createSecretsManagerClient,
  createSqsClient,
} from '../../adapters/aws/clients.ts';
import { CognitoInsuredSessions } from '../../adapters/aws/cognito-insured-sessions.ts';
import { OriginSecret } from '../../adapters/aws/origin-secret.ts';
import { SqsWorkQueues } from '../../adapters/aws/work-queues.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoInsuredAccounts } from '../../adapters/dynamodb/insured-accounts.ts';
import { DynamoSignInCounters } from '../../adapters/dynamodb/sign-in-counters.ts';
import { DynamoSignInDevices } from '../../adapters/dynamodb/sign-in-devices.ts';
import { DynamoSignInFlows } from '../../adapters/dynamodb/sign-in-flows.ts';
import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createSignInApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();

const app = createSignInApp({
  flows: new DynamoSignInFlows(documents, env.REGISTRY_TABLE),
  counters: new DynamoSignInCounters(documents, env.REGISTRY_TABLE),
  devices: new DynamoSignInDevices(documents, env.REGISTRY_TABLE, clock),
  codes: new SqsWorkQueues(createSqsClient(), { sendSignInCode: env.SEND_SIGN_IN_CODE_QUEUE_URL }),
  sessions: new CognitoInsuredSessions(
    createCognitoClient(),
    { poolId: env.INSURED_POOL_ID, clientId: env.INSURED_CLIENT_ID },
    new DynamoInsuredAccounts(documents, env.REGISTRY_TABLE, env.INSURED_POOL_ID),
  ),
  limits: env.SIGN_IN_LIMITS,
  clock,
});

export const handler = apiLambda(
  app,
  new OriginSecret(createSecretsManagerClient(), env.ORIGIN_SECRET_ID, clock),
);
