import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import type { Env as CheckRightsEnv } from '../../lambdas/check-rights/env.ts';
import { grantReadWriteTable, grantScanTable, grantWriteObjects } from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';
import type { RegistrationSms } from './registration-sms.ts';

/** Of the function's time limit: the rest is for the page that is under way. */
const RUN_SHARE = 0.6;

/** From time to time the whole registry is checked for rights that other covers and deaths have ended. */
export class Rights extends Construct {
  readonly checkRights: QueueConsumer<CheckRightsEnv>;

  constructor(
    scope: Construct,
    id: string,
    kept: Kept,
    { sendRegistrationSms }: Pick<RegistrationSms, 'sendRegistrationSms'>,
  ) {
    super(scope, id);
    const { stage } = kept;
    const timeoutSeconds = stage.functionTimeoutSeconds.wholeList;
    this.checkRights = new QueueConsumer<CheckRightsEnv>(this, 'CheckRights', {
      ...operatedBy(kept),
      ...stage.consumers.checkRights,
      name: 'check-rights',
      description: 'Checks the whole registry for rights to Tadamon and Achamil that have ended',
      environment: (ownQueueUrl) => ({
        REGISTRY_TABLE: kept.registry.resource.tableName,
        LISTS_BUCKET: kept.lists.resource.bucketName,
        CHECK_RIGHTS_QUEUE_URL: ownQueueUrl,
        SEND_REGISTRATION_SMS_QUEUE_URL: sendRegistrationSms.work.queue.queueUrl,
        SEGMENTS: String(stage.rights.segments),
        RUN_SECONDS: String(Math.floor(timeoutSeconds * RUN_SHARE)),
      }),
      memoryMb: 1024,
      timeoutSeconds,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 120,
      errorImpact:
        'People who have another cover keep a right they have lost, and care is paid twice; nobody loses anything.',
      runbook: 'check-rights',
    });
    const { consumer, work } = this.checkRights;
    grantReadWriteTable(consumer, kept.registry);
    grantScanTable(consumer, kept.registry);
    grantWriteObjects(consumer, kept.lists, LIST_FOLDERS.work);
    grantWriteObjects(consumer, kept.lists, LIST_FOLDERS.letters);
    grantWriteObjects(consumer, kept.lists, LIST_FOLDERS.reports);
    this.checkRights.grantSend(consumer);
    sendRegistrationSms.grantSend(consumer);
    new Rule(this, 'RightsSchedule', {
      ruleName: `milaf-${stage.name}-check-rights`,
      description: 'The periodic check of rights',
      schedule: Schedule.expression(`cron(${stage.rights.scheduleCronUtc})`),
      enabled: stage.rights.scheduled,
      targets: [work.asRuleTarget(RuleTargetInput.fromObject({ kind: 'start', requestedBy: 'schedule' }))],
    });
  }
}
