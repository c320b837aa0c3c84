import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { MilafFunction } from './milaf-function.ts';

/**
 * What a function may do with what Milaf keeps, action by action. CDK's own grants are wider: they carry wildcards and
 * DeleteItem, which no function of Milaf needs, and Scan, which one does. Nothing may delete a claim, an event or an original.
 */

type Grantee = MilafFunction<object>;

/** A thing with the key it is encrypted under. */
export interface Encrypted<Thing> {
  readonly resource: Thing;
  readonly key: IKey;
}

/** Reads items by key and by index. */
export function grantReadTable(
  grantee: Grantee,
  { resource: table, key }: Encrypted<TableV2>,
  indexes: readonly string[] = [],
): void {
  const indexArns = indexes.map((name) => `${table.tableArn}/index/${name}`);
  grantee.allow(
    ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
    [table.tableArn, ...indexArns],
  );
  useKeyThrough(grantee, key, 'dynamodb', ['kms:Decrypt', 'kms:DescribeKey']);
}

/** Reads items, and changes them one by one or in transactions; cannot delete. */
export function grantReadWriteTable(
  grantee: Grantee,
  table: Encrypted<TableV2>,
  indexes: readonly string[] = [],
): void {
  grantReadTable(grantee, table, indexes);
  grantee.allow(
    ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
    [table.resource.tableArn],
  );
  useKeyThrough(grantee, table.key, 'dynamodb', [
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ]);
}

/**
 * Adds items that were not there before; cannot read, change or delete.
 * @param prefixes of the partition keys of such items; left out: of the whole table
 */
export function grantAddItems(
  grantee: Grantee,
  { resource: table, key }: Encrypted<TableV2>,
  prefixes?: readonly string[],
): void {
  grantee.allow(['dynamodb:PutItem'], [table.tableArn], prefixes && leadingKeys(prefixes));
  useKeyThrough(grantee, key, 'dynamodb', [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
  ]);
}

/**
 * Reads and changes items whose partition key begins with one of the prefixes, and no others of the table; cannot delete.
 * @param prefixes for example `LIST#`
 */
export function grantReadWriteItems(
  grantee: Grantee,
  { resource: table, key }: Encrypted<TableV2>,
  prefixes: readonly string[],
): void {
  grantee.allow(
    [
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:ConditionCheckItem',
    ],
    [table.tableArn],
    leadingKeys(prefixes),
  );
  useKeyThrough(grantee, key, 'dynamodb', [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ]);
}

/**
 * Reads items whose partition key, of the table or of an index, begins with one of the prefixes, and no others.
 * @param prefixes for example `PERSON#`
 */
export function grantReadItems(
  grantee: Grantee,
  { resource: table, key }: Encrypted<TableV2>,
  prefixes: readonly string[],
  indexes: readonly string[] = [],
): void {
  const indexArns = indexes.map((name) => `${table.tableArn}/index/${name}`);
  grantee.allow(
    ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
    [table.tableArn, ...indexArns],
    leadingKeys(prefixes),
  );
  useKeyThrough(grantee, key, 'dynamodb', ['kms:Decrypt', 'kms:DescribeKey']);
}

/** Walks through a whole table: for the one function whose work that is. */
export function grantScanTable(grantee: Grantee, { resource: table, key }: Encrypted<TableV2>): void {
  grantee.allow(['dynamodb:Scan'], [table.tableArn]);
  useKeyThrough(grantee, key, 'dynamodb', ['kms:Decrypt', 'kms:DescribeKey']);
}

/**
 * Reads a table's change stream.
 * @returns the stream's ARN
 */
export function grantReadStream(grantee: Grantee, { resource: table, key }: Encrypted<TableV2>): string {
  const { tableStreamArn } = table;
  if (tableStreamArn === undefined) throw new Error(`Table ${table.node.path} has no stream to read.`);
  grantee.allow(
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    [tableStreamArn],
  );
  useKeyThrough(grantee, key, 'dynamodb', ['kms:Decrypt']);
  return tableStreamArn;
}

/** Reads objects below a prefix, and may learn that one is missing (without ListBucket S3 answers "forbidden" instead). */
export function grantReadObjects(
  grantee: Grantee,
  { resource: bucket, key }: Encrypted<IBucket>,
  prefix: string,
): void {
  allowObjects(grantee, bucket, prefix, ['s3:GetObject', 's3:GetObjectVersion']);
  grantee.allow(['s3:ListBucket'], [bucket.bucketArn]);
  useKeyThrough(grantee, key, 's3', ['kms:Decrypt']);
}

/** Lists objects and their versions below a prefix. */
export function grantListObjects(
  grantee: Grantee,
  { resource: bucket }: Encrypted<IBucket>,
  prefix: string,
): void {
  grantee.allow(['s3:ListBucket', 's3:ListBucketVersions'], [bucket.bucketArn], {
    StringLike: { 's3:prefix': `${prefix}*` },
  });
}

/** Writes objects below a prefix; cannot read or delete them. */
export function grantWriteObjects(
  grantee: Grantee,
  { resource: bucket, key }: Encrypted<IBucket>,
  prefix: string,
): void {
  allowObjects(grantee, bucket, prefix, ['s3:PutObject']);
  useKeyThrough(grantee, key, 's3', ['kms:GenerateDataKey', 'kms:Decrypt']);
}

/** Puts messages into a queue. */
export function grantSend(grantee: Grantee, queue: IQueue, key: IKey): void {
  grantee.allow(['sqs:SendMessage'], [queue.queueArn]);
  useKeyThrough(grantee, key, 'sqs', ['kms:GenerateDataKey', 'kms:Decrypt']);
}

/** Reads a secret's value. */
export function grantReadSecret(grantee: Grantee, { resource: secret, key }: Encrypted<ISecret>): void {
  grantee.allow(['secretsmanager:GetSecretValue'], [secret.secretArn]);
  useKeyThrough(grantee, key, 'secretsmanager', ['kms:Decrypt']);
}

/** Signs with a key, and tells everybody with which public key to verify it. */
export function grantSign(grantee: Grantee, key: IKey): void {
  grantee.allow(['kms:Sign', 'kms:GetPublicKey'], [key.keyArn]);
}

/** Has data keys made and opened again for one purpose; what else the key encrypts stays shut. */
export function grantDataKeys(grantee: Grantee, key: IKey, purpose: string): void {
  grantee.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [key.keyArn], {
    StringEquals: { 'kms:EncryptionContext:purpose': purpose },
  });
}

/** Sends SMS to phones, and nothing to a topic. */
export function grantSendSms(grantee: Grantee): void {
  grantee.allowBroadly(
    '*',
    'A phone number is not a resource in IAM; every topic and application endpoint is denied beside it.',
    ['sns:Publish'],
  );
  grantee.deny(
    ['sns:Publish'],
    [Stack.of(grantee).formatArn({ service: 'sns', region: '*', account: '*', resource: '*' })],
  );
}

function leadingKeys(prefixes: readonly string[]) {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) } };
}

function allowObjects(grantee: Grantee, bucket: IBucket, prefix: string, actions: readonly string[]): void {
  grantee.allowBroadly(
    bucket.arnForObjects(`${prefix}*`),
    `Object keys are made while Milaf runs; the rights end at one bucket${prefix === '' ? '' : ` and its prefix ${prefix}`}.`,
    actions,
  );
}

/** A key is of use only together with the service that stores the data: a stolen role cannot decrypt by itself. */
function useKeyThrough(grantee: Grantee, key: IKey, service: string, actions: readonly string[]): void {
  const { region } = Stack.of(grantee);
  grantee.allow(actions, [key.keyArn], {
    StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  });
}
