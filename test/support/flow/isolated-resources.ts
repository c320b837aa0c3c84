import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';

export interface IsolatedResources {
  readonly claimsTable: string;
  readonly registryTable: string;
  readonly bucket: string;
}

const attribute = (name: string) => ({ AttributeName: name, AttributeType: 'S' }) as const;
const key = (name: string, type: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType: type }) as const;

/** Tables and a bucket of a test's own, where no deployed function is listening: only what the test does happens. */
export async function createIsolatedResources(): Promise<IsolatedResources> {
  const suffix = randomUUID().slice(0, 8);
  const dynamo = new DynamoDBClient();
  const s3 = new S3Client({ forcePathStyle: true });
  const resources = {
    claimsTable: `claims-${suffix}`,
    registryTable: `registry-${suffix}`,
    bucket: `files-${suffix}`,
  };
  await dynamo.send(new CreateTableCommand(claimsTable(resources.claimsTable)));
  await dynamo.send(
    new CreateTableCommand({
      TableName: resources.registryTable,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gsi2pk', 'gsi2sk'].map(attribute),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'listing',
          KeySchema: [key('gsi2pk', 'HASH'), key('gsi2sk', 'RANGE')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: resources.bucket }));
  await s3.send(
    new PutBucketVersioningCommand({
      Bucket: resources.bucket,
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
  return resources;
}

function claimsTable(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk'].map(
      attribute,
    ),
    KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'queue',
        KeySchema: [key('gsi1pk', 'HASH'), key('gsi1sk', 'RANGE')],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['state'] },
      },
      {
        IndexName: 'listing',
        KeySchema: [key('gsi2pk', 'HASH'), key('gsi2sk', 'RANGE')],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
      {
        IndexName: 'owner',
        KeySchema: [key('gsi3pk', 'HASH'), key('gsi3sk', 'RANGE')],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  };
}
