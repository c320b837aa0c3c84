import { createS3Client } from '../../adapters/aws/clients.ts';
import { S3ScanStore } from '../../adapters/aws/scan-store.ts';
import { ThreadedInspector } from '../../adapters/intake/threaded-inspector.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoFileStore } from '../../adapters/dynamodb/file-store.ts';
import { objectCreatedSchema } from '../../core/contracts/work-messages.ts';
import { currentRuleBook } from '../../core/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();

export const handler = queueConsumer(
  objectCreatedSchema,
  createHandler({
    files: new DynamoFileStore(createDocumentClient(), env.CLAIMS_TABLE, () => new Date()),
    scans: new S3ScanStore(createS3Client(), env.QUARANTINE_BUCKET),
    inspector: new ThreadedInspector(env.INSPECTION_SECONDS),
    maxFileBytes: env.MAX_FILE_BYTES,
    maxPages: env.MAX_PAGES,
    farBackdatedDays: currentRuleBook().settingsOn(new Date().toISOString().slice(0, 10)).backdatingDays,
  }),
);
