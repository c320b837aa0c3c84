import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3ListObjects } from '../../contexts/registration/aws/list-objects.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { objectCreatedSchema } from '../../contexts/shared/records/object-created.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const objects = new S3ListObjects(createS3Client(), env.LISTS_BUCKET);

export const handler = queueConsumer(
  objectCreatedSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, () => new Date()),
    objects,
    uploads: objects,
    settings: {
      maxRangeLines: env.MAX_LINES_PER_RANGE,
      maxRangeBytes: env.MAX_BYTES_PER_RANGE,
      maxListLines: env.MAX_LINES,
    },
  }),
);
