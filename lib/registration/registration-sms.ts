import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { ListEvent } from '../../contexts/events/events.ts';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import type { Env as PrepareMessagesEnv } from '../../lambdas/prepare-messages/env.ts';
import type { Env as SendRegistrationSmsEnv } from '../../lambdas/send-registration-sms/env.ts';
import {
  grantReadObjects,
  grantReadTable,
  grantReadWriteItems,
  grantWriteObjects,
  grantSendSms,
} from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import { businessMetric } from '../observability/business-metrics.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';

/** Partition keys of the registry table: what was sent to a person is recorded with the person. */
const CAMPAIGNS = 'CAMPAIGN';
const SMS_SETTINGS = 'SETTING#SMS';
const PERSONS = 'PERSON#';

const CLOSED: ListEvent['type'] = 'list.closed.v1';

/** Of the function's time limit: the rest is for what is under way, and for a slow provider. */
const RUN_SHARE = 0.6;

/**
 * People are told their registration numbers: messages are laid out when a list is closed, and go out at a pace, in the hours
 * of the day, until the last is sent. Apart from messages about claims, which do not wait behind a million of these.
 */
export class RegistrationSms extends Construct {
  readonly prepareMessages: QueueConsumer<PrepareMessagesEnv>;
  readonly sendRegistrationSms: QueueConsumer<SendRegistrationSmsEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    this.sendRegistrationSms = this.addSendRegistrationSms(kept);
    this.prepareMessages = this.addPrepareMessages(kept);
    this.addAlarms(kept);
    this.addOutputs(kept);
  }

  private addPrepareMessages(kept: Kept): QueueConsumer<PrepareMessagesEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<PrepareMessagesEnv>(this, 'PrepareMessages', {
      ...operatedBy(kept),
      ...stage.consumers.prepareMessages,
      name: 'prepare-messages',
      description: 'Lays out who of a closed list is told by SMS and who by letter',
      environment: {
        LISTS_BUCKET: kept.lists.resource.bucketName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        SEND_REGISTRATION_SMS_QUEUE_URL: this.sendRegistrationSms.work.queue.queueUrl,
      },
      // Outcomes stream through: the memory buys the processor that unpacks them.
      memoryMb: 1769,
      timeoutSeconds: stage.functionTimeoutSeconds.wholeList,
      maxReceiveCount: 3,
      // Twice as long as one whole list may take.
      alarmAfterWaitingMinutes: 30,
      errorImpact:
        'The people of a closed list are registered and nobody tells them: no SMS and no letters are prepared.',
      runbook: 'prepare-messages',
    });
    grantReadObjects(step.consumer, kept.lists, LIST_FOLDERS.work);
    grantWriteObjects(step.consumer, kept.lists, LIST_FOLDERS.work);
    grantWriteObjects(step.consumer, kept.lists, LIST_FOLDERS.letters);
    grantReadTable(step.consumer, kept.registry);
    grantReadWriteItems(step.consumer, kept.registry, [CAMPAIGNS]);
    this.sendRegistrationSms.grantSend(step.consumer);
    new Rule(this, 'ClosedRule', {
      ruleName: `milaf-${stage.name}-list-closed`,
      description: 'Every line of a list is answered: its people can be notified',
      eventBus: kept.bus,
      eventPattern: { source: ['milaf'], detailType: [CLOSED], detail: { isDryRun: [false] } },
      targets: [step.work.asRuleTarget()],
    });
    return step;
  }

  private addSendRegistrationSms(kept: Kept): QueueConsumer<SendRegistrationSmsEnv> {
    const { stage } = kept;
    const timeoutSeconds = stage.functionTimeoutSeconds.thorough;
    const step = new QueueConsumer<SendRegistrationSmsEnv>(this, 'SendRegistrationSms', {
      ...operatedBy(kept),
      ...stage.consumers.sendRegistrationSms,
      name: 'send-registration-sms',
      description: 'Tells people their registration numbers by SMS, at a pace, in the hours of the day',
      environment: (ownQueueUrl) => ({
        LISTS_BUCKET: kept.lists.resource.bucketName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        SEND_REGISTRATION_SMS_QUEUE_URL: ownQueueUrl,
        SMS_SENDER_ID: stage.sms.senderId,
        MESSAGES_PER_SECOND: String(stage.registrationSms.messagesPerSecond),
        FROM_HOUR: String(stage.registrationSms.fromHour),
        UNTIL_HOUR: String(stage.registrationSms.untilHour),
        RUN_SECONDS: String(Math.floor(timeoutSeconds * RUN_SHARE)),
      }),
      memoryMb: 512,
      timeoutSeconds,
      maxReceiveCount: 3,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'Registered people are not sent their numbers; the place is kept, and nobody is notified twice.',
      runbook: 'send-registration-sms',
    });
    const { consumer } = step;
    grantReadObjects(consumer, kept.lists, LIST_FOLDERS.work);
    grantReadWriteItems(consumer, kept.registry, [CAMPAIGNS, SMS_SETTINGS, PERSONS]);
    step.grantSend(consumer);
    grantSendSms(consumer);
    new Rule(this, 'TellSchedule', {
      ruleName: `milaf-${stage.name}-send-registration-sms`,
      description: 'Looks whether someone is to be notified: the window opened, the provider is back',
      schedule: Schedule.rate(Duration.minutes(stage.registrationSms.wakeEveryMinutes)),
      targets: [step.work.asRuleTarget(RuleTargetInput.fromObject({ requestedBy: 'schedule' }))],
    });
    return step;
  }

  private addAlarms({ stage, alarmTopic: topic }: Kept): void {
    new RunbookAlarm(this, 'DelayedAlarm', {
      topic,
      alarmName: `milaf-${stage.name}-registration-sms-delayed`,
      metric: businessMetric('RegistrationSmsDelayed', Duration.minutes(15)),
      threshold: 5,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 2,
      errorImpact: 'The SMS provider takes no messages: registered people wait for their numbers.',
      runbook: 'send-registration-sms',
    });
    new RunbookAlarm(this, 'PausedAlarm', {
      topic,
      alarmName: `milaf-${stage.name}-registration-sms-paused`,
      metric: businessMetric('RegistrationSmsPaused', Duration.hours(1)),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // Each run that finds it paused counts one, so an hour without is an hour in which they went out.
      evaluationPeriods: stage.registrationSms.pausedAlarmHours,
      errorImpact:
        'SMS with registration numbers were paused by a person and perhaps forgotten: people wait for them.',
      runbook: 'send-registration-sms',
    });
  }

  /** By these the command line says when all will have been notified. */
  private addOutputs({ stage: { registrationSms } }: Kept): void {
    const outputs = {
      SmsPerSecond: registrationSms.messagesPerSecond,
      SmsFromHour: registrationSms.fromHour,
      SmsUntilHour: registrationSms.untilHour,
    };
    for (const [name, value] of Object.entries(outputs))
      new CfnOutput(Stack.of(this), name, { value: String(value) });
  }
}
