import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { DocumentBucket } from '../constructs/document-bucket.ts';
import type { Encrypted } from '../constructs/grants.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { Stage } from '../stages/stage.ts';

/** What the steps of the pipeline and of registration use of what is kept. */
export interface Kept {
  readonly stage: Stage;
  readonly claims: Encrypted<TableV2>;
  readonly registry: Encrypted<TableV2>;
  readonly audit: Encrypted<TableV2>;
  readonly figures: Encrypted<TableV2>;
  readonly scans: Encrypted<IBucket>;
  readonly quarantine: Encrypted<IBucket>;
  readonly readings: Encrypted<IBucket>;
  readonly bank: Encrypted<IBucket>;
  readonly lists: Encrypted<IBucket>;
  readonly evidence: Encrypted<IBucket>;
  /** Signs answers and certificates. */
  readonly signingKey: IKey;
  /** What registration numbers are made with. */
  readonly numberSecret: Encrypted<ISecret>;
  readonly bus: EventBus;
  readonly alarmTopic: ITopic;
  /** Encrypts queues, topics and logs. */
  readonly operationsKey: IKey;
}

/** The folder that is uploaded to: by channels in the scans bucket, by senders in the lists bucket. */
export const INCOMING = 'incoming/';

/** Documents that came with a request of an insured person, in the evidence bucket. */
export const EVIDENCE_OF_REQUESTS = 'requests/';

/** Upright copies of scans that are stored turned or mirrored, in the bucket of readings. */
export const UPRIGHT = 'upright/';

/**
 * The data stack as the pipeline sees it. Keys and buckets are taken by ARN and by name: the pipeline may use them, but cannot
 * add to their policies, so that replacing it never touches what is kept.
 */
export function keptFor(scope: Construct, stage: Stage, data: DataStack): Kept {
  const medicalKey = Key.fromKeyArn(scope, 'MedicalKey', data.medicalKey.key.keyArn);
  const identityKey = Key.fromKeyArn(scope, 'IdentityKey', data.identityKey.key.keyArn);
  const operationsKey = Key.fromKeyArn(scope, 'OperationsKey', data.operationsKey.key.keyArn);
  const bucket = (id: string, kept: DocumentBucket, key: IKey) => ({
    resource: Bucket.fromBucketName(scope, id, kept.physicalName),
    key,
  });
  return {
    stage,
    claims: { resource: data.claims.table, key: medicalKey },
    registry: { resource: data.registry.table, key: identityKey },
    audit: { resource: data.audit.table, key: identityKey },
    figures: { resource: data.figures.table, key: operationsKey },
    scans: bucket('Scans', data.scans, medicalKey),
    quarantine: bucket('Quarantine', data.quarantine, medicalKey),
    readings: bucket('Readings', data.readings, medicalKey),
    bank: bucket('Bank', data.bank, identityKey),
    lists: bucket('Lists', data.lists, identityKey),
    evidence: bucket('Evidence', data.evidence, identityKey),
    signingKey: Key.fromKeyArn(scope, 'SigningKey', data.signingKey.key.keyArn),
    numberSecret: {
      resource: Secret.fromSecretCompleteArn(scope, 'NumberSecret', data.numberSecret.secret.secretArn),
      key: identityKey,
    },
    bus: data.bus,
    alarmTopic: data.alarmTopic,
    operationsKey,
  };
}

/** What every step shares: its stage, its key, and who is called when it fails. */
export function operatedBy(kept: Kept) {
  return { stage: kept.stage, key: kept.operationsKey, alarmTopic: kept.alarmTopic };
}
