import { createSnsClient } from '../../adapters/aws/clients.ts';
import { SnsSmsSender } from '../../adapters/aws/sns-sms-sender.ts';
import { DynamoClaimStore } from '../../adapters/dynamodb/claim-store.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoMessageStore } from '../../adapters/dynamodb/message-store.ts';
import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.ts';
import { DynamoRegistryStore } from '../../adapters/dynamodb/registry-store.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler, toldEventSchema } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();

export const handler = queueConsumer(
  toldEventSchema,
  createHandler({
    claims: new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock),
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    notices: new DynamoNoticeStore(documents, env.CLAIMS_TABLE),
    messages: new DynamoMessageStore(documents, env.CLAIMS_TABLE),
    sms: new SnsSmsSender(createSnsClient(), env.SMS_SENDER_ID),
    clock,
  }),
);
