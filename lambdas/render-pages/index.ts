import { createS3Client } from '../../adapters/aws/clients.ts';
import { S3PageImageStore } from '../../adapters/aws/page-image-store.ts';
import { S3ReadingStore } from '../../adapters/aws/reading-store.ts';
import { readUpload } from '../../adapters/aws/scan-store.ts';
import { DynamoClaimStore } from '../../adapters/dynamodb/claim-store.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoFileStore } from '../../adapters/dynamodb/file-store.ts';
import { ScanPageDrawer } from '../../adapters/imaging/page-drawer.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler, renderMessageSchema } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const s3 = createS3Client();
const clock = () => new Date();

export const handler = queueConsumer(
  renderMessageSchema,
  createHandler({
    claims: new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock),
    files: new DynamoFileStore(documents, env.CLAIMS_TABLE, clock),
    readings: new S3ReadingStore(s3, env.READINGS_BUCKET),
    images: new S3PageImageStore(s3, env.READINGS_BUCKET),
    drawer: new ScanPageDrawer(),
    readUpload: (upload) => readUpload(s3, upload),
    clock,
  }),
);
