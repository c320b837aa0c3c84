import { createS3Client, createSqsClient, createTextractClient } from '../../adapters/aws/clients.ts';
import { S3ReadingStore } from '../../adapters/aws/reading-store.ts';
import { readUpload } from '../../adapters/aws/scan-store.ts';
import { TextractOcr } from '../../adapters/aws/textract-ocr.ts';
import { SqsWorkQueues } from '../../adapters/aws/work-queues.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoFileStore } from '../../adapters/dynamodb/file-store.ts';
import { RegistryFactsReader } from '../../adapters/dynamodb/registry-facts-reader.ts';
import { LookSheetDrawer } from '../../adapters/imaging/look-sheet-drawer.ts';
import { ScanPageBitmaps } from '../../adapters/imaging/page-bitmaps.ts';
import { ZxingBarcodeReader } from '../../adapters/imaging/zxing-barcodes.ts';
import { linesToConfirm } from '../../core/domain/adjudication/confirmed-values.ts';
import { readFormsSchema } from '../../core/contracts/work-messages.ts';
import { currentRuleBook } from '../../core/rules/rule-book.ts';
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
