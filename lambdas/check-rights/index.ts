import { S3CampaignObjects } from '../../contexts/messaging/aws/campaign-objects.ts';
import { createS3Client, createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { S3ListObjects } from '../../contexts/registration/aws/list-objects.ts';
import { SqsRightsQueue } from '../../contexts/rights/aws/rights-queue.ts';
import { S3RightsReports } from '../../contexts/rights/aws/rights-reports.ts';
import { wakeSmsSender } from '../../contexts/messaging/aws/wake-sms-sender.ts';
import { DynamoCampaignStore } from '../../contexts/messaging/aws/campaign-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoPersonDirectory } from '../../contexts/messaging/aws/person-directory.ts';
import { DynamoReferenceStore } from '../../contexts/registry/aws/reference-store.ts';
import { DynamoRegistrationStore } from '../../contexts/registration/aws/registration-store.ts';
import { DynamoRegistryScan } from '../../contexts/registry/aws/registry-scan.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { DynamoRightsStore } from '../../contexts/rights/aws/rights-store.ts';
import { checkRightsSchema } from '../../contexts/rights/records/work-messages.ts';
import type { NumberSource } from '../../contexts/registration/domain/registration-number.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

/** A page is planned and counted in one item each: some hundred people are enough to make that cheap. */
const ITEMS_PER_PAGE = 2000;
const MILLISECONDS_PER_SECOND = 1000;

/** It closes coverages and registers nobody: the secret that numbers are made with is not its business. */
const noNumbers: NumberSource = {
  numberFor: () => {
    throw new Error('This function gives no registration numbers');
  },
};

const env = readEnv();
const s3 = createS3Client();
const sqs = createSqsClient();
const documents = createDocumentClient();
const clock = () => new Date();
const registry = new DynamoRegistryStore(documents, env.REGISTRY_TABLE);

export const handler = queueConsumer(
  checkRightsSchema,
  createHandler({
    rights: new DynamoRightsStore(documents, env.REGISTRY_TABLE, clock),
    scan: new DynamoRegistryScan(documents, env.REGISTRY_TABLE, registry, ITEMS_PER_PAGE),
    registry,
    references: new DynamoReferenceStore(documents, env.REGISTRY_TABLE),
    registration: new DynamoRegistrationStore(documents, env.REGISTRY_TABLE, noNumbers, clock),
    queue: new SqsRightsQueue(sqs, env.CHECK_RIGHTS_QUEUE_URL),
    reports: new S3RightsReports(s3, env.LISTS_BUCKET),
    objects: new S3ListObjects(s3, env.LISTS_BUCKET),
    campaignObjects: new S3CampaignObjects(s3, env.LISTS_BUCKET),
    campaigns: new DynamoCampaignStore(documents, env.REGISTRY_TABLE),
    persons: new DynamoPersonDirectory(documents, env.REGISTRY_TABLE),
    wakeSmsSender: () => wakeSmsSender(sqs, env.SEND_REGISTRATION_SMS_QUEUE_URL, 'check-rights'),
    clock,
    segmentCount: env.SEGMENTS,
    budgetMilliseconds: env.RUN_SECONDS * MILLISECONDS_PER_SECOND,
  }),
);
