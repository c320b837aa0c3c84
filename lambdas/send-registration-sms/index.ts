import { S3CampaignObjects } from '../../contexts/messaging/aws/campaign-objects.ts';
import { createS3Client, createSnsClient, createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { SnsSmsSender } from '../../contexts/messaging/aws/sns-sms-sender.ts';
import { wakeSmsSender } from '../../contexts/messaging/aws/wake-sms-sender.ts';
import { DynamoCampaignStore } from '../../contexts/messaging/aws/campaign-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoPersonDirectory } from '../../contexts/messaging/aws/person-directory.ts';
import { DynamoPersonMessageStore } from '../../contexts/messaging/aws/person-message-store.ts';
import { DynamoSmsSettingsStore } from '../../contexts/messaging/aws/sms-settings-store.ts';
import { sendRegistrationSmsSchema } from '../../contexts/messaging/records/work-messages.ts';
import { sendingWindow } from '../../contexts/messaging/domain/sending-window.ts';
import { createPace } from '../runtime/pace.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const sqs = createSqsClient();
const documents = createDocumentClient();
const settings = new DynamoSmsSettingsStore(documents, env.REGISTRY_TABLE);

export const handler = queueConsumer(
  sendRegistrationSmsSchema,
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
    goOn: () => wakeSmsSender(sqs, env.SEND_REGISTRATION_SMS_QUEUE_URL, 'send-registration-sms'),
  }),
);
