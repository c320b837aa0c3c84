import { S3CampaignObjects } from '../../adapters/aws/campaign-objects.ts';
import { createS3Client, createSnsClient, createSqsClient } from '../../adapters/aws/clients.ts';
import { SnsSmsSender } from '../../adapters/aws/sns-sms-sender.ts';
import { wakeTeller } from '../../adapters/aws/wake-teller.ts';
import { DynamoCampaignStore } from '../../adapters/dynamodb/campaign-store.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoPersonDirectory } from '../../adapters/dynamodb/person-directory.ts';
import { DynamoPersonMessageStore } from '../../adapters/dynamodb/person-message-store.ts';
import { DynamoSmsSettingsStore } from '../../adapters/dynamodb/sms-settings-store.ts';
import { tellRegisteredSchema } from '../../core/contracts/work-messages.ts';
import { sendingWindow } from '../../core/domain/messages/sending-window.ts';
import { createPace } from '../runtime/pace.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const sqs = createSqsClient();
const documents = createDocumentClient();
const settings = new DynamoSmsSettingsStore(documents, env.REGISTRY_TABLE);

export const handler = queueConsumer(
  tellRegisteredSchema,
  createHandler({
    campaigns: new DynamoCampaignStore(documents, env.REGISTRY_TABLE),
    campaignObjects: new S3CampaignObjects(createS3Client(), env.LISTS_BUCKET),
    messages: new DynamoPersonMessageStore(documents, env.REGISTRY_TABLE),
    persons: new DynamoPersonDirectory(documents, env.REGISTRY_TABLE),
    settings,
    lease: settings,
    sms: new SnsSmsSender(createSnsClient(), env.SMS_SENDER_ID),
    clock: () => new Date(),
    window: sendingWindow(env.FROM_HOUR, env.UNTIL_HOUR),
    messagesPerSecond: env.MESSAGES_PER_SECOND,
    createPace,
    runSeconds: env.RUN_SECONDS,
    goOn: () => wakeTeller(sqs, env.TELL_REGISTERED_QUEUE_URL, 'tell-registered'),
  }),
);
