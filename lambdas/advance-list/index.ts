import { createS3Client, createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { S3ListObjects } from '../../contexts/registration/aws/list-objects.ts';
import { SqsListQueues } from '../../contexts/registration/aws/list-queues.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { advancingEventSchema, createHandler } from './handler.ts';

const env = readEnv();

export const handler = queueConsumer(
  advancingEventSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, () => new Date()),
    objects: new S3ListObjects(createS3Client(), env.LISTS_BUCKET),
    queues: new SqsListQueues(createSqsClient(), {
      verifyRange: env.VERIFY_RANGE_QUEUE_URL,
      linkList: env.LINK_LIST_QUEUE_URL,
      registerUnit: env.REGISTER_UNIT_QUEUE_URL,
      closeList: env.CLOSE_LIST_QUEUE_URL,
    }),
  }),
);
