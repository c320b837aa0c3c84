import { createKmsClient, createS3Client } from '../../contexts/shared/aws/clients.ts';
import { KmsSigner } from '../../contexts/shared/aws/kms-signer.ts';
import { S3ListObjects } from '../../contexts/registration/aws/list-objects.ts';
import { S3StagingObjects } from '../../contexts/registration/aws/staging-objects.ts';
import { DuckDbIdentityExtract } from '../../contexts/registration/duckdb/identity-extract.ts';
import { DuckDbOutcomeReader } from '../../contexts/registration/duckdb/outcome-reader.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { closeListSchema } from '../../contexts/registration/records/work-messages.ts';
import { engineSettings } from '../runtime/engine-settings.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const s3 = createS3Client();
const staging = new S3StagingObjects(s3, env.LISTS_BUCKET);
const settings = engineSettings(env.ENGINE_MEMORY_MB);

export const handler = queueConsumer(
  closeListSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, () => new Date()),
    outcomes: new DuckDbOutcomeReader(staging, settings),
    identities: new DuckDbIdentityExtract(staging, settings),
    objects: new S3ListObjects(s3, env.LISTS_BUCKET),
    signer: new KmsSigner(createKmsClient(), env.SIGNING_KEY_ID),
  }),
);
