import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3PageImageStore } from '../../contexts/pages/aws/page-image-store.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { readUpload } from '../../contexts/intake/aws/scan-store.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { ScanPageDrawer } from '../../contexts/pages/imaging/page-drawer.ts';
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
