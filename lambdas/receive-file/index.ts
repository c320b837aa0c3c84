import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3ScanStore } from '../../contexts/intake/aws/scan-store.ts';
import { S3UprightCopies } from '../../contexts/intake/aws/upright-copies.ts';
import { DrawingPageCounter } from '../../contexts/pages/imaging/page-counter.ts';
import { TurnedScanUprighter } from '../../contexts/pages/imaging/scan-uprighter.ts';
import { ThreadedInspector } from '../../contexts/intake/threads/threaded-inspector.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { objectCreatedSchema } from '../../contexts/shared/records/object-created.ts';
import { countingLimits } from '../../contexts/pages/domain/drawing-limits.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const s3 = createS3Client();

const rules = currentRuleBook();

export const handler = queueConsumer(
  objectCreatedSchema,
  createHandler({
    files: new DynamoFileStore(createDocumentClient(), env.CLAIMS_TABLE, () => new Date()),
    scans: new S3ScanStore(s3, env.QUARANTINE_BUCKET),
    inspector: new ThreadedInspector(env.INSPECTION_SECONDS),
    pageCounter: new DrawingPageCounter({
      ...countingLimits,
      pageSeconds: Math.min(countingLimits.pageSeconds, env.INSPECTION_SECONDS),
    }),
    uprighter: new TurnedScanUprighter(env.INSPECTION_SECONDS),
    copies: new S3UprightCopies(s3, env.READINGS_BUCKET),
    evidenceBucket: env.EVIDENCE_BUCKET,
    maxFileBytes: env.MAX_FILE_BYTES,
    maxPages: env.MAX_PAGES,
    farBackdatedDaysOn: (day) => rules.settingsOn(day).backdatingDays,
  }),
);
