import * as z from 'zod';
import { announceUpload } from '../../contexts/intake/aws/announce-upload.ts';
import { createS3Client, createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { S3UploadListing } from '../../contexts/intake/aws/upload-listing.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

/** A day and a night: every run sees each upload many times before it falls out of view. */
const LOOK_BACK_MINUTES = 24 * 60;

const env = readEnv();
const sqs = createSqsClient();

export const handler = queueConsumer(
  // The schedule's message says nothing but that it is time.
  z.unknown(),
  createHandler({
    files: new DynamoFileStore(createDocumentClient(), env.CLAIMS_TABLE, () => new Date()),
    uploads: new S3UploadListing(createS3Client(), env.SCANS_BUCKET),
    clock: () => new Date(),
    graceMinutes: env.GRACE_MINUTES,
    lookBackMinutes: LOOK_BACK_MINUTES,
    announce: (upload) => announceUpload(sqs, env.RECEIVE_FILE_QUEUE_URL, upload),
  }),
);
