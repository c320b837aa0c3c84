import { createS3Client, createSqsClient, createTextractClient } from '../../adapters/aws/clients.ts';
import { S3ReadingStore } from '../../adapters/aws/reading-store.ts';
import { TextractOcr } from '../../adapters/aws/textract-ocr.ts';
import { SqsWorkQueues } from '../../adapters/aws/work-queues.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoFileStore } from '../../adapters/dynamodb/file-store.ts';
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
