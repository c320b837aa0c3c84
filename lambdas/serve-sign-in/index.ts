import {
  createCognitoClient,
  createSecretsManagerClient,
  createSqsClient,
} from '../../contexts/shared/aws/clients.ts';
import { CognitoInsuredSessions } from '../../contexts/portal/aws/cognito-insured-sessions.ts';
import { OriginSecret } from '../../contexts/shared/aws/origin-secret.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoInsuredAccounts } from '../../contexts/portal/aws/insured-accounts.ts';
import { DynamoSignInCounters } from '../../contexts/portal/aws/sign-in-counters.ts';
import { DynamoSignInDevices } from '../../contexts/portal/aws/sign-in-devices.ts';
import { DynamoSignInFlows } from '../../contexts/portal/aws/sign-in-flows.ts';
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
