import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { accessLogBucket, DocumentBucket } from '../constructs/document-bucket.ts';
import { KeptTable } from '../constructs/kept-table.ts';
import { NumberSecret } from '../constructs/number-secret.ts';
import { ServiceKey } from '../constructs/service-key.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import { standaloneDeadLetters } from '../constructs/work-queue.ts';
import type { Stage } from '../stages/stage.ts';
import { StaffPool } from '../web/staff-pool.ts';

export interface DataStackProps extends StackProps {
  readonly stage: Stage;
}

/**
 * What outlives every deployment: keys, tables, documents, the bus others listen to, and the topic people have confirmed their
 * address for. Medical data, identity and messages have a key each, because they have different readers.
 */
export class DataStack extends Stack {
  readonly medicalKey: ServiceKey;
  readonly identityKey: ServiceKey;
  readonly operationsKey: ServiceKey;
  readonly claims: KeptTable;
  readonly registry: KeptTable;
  readonly audit: KeptTable;
  readonly figures: KeptTable;
  readonly scans: DocumentBucket;
  readonly quarantine: DocumentBucket;
  readonly readings: DocumentBucket;
  readonly bank: DocumentBucket;
  readonly lists: DocumentBucket;
  readonly evidence: DocumentBucket;
  readonly staff: StaffPool;
  readonly signingKey: SigningKey;
  readonly numberSecret: NumberSecret;
  readonly bus: EventBus;
  readonly busDeadLetters: Queue;
  readonly alarmTopic: Topic;
  /** Where S3 writes who asked for which object. */
  readonly accessLogsName: string;
  private readonly stage: Stage;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    this.stage = props.stage;
    this.medicalKey = this.addKey('Medical', 'Scans, readings and claims');
    this.identityKey = this.addKey('Identity', 'Persons, accounts, bank orders and lists');
    this.operationsKey = this.addKey('Operations', 'Queues, topics, logs: ids only');
    this.operationsKey.allowMessaging();
    this.operationsKey.allowLogs(`/aws/lambda/milaf-${this.stage.name}-`, `/milaf/${this.stage.name}/`);

    this.claims = this.addClaimsTable();
    this.registry = new KeptTable(this, 'Registry', {
      stage: this.stage,
      purpose: 'registry',
      key: this.identityKey.key,
      indexes: [
        {
          // Requests of the insured that wait for a decision, and people by their phone. Keys only; only the console reads it.
          indexName: 'queue',
          partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
          sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          // Medicines by name. Nobody is in it.
          indexName: 'listing',
          partitionKey: { name: 'gsi2pk', type: AttributeType.STRING },
          sortKey: { name: 'gsi2sk', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.audit = this.addAuditTable();
    this.figures = new KeptTable(this, 'Figures', {
      stage: this.stage,
      purpose: 'figures',
      key: this.operationsKey.key,
    });

    const accessLogs = accessLogBucket(this, 'AccessLogs', this.stage);
    acknowledge(
      accessLogs,
      'S1',
      'This bucket is where access logs go; logging access to it would write for ever.',
    );
    this.accessLogsName = accessLogs.bucketName;
    this.scans = this.addScans(accessLogs);
    this.quarantine = this.addQuarantine(accessLogs);
    this.readings = this.addReadings(accessLogs);
    this.bank = this.addBank(accessLogs);
    this.lists = this.addLists(accessLogs);
    this.evidence = this.addEvidence(accessLogs);
    this.staff = new StaffPool(this, 'Staff', this.stage);
    this.signingKey = new SigningKey(this, 'SigningKey', {
      stage: this.stage,
      purpose: 'signing',
      description: 'Signs answers to lists and certificates of registration',
    });
    this.numberSecret = new NumberSecret(this, 'NumberSecret', {
      stage: this.stage,
      key: this.identityKey.key,
    });

    this.busDeadLetters = standaloneDeadLetters(
      this,
      'BusDeadLetters',
      `milaf-${this.stage.name}-bus-dead-letters`,
      this.operationsKey.key,
    );
    this.bus = this.addBus();
    this.alarmTopic = this.addAlarmTopic();
    this.addOutputs();
  }

  private addKey(purpose: string, description: string): ServiceKey {
    return new ServiceKey(this, `${purpose}Key`, {
      stage: this.stage,
      purpose: purpose.toLowerCase(),
      description,
    });
  }

  private addClaimsTable(): KeptTable {
    return new KeptTable(this, 'Claims', {
      stage: this.stage,
      purpose: 'claims',
      key: this.medicalKey.key,
      indexes: [
        {
          // Work queues and counts by state, sharded by the writers; only what a list shows is copied into it.
          indexName: 'queue',
          partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
          sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['state'],
        },
        {
          // Claims by state and day, reviews by amount. Keys only: a write that changes none of them costs nothing here.
          indexName: 'listing',
          partitionKey: { name: 'gsi2pk', type: AttributeType.STRING },
          sortKey: { name: 'gsi2sk', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          // Claims of an insured person, reviews given to a contractor.
          indexName: 'owner',
          partitionKey: { name: 'gsi3pk', type: AttributeType.STRING },
          sortKey: { name: 'gsi3sk', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  /** Who saw and did what: written once, read by auditors only. */
  private addAuditTable(): KeptTable {
    return new KeptTable(this, 'Audit', {
      stage: this.stage,
      purpose: 'audit',
      key: this.identityKey.key,
      indexes: [
        {
          indexName: 'subject',
          partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
          sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** Documents that the insured send with a request: a birth certificate, a marriage certificate. */
  private addEvidence(accessLogs: Bucket): DocumentBucket {
    return new DocumentBucket(this, 'Evidence', {
      stage: this.stage,
      purpose: 'evidence',
      key: this.identityKey.key,
      accessLogs,
      announcesObjects: true,
      takesPostsOfPages: true,
      lifecycleRules: [],
    });
  }

  private addScans(accessLogs: Bucket): DocumentBucket {
    return new DocumentBucket(this, 'Scans', {
      stage: this.stage,
      purpose: 'scans',
      key: this.medicalKey.key,
      accessLogs,
      announcesObjects: true,
      takesPostsOfPages: true,
      lifecycleRules: [
        {
          // Originals are looked at in the first weeks, then only in a dispute.
          id: 'settled-claims',
          prefix: 'incoming/',
          transitions: [
            { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
          ],
        },
      ],
    });
  }

  private addQuarantine(accessLogs: Bucket): DocumentBucket {
    return new DocumentBucket(this, 'Quarantine', {
      stage: this.stage,
      purpose: 'quarantine',
      key: this.medicalKey.key,
      accessLogs,
      lifecycleRules: [
        // The original stays among the scans; the copy is for whoever looks into it.
        { id: 'looked-into', expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
  }

  private addReadings(accessLogs: Bucket): DocumentBucket {
    return new DocumentBucket(this, 'Readings', {
      stage: this.stage,
      purpose: 'readings',
      key: this.medicalKey.key,
      accessLogs,
      lifecycleRules: [
        {
          id: 'settled-claims',
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) },
          ],
          noncurrentVersionExpiration: Duration.days(90),
        },
      ],
    });
  }

  private addBank(accessLogs: Bucket): DocumentBucket {
    return new DocumentBucket(this, 'Bank', {
      stage: this.stage,
      purpose: 'bank',
      key: this.identityKey.key,
      accessLogs,
      announcesObjects: true,
      lifecycleRules: [
        {
          id: 'settled-orders',
          transitions: [
            { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(180) },
          ],
        },
      ],
    });
  }

  private addLists(accessLogs: Bucket): DocumentBucket {
    return new DocumentBucket(this, 'Lists', {
      stage: this.stage,
      purpose: 'lists',
      key: this.identityKey.key,
      accessLogs,
      announcesObjects: true,
      lifecycleRules: [
        {
          // Made of the list, and can be made of it again; lists, answers and letters are kept.
          id: 'worked-on',
          prefix: LIST_FOLDERS.work,
          expiration: Duration.days(this.stage.lists.workDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          // Looked at when a sender disputes an answer.
          id: 'answered-lists',
          prefix: LIST_FOLDERS.incoming,
          transitions: [
            { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(180) },
          ],
        },
      ],
    });
  }

  private addBus(): EventBus {
    return new EventBus(this, 'Bus', {
      eventBusName: `milaf-${this.stage.name}`,
      description: 'What happened to files, claims, payments, lists and people: ids only',
      kmsKey: this.operationsKey.key,
      deadLetterQueue: this.busDeadLetters,
    });
  }

  private addAlarmTopic(): Topic {
    const topic = new Topic(this, 'Alarms', {
      topicName: `milaf-${this.stage.name}-alarms`,
      masterKey: this.operationsKey.key,
      enforceSSL: true,
    });
    // With a policy of its own a topic no longer lets the whole account publish: alarms must be named.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    topic.applyRemovalPolicy(this.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    if (this.stage.alarmEmail !== undefined)
      topic.addSubscription(new EmailSubscription(this.stage.alarmEmail));
    return topic;
  }

  /** The command line and the tests find what they need by these names: they do not change. */
  private addOutputs(): void {
    const outputs = {
      ClaimsTableName: this.claims.table.tableName,
      RegistryTableName: this.registry.table.tableName,
      ScansBucketName: this.scans.bucket.bucketName,
      QuarantineBucketName: this.quarantine.bucket.bucketName,
      ReadingsBucketName: this.readings.bucket.bucketName,
      BankBucketName: this.bank.bucket.bucketName,
      ListsBucketName: this.lists.bucket.bucketName,
      EvidenceBucketName: this.evidence.bucket.bucketName,
      AuditTableName: this.audit.table.tableName,
      FiguresTableName: this.figures.table.tableName,
      StaffPoolId: this.staff.pool.userPoolId,
      StaffClientId: this.staff.client.userPoolClientId,
      SigningKeyId: this.signingKey.key.keyId,
      EventBusName: this.bus.eventBusName,
      AlarmTopicArn: this.alarmTopic.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
