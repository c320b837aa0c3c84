import { createSnsClient } from '../../contexts/shared/aws/clients.ts';
import { SnsSmsSender } from '../../contexts/messaging/aws/sns-sms-sender.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoMessageStore } from '../../contexts/messaging/aws/message-store.ts';
import { DynamoNoticeStore } from '../../contexts/portal/aws/notice-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
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
