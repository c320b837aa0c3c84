import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateEventBusCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import {
  createEventBridgeClient,
  createS3Client,
  createSqsClient,
} from '../../../contexts/shared/aws/clients.ts';
import type { DeployedStage } from '../deployed-stage.ts';
import type { TableShape } from './capacity-units.ts';

/** Tables, buckets and queues that no deployed function works on: whoever calls the functions does all that happens. */
export interface PrivateResources {
  /** Variables of the functions that name them. */
  readonly variables: Readonly<Record<string, string>>;
  /** By name. */
  readonly tables: ReadonlyMap<string, TableShape>;
  readonly claimsTable: string;
  readonly registryTable: string;
  readonly scansBucket: string;
  readonly bankBucket: string;
  readonly startReadingQueueUrl: string;
  readonly collectReadingQueueUrl: string;
  readonly readFormsQueueUrl: string;
  readonly adjudicateClaimQueueUrl: string;
}

/** Makes them, with the keys and indexes of the deployed tables, in the cloud that the AWS variables point to. */
export async function createPrivateResources(stage: DeployedStage): Promise<PrivateResources> {
  const prefix = `bench-${Date.now().toString(36)}`;
  const tables = new Map<string, TableShape>();
  for (const purpose of ['claims', 'registry']) {
    const shape = stage.tables.get(purpose);
    if (shape === undefined) throw new Error(`The stage deploys no table ${purpose}`);
    tables.set(`${prefix}-${purpose}`, shape);
    await createTable(`${prefix}-${purpose}`, shape);
  }
  const buckets = { scans: '', quarantine: '', readings: '', bank: '', evidence: '' };
  for (const purpose of ['scans', 'quarantine', 'readings', 'bank', 'evidence'] as const)
    buckets[purpose] = await createBucket(`${prefix}-${purpose}`);
  const queues = {
    startReading: '',
    collectReading: '',
    readForms: '',
    adjudicateClaim: '',
    releasePayments: '',
  };
  for (const step of [
    'startReading',
    'collectReading',
    'readForms',
    'adjudicateClaim',
    'releasePayments',
  ] as const)
    queues[step] = await createQueue(`${prefix}-${step}`);
  await createEventBridgeClient().send(new CreateEventBusCommand({ Name: prefix }));
  return {
    variables: {
      CLAIMS_TABLE: `${prefix}-claims`,
      REGISTRY_TABLE: `${prefix}-registry`,
      SCANS_BUCKET: buckets.scans,
      QUARANTINE_BUCKET: buckets.quarantine,
      READINGS_BUCKET: buckets.readings,
      BANK_BUCKET: buckets.bank,
      EVIDENCE_BUCKET: buckets.evidence,
      START_READING_QUEUE_URL: queues.startReading,
      COLLECT_READING_QUEUE_URL: queues.collectReading,
      READ_FORMS_QUEUE_URL: queues.readForms,
      ADJUDICATE_CLAIM_QUEUE_URL: queues.adjudicateClaim,
      RELEASE_PAYMENTS_QUEUE_URL: queues.releasePayments,
      EVENT_BUS_NAME: prefix,
      READING_TOPIC_ARN: await createTopic(`AmazonTextract-${prefix}`, `${prefix}-collectReading`),
      READING_ROLE_ARN: 'arn:aws:iam::000000000000:role/bench',
    },
    tables,
    claimsTable: `${prefix}-claims`,
    registryTable: `${prefix}-registry`,
    scansBucket: buckets.scans,
    bankBucket: buckets.bank,
    startReadingQueueUrl: queues.startReading,
    collectReadingQueueUrl: queues.collectReading,
    readFormsQueueUrl: queues.readForms,
    adjudicateClaimQueueUrl: queues.adjudicateClaim,
  };
}

/** Makes a table with the keys and indexes of a deployed one. */
export async function createTable(TableName: string, { keys, indexes }: TableShape): Promise<void> {
  const keySchema = ({ partition, sort }: TableShape['keys']) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' as const }]),
  ];
  const names = new Set(
    [keys, ...indexes.map((index) => index.keys)].flatMap(({ partition, sort }) => [partition, sort ?? []]),
  );
  const client = new DynamoDBClient({});
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(keys),
      AttributeDefinitions: [...names]
        .flat()
        .map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      ...(indexes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: indexes.map(({ name, keys: indexKeys, projected }) => ({
              IndexName: name,
              KeySchema: keySchema(indexKeys),
              Projection:
                projected === 'all'
                  ? { ProjectionType: 'ALL' as const }
                  : projected.length === 0
                    ? { ProjectionType: 'KEYS_ONLY' as const }
                    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] },
            })),
          }),
    }),
  );
  client.destroy();
}

async function createBucket(Bucket: string): Promise<string> {
  const s3 = createS3Client();
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  return Bucket;
}

async function createQueue(QueueName: string): Promise<string> {
  const { QueueUrl } = await createSqsClient().send(new CreateQueueCommand({ QueueName }));
  if (QueueUrl === undefined) throw new Error(`The queue ${QueueName} was made without an address`);
  return QueueUrl;
}

/** The topic that OCR jobs report to, and the queue that hears of it. */
async function createTopic(Name: string, queueName: string): Promise<string> {
  const sns = new SNSClient({});
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name }));
  if (TopicArn === undefined) throw new Error(`The topic ${Name} was made without a name`);
  await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: `arn:aws:sqs:${process.env['AWS_REGION'] ?? ''}:000000000000:${queueName}`,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  return TopicArn;
}
