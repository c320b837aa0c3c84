import { createS3Client } from '../../adapters/aws/clients.ts';
import { S3StagingObjects } from '../../adapters/aws/staging-objects.ts';
import { DuckDbLinkEngine } from '../../adapters/duckdb/link-engine.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoListStore } from '../../adapters/dynamodb/list-store.ts';
import { linkListSchema } from '../../core/contracts/work-messages.ts';
import { engineSettings } from '../runtime/engine-settings.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
// Better to stand still than to work on one machine a list that somebody found too large for one.
if (env.LINK_ENGINE !== 'duckdb')
  throw new Error(`Lists cannot be linked by ${env.LINK_ENGINE}: deploy with linkEngine=duckdb`);

export const handler = queueConsumer(
  linkListSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, () => new Date()),
    engine: new DuckDbLinkEngine(new S3StagingObjects(createS3Client(), env.LISTS_BUCKET), {
      ...engineSettings(env.ENGINE_MEMORY_MB),
      linesPerUnit: env.LINES_PER_UNIT,
    }),
  }),
);
