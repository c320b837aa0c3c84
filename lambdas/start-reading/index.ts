import { createSqsClient, createTextractClient } from '../../contexts/shared/aws/clients.ts';
import { TextractOcr } from '../../contexts/reading/aws/textract-ocr.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { startReadingSchema } from '../../contexts/reading/records/work-messages.ts';
import { createPace } from '../runtime/pace.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();

export const handler = queueConsumer(
  startReadingSchema,
  createHandler({
    files: new DynamoFileStore(createDocumentClient(), env.CLAIMS_TABLE, () => new Date()),
    ocr: new TextractOcr(createTextractClient(), {
      topicArn: env.READING_TOPIC_ARN,
      roleArn: env.READING_ROLE_ARN,
    }),
    queues: new SqsWorkQueues(createSqsClient(), {
      startReading: env.START_READING_QUEUE_URL,
      checkReading: env.COLLECT_READING_QUEUE_URL,
    }),
    pace: createPace(env.OCR_STARTS_PER_SECOND, env.MAX_CONCURRENCY),
    random: Math.random,
    readingCheckSeconds: env.READING_CHECK_SECONDS,
  }),
);
