import { Construct } from 'constructs';
import type { Env as CollectReadingEnv } from '../../lambdas/collect-reading/env.ts';
import type { Env as ReadFormsEnv } from '../../lambdas/read-forms/env.ts';
import type { Env as StartReadingEnv } from '../../lambdas/start-reading/env.ts';
import {
  grantReadItems,
  grantReadObjects,
  grantReadWriteTable,
  grantWriteObjects,
} from '../constructs/grants.ts';
import { DRAWING_THREAD, IMAGING_AND_BARCODES } from '../constructs/native-packages.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { ocrPace } from '../stages/ocr-pace.ts';
import { INCOMING, type Kept, operatedBy, UPRIGHT } from './kept.ts';
import { ReadingChannel } from './reading-channel.ts';

/** Below them lie, in the bucket of readings, the OCR's answers, care forms, and what else was seen on the pages. */
const ANSWERS = 'answers/';
const FORMS = 'forms/';
const WITNESSES = 'witnesses/';

const NO_RESOURCE_LEVEL = 'Textract’s text detection has no resources of its own: IAM accepts * only.';

/** Files are read by OCR, at the pace its quota allows. */
export class Reading extends Construct {
  readonly startReading: QueueConsumer<StartReadingEnv>;
  readonly collectReading: QueueConsumer<CollectReadingEnv>;
  readonly readForms: QueueConsumer<ReadFormsEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    this.readForms = this.addReadForms(kept);
    this.collectReading = this.addCollectReading(kept);
    const channel = new ReadingChannel(this, 'Channel', {
      stage: kept.stage,
      key: kept.operationsKey,
      work: this.collectReading.work,
    });
    this.startReading = this.addStartReading(kept, channel);
  }

  private addCollectReading(kept: Kept): QueueConsumer<CollectReadingEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<CollectReadingEnv>(this, 'CollectReading', {
      ...operatedBy(kept),
      ...stage.consumers.collectReading,
      name: 'collect-reading',
      description: 'Fetches what the OCR read and keeps it',
      environment: (ownQueueUrl) => ({
        CLAIMS_TABLE: kept.claims.resource.tableName,
        READINGS_BUCKET: kept.readings.resource.bucketName,
        COLLECT_READING_QUEUE_URL: ownQueueUrl,
        READ_FORMS_QUEUE_URL: this.readForms.work.queue.queueUrl,
        READING_CHECK_SECONDS: String(stage.ocr.readingCheckSeconds),
      }),
      memoryMb: 1024,
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 30,
      errorImpact:
        'Files were read and paid for, but do not become claims: nothing is decided or paid for them.',
      runbook: 'collect-reading',
    });
    step.consumer.allowBroadly('*', NO_RESOURCE_LEVEL, ['textract:GetDocumentTextDetection']);
    grantWriteObjects(step.consumer, kept.readings, ANSWERS);
    grantReadWriteTable(step.consumer, kept.claims);
    step.grantSend(step.consumer);
    this.readForms.grantSend(step.consumer);
    return step;
  }

  private addReadForms(kept: Kept): QueueConsumer<ReadFormsEnv> {
    const { stage } = kept;
    const timeoutSeconds = stage.functionTimeoutSeconds.thorough;
    const step = new QueueConsumer<ReadFormsEnv>(this, 'ReadForms', {
      ...operatedBy(kept),
      ...stage.consumers.readForms,
      name: 'read-forms',
      description: 'Makes care forms of words, barcodes, the registry and second looks, and drafts claims',
      environment: (ownQueueUrl) => ({
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        READINGS_BUCKET: kept.readings.resource.bucketName,
        READ_FORMS_QUEUE_URL: ownQueueUrl,
        MAX_LOOKS_PER_CLAIM: String(stage.witnesses.maxLooksPerClaim),
        // The rest is for the second look, and for what must be done without pictures too.
        PICTURE_SECONDS: String(Math.floor(timeoutSeconds / 3)),
      }),
      // One whole processor, and room for a page of 15 million pixels.
      memoryMb: 2048,
      nativePackages: IMAGING_AND_BARCODES,
      threads: [DRAWING_THREAD],
      timeoutSeconds,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 30,
      errorImpact:
        'Files were read and paid for, but do not become claims: nothing is decided or paid for them.',
      runbook: 'read-forms',
    });
    const { consumer } = step;
    consumer.allowBroadly('*', NO_RESOURCE_LEVEL, ['textract:DetectDocumentText']);
    grantReadObjects(consumer, kept.scans, INCOMING);
    for (const prefix of [ANSWERS, WITNESSES]) grantReadObjects(consumer, kept.readings, prefix);
    for (const prefix of [FORMS, WITNESSES]) grantWriteObjects(consumer, kept.readings, prefix);
    grantReadItems(consumer, kept.registry, ['PERSON#', 'CIN#', 'PROVIDER#']);
    grantReadWriteTable(consumer, kept.claims);
    step.grantSend(consumer);
    return step;
  }

  private addStartReading(kept: Kept, channel: ReadingChannel): QueueConsumer<StartReadingEnv> {
    const { stage } = kept;
    const pace = ocrPace(stage.ocr);
    const step = new QueueConsumer<StartReadingEnv>(this, 'StartReading', {
      ...operatedBy(kept),
      maxConcurrency: pace.maxConcurrency,
      name: 'start-reading',
      description: 'Starts one OCR job a file, no faster than the quota',
      environment: (ownQueueUrl) => ({
        CLAIMS_TABLE: kept.claims.resource.tableName,
        START_READING_QUEUE_URL: ownQueueUrl,
        COLLECT_READING_QUEUE_URL: this.collectReading.work.queue.queueUrl,
        READING_TOPIC_ARN: channel.topic.topicArn,
        READING_ROLE_ARN: channel.role.roleArn,
        OCR_STARTS_PER_SECOND: String(pace.startsPerSecond),
        MAX_CONCURRENCY: String(pace.maxConcurrency),
        READING_CHECK_SECONDS: String(stage.ocr.readingCheckSeconds),
      }),
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      // A throttle is sent back as a new message and costs no attempt; these ten are for real faults.
      maxReceiveCount: 10,
      alarmAfterWaitingMinutes: 120,
      errorImpact: 'Files wait unread: decisions are late, and past the promised delay if it lasts.',
      runbook: 'start-reading',
    });
    step.consumer.allowBroadly('*', NO_RESOURCE_LEVEL, ['textract:StartDocumentTextDetection']);
    step.consumer.allow(['iam:PassRole'], [channel.role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'textract.amazonaws.com' },
    });
    // Textract reads the file with the rights of whoever starts the job.
    grantReadObjects(step.consumer, kept.scans, INCOMING);
    grantReadObjects(step.consumer, kept.readings, UPRIGHT);
    grantReadWriteTable(step.consumer, kept.claims);
    step.grantSend(step.consumer);
    this.collectReading.grantSend(step.consumer);
    return step;
  }
}
