import { S3CampaignObjects } from '../../contexts/messaging/aws/campaign-objects.ts';
import { createS3Client, createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { S3ListObjects } from '../../contexts/registration/aws/list-objects.ts';
import { wakeSmsSender } from '../../contexts/messaging/aws/wake-sms-sender.ts';
import { DynamoCampaignStore } from '../../contexts/messaging/aws/campaign-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { DynamoPersonDirectory } from '../../contexts/messaging/aws/person-directory.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { closedEventSchema, createHandler } from './handler.ts';

const env = readEnv();
const s3 = createS3Client();
const sqs = createSqsClient();
const documents = createDocumentClient();

export const handler = queueConsumer(
  closedEventSchema,
  createHandler({
    lists: new DynamoListStore(documents, env.REGISTRY_TABLE, () => new Date()),
    objects: new S3ListObjects(s3, env.LISTS_BUCKET),
    campaignObjects: new S3CampaignObjects(s3, env.LISTS_BUCKET),
    campaigns: new DynamoCampaignStore(documents, env.REGISTRY_TABLE),
    persons: new DynamoPersonDirectory(documents, env.REGISTRY_TABLE),
    wakeSmsSender: () => wakeSmsSender(sqs, env.SEND_REGISTRATION_SMS_QUEUE_URL, 'prepare-messages'),
  }),
);
