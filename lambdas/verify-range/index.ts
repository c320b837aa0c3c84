import { createS3Client } from '../../adapters/aws/clients.ts';
import { S3ListObjects } from '../../adapters/aws/list-objects.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoListStore } from '../../adapters/dynamodb/list-store.ts';
import { verifyRangeSchema } from '../../core/contracts/work-messages.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();

export const handler = queueConsumer(
  verifyRangeSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, () => new Date()),
    objects: new S3ListObjects(createS3Client(), env.LISTS_BUCKET),
  }),
);
