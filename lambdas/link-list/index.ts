import { AthenaLinkEngine } from '../../contexts/registration/athena/link-engine.ts';
import { AthenaQueryRunner } from '../../contexts/registration/athena/query-runner.ts';
import { createAthenaClient, createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3StagingObjects } from '../../contexts/registration/aws/staging-objects.ts';
import { DuckDbLinkEngine } from '../../contexts/registration/duckdb/link-engine.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { linkListSchema } from '../../contexts/registration/records/work-messages.ts';
import type { LinkEngine } from '../../contexts/registration/ports/lists.ts';
import { engineSettings } from '../runtime/engine-settings.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const objects = new S3StagingObjects(createS3Client(), env.LISTS_BUCKET);
const settings = { ...engineSettings(env.ENGINE_MEMORY_MB), linesPerUnit: env.LINES_PER_UNIT };

export const handler = queueConsumer(
  linkListSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, () => new Date()),
    engine: createEngine(),
  }),
);

function createEngine(): LinkEngine {
  if (env.LINK_ENGINE === 'duckdb') return new DuckDbLinkEngine(objects, settings);
  const queries = new AthenaQueryRunner(createAthenaClient(), {
    workGroup: env.ATHENA_WORKGROUP,
    database: env.ATHENA_DATABASE,
    pollMilliseconds: 1_000,
  });
  return new AthenaLinkEngine(queries, objects, settings);
}
