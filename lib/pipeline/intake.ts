import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Env as ReceiveFileEnv } from '../../lambdas/receive-file/env.ts';
import type { Env as ReconcileIntakeEnv } from '../../lambdas/reconcile-intake/env.ts';
import {
  grantListObjects,
  grantReadObjects,
  grantReadTable,
  grantReadWriteTable,
  grantWriteObjects,
} from '../constructs/grants.ts';
import { DRAWING_THREAD, IMAGING } from '../constructs/native-packages.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { EVIDENCE_OF_REQUESTS, INCOMING, type Kept, operatedBy, UPRIGHT } from './kept.ts';
import { objectCreatedIn } from './object-created.ts';

/** The slowest file there can be within its budgets takes three seconds on one processor, thirty pages to be turned ten. */
const MAX_INSPECTION_SECONDS = 15;

/** Files arrive, are checked and recorded; and what arrived is counted against what was recorded. */
export class Intake extends Construct {
  readonly receiveFile: QueueConsumer<ReceiveFileEnv>;
  readonly reconcileIntake: QueueConsumer<ReconcileIntakeEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    this.receiveFile = this.addReceiveFile(kept);
    this.reconcileIntake = this.addReconcileIntake(kept);
  }

  private addReceiveFile(kept: Kept): QueueConsumer<ReceiveFileEnv> {
    const { stage } = kept;
    const timeoutSeconds = stage.functionTimeoutSeconds.thorough;
    const step = new QueueConsumer<ReceiveFileEnv>(this, 'ReceiveFile', {
      ...operatedBy(kept),
      ...stage.consumers.receiveFile,
      name: 'receive-file',
      description: 'Checks an uploaded file, records it or sets it apart with a reason',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        QUARANTINE_BUCKET: kept.quarantine.resource.bucketName,
        EVIDENCE_BUCKET: kept.evidence.resource.bucketName,
        READINGS_BUCKET: kept.readings.resource.bucketName,
        MAX_FILE_BYTES: String(stage.intake.maxFileBytes),
        MAX_PAGES: String(stage.intake.maxPages),
        // It may be tried twice, and the file must be copied into quarantine then.
        INSPECTION_SECONDS: String(Math.min(MAX_INSPECTION_SECONDS, Math.floor(timeoutSeconds / 4))),
      },
      // Whole files are parsed, or one picture is decoded and turned, in memory; it also buys the processor that does it.
      memoryMb: 1769,
      nativePackages: IMAGING,
      threads: ['contexts/intake/threads/inspection-thread.ts', DRAWING_THREAD],
      timeoutSeconds,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 30,
      errorImpact:
        'Uploaded files are not taken in: the insured have handed in a file and get no receipt, no decision, no money.',
      runbook: 'receive-file',
    });
    grantReadObjects(step.consumer, kept.scans, INCOMING);
    // Whether a version is the first of its key, only the list of versions says.
    grantListObjects(step.consumer, kept.scans, INCOMING);
    // A second document under one form is counted where those of channels are; whether it is another one, only its bytes say.
    grantReadObjects(step.consumer, kept.evidence, EVIDENCE_OF_REQUESTS);
    grantListObjects(step.consumer, kept.evidence, EVIDENCE_OF_REQUESTS);
    grantWriteObjects(step.consumer, kept.quarantine, '');
    grantWriteObjects(step.consumer, kept.readings, UPRIGHT);
    grantReadWriteTable(step.consumer, kept.claims);
    new Rule(this, 'UploadRule', {
      ruleName: `milaf-${stage.name}-upload`,
      description: 'A channel uploaded a file',
      eventPattern: objectCreatedIn(kept.scans.resource, INCOMING),
      targets: [step.work.asRuleTarget()],
    });
    new Rule(this, 'EvidenceRule', {
      ruleName: `milaf-${stage.name}-evidence`,
      description: 'An insured person uploaded a document',
      eventPattern: objectCreatedIn(kept.evidence.resource, EVIDENCE_OF_REQUESTS),
      targets: [step.work.asRuleTarget()],
    });
    return step;
  }

  private addReconcileIntake(kept: Kept): QueueConsumer<ReconcileIntakeEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<ReconcileIntakeEnv>(this, 'ReconcileIntake', {
      ...operatedBy(kept),
      ...stage.consumers.reconcileIntake,
      name: 'reconcile-intake',
      description: 'Counts uploads against records, and sends in again what was missed',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        SCANS_BUCKET: kept.scans.resource.bucketName,
        RECEIVE_FILE_QUEUE_URL: this.receiveFile.work.queue.queueUrl,
        GRACE_MINUTES: String(stage.intake.graceMinutes),
      },
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 3,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'Nobody counts whether every uploaded file was recorded: a lost upload would go unnoticed until the insured complain.',
      runbook: 'reconcile-intake',
    });
    grantListObjects(step.consumer, kept.scans, INCOMING);
    grantReadTable(step.consumer, kept.claims, ['queue', 'listing']);
    this.receiveFile.grantSend(step.consumer);
    new Rule(this, 'ReconcileSchedule', {
      ruleName: `milaf-${stage.name}-reconcile-intake`,
      description: 'Counts uploads against records',
      schedule: Schedule.rate(Duration.minutes(stage.intake.reconcileEveryMinutes)),
      targets: [step.work.asRuleTarget(RuleTargetInput.fromObject({ requestedBy: 'schedule' }))],
    });
    return step;
  }
}
