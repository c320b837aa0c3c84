import { createS3Client, createSqsClient, createTextractClient } from '../../contexts/shared/aws/clients.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { readUpload } from '../../contexts/intake/aws/scan-store.ts';
import { TextractOcr } from '../../contexts/reading/aws/textract-ocr.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { RegistryFactsReader } from '../../contexts/reading/aws/registry-facts-reader.ts';
import { ArabicDateReader } from '../../contexts/pages/imaging/arabic-date-reader.ts';
import { LookSheetDrawer } from '../../contexts/pages/imaging/look-sheet-drawer.ts';
import { ScanPageBitmaps } from '../../contexts/pages/imaging/page-bitmaps.ts';
import { ZxingBarcodeReader } from '../../contexts/pages/imaging/zxing-barcodes.ts';
import { linesToConfirm } from '../../contexts/adjudication/domain/confirmed-values.ts';
import { readFormsSchema } from '../../contexts/reading/records/work-messages.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const s3 = createS3Client();
const clock = () => new Date();

export const handler = queueConsumer(
  readFormsSchema,
  createHandler({
    files: new DynamoFileStore(documents, env.CLAIMS_TABLE, clock),
    readings: new S3ReadingStore(s3, env.READINGS_BUCKET),
    registry: new RegistryFactsReader(documents, env.REGISTRY_TABLE),
    readUpload: (upload) => readUpload(s3, upload),
    bitmaps: new ScanPageBitmaps(),
    barcodes: new ZxingBarcodeReader(),
    pictureWords: new ArabicDateReader(),
    sheets: new LookSheetDrawer(),
    ocr: new TextractOcr(createTextractClient()),
    queues: new SqsWorkQueues(createSqsClient(), { readForms: env.READ_FORMS_QUEUE_URL }),
    linesToConfirm: (ocrEngine, day) => linesToConfirm(currentRuleBook(), ocrEngine, day),
    clock,
    random: Math.random,
    mostLooksPerClaim: env.MAX_LOOKS_PER_CLAIM,
    pictureSeconds: env.PICTURE_SECONDS,
  }),
);
