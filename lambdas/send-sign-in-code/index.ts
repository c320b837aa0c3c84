import { createSnsClient } from '../../contexts/shared/aws/clients.ts';
import { SnsSmsSender } from '../../contexts/messaging/aws/sns-sms-sender.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { DynamoSignInCounters } from '../../contexts/portal/aws/sign-in-counters.ts';
import { DynamoSignInFlows } from '../../contexts/portal/aws/sign-in-flows.ts';
import { sendSignInCodeSchema } from '../../contexts/portal/records/work-messages.ts';
import { createPace } from '../runtime/pace.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();

export const handler = queueConsumer(
  sendSignInCodeSchema,
  createHandler({
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    flows: new DynamoSignInFlows(documents, env.REGISTRY_TABLE),
    counters: new DynamoSignInCounters(documents, env.REGISTRY_TABLE),
    sms: new SnsSmsSender(createSnsClient(), env.SMS_SENDER_ID),
    pace: createPace(env.CODES_PER_SECOND, env.MAX_CONCURRENCY),
    limits: env.SIGN_IN_LIMITS,
    clock: () => new Date(),
  }),
);
