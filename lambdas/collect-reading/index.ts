import { createS3Client, createSqsClient, createTextractClient } from '../../contexts/shared/aws/clients.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { TextractOcr } from '../../contexts/reading/aws/textract-ocr.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { collectMessageSchema, createHandler } from './handler.ts';

const env = readEnv();

export const handler = queueConsumer(
  collectMessageSchema,
  createHandler({
    files: new DynamoFileStore(createDocumentClient(), env.CLAIMS_TABLE, () => new Date()),
    readings: new S3ReadingStore(createS3Client(), env.READINGS_BUCKET),
    ocr: new TextractOcr(createTextractClient()),
    queues: new SqsWorkQueues(createSqsClient(), {
      checkReading: env.COLLECT_READING_QUEUE_URL,
      readForms: env.READ_FORMS_QUEUE_URL,
    }),
    random: Math.random,
    readingCheckSeconds: env.READING_CHECK_SECONDS,
  }),
);
