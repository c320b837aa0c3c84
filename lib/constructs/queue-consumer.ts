import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { grantSend } from './grants.ts';
import { type EnvironmentOf, MilafFunction, type MilafFunctionProps } from './milaf-function.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import { WorkQueue } from './work-queue.ts';

/**
 * A message that ends the process, by its memory, its time or a fault of compiled code, takes back whatever is in the same call, and
 * each time one delivery of it. Alone it harms none, and how often it was delivered is how often it was tried.
 */
const MESSAGES_PER_CALL = 1;

/** Less would let a message come back while a slow copy of the function still works on it (AWS's own rule for SQS). */
const VISIBILITY_PER_TIMEOUT = 6;

export interface QueueConsumerProps<Env extends object> extends Omit<
  MilafFunctionProps<Env>,
  'environment' | 'logKey'
> {
  readonly environment: EnvironmentOf<Env> | ((ownQueueUrl: string) => EnvironmentOf<Env>);
  /** Encrypts queues and log. */
  readonly key: IKey;
  readonly alarmTopic: ITopic;
  readonly maxConcurrency: number;
  /** Deliveries before a message is set aside. */
  readonly maxReceiveCount: number;
  /** A message that waits longer than this is a sign that the step does not keep up. */
  readonly alarmAfterWaitingMinutes: number;
  /** What an operator, an insured person or a provider loses while this step fails. */
  readonly errorImpact: string;
  /** Name of a file in docs/runbooks, without `.md`. */
  readonly runbook: string;
}

/**
 * One step of the pipeline: a queue, its dead-letter queue, the function that drains it message by message, and the three alarms an operator needs (set aside, waiting, failing).
 */
export class QueueConsumer<Env extends object> extends Construct {
  readonly work: WorkQueue;
  readonly consumer: MilafFunction<Env>;
  readonly stepName: string;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, props: QueueConsumerProps<Env>) {
    super(scope, id);
    this.stepName = props.name;
    this.key = props.key;
    this.work = new WorkQueue(this, 'Work', {
      queueName: `milaf-${props.stage.name}-${props.name}`,
      key: props.key,
      visibilityTimeout: Duration.seconds(VISIBILITY_PER_TIMEOUT * props.timeoutSeconds),
      maxReceiveCount: props.maxReceiveCount,
    });
    const { queue } = this.work;
    const environment =
      typeof props.environment === 'function' ? props.environment(queue.queueUrl) : props.environment;
    this.consumer = new MilafFunction<Env>(this, 'Consumer', { ...props, environment, logKey: props.key });
    this.consumer.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize: MESSAGES_PER_CALL,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    this.addAlarms(props);
    this.addOutputs(id);
  }

  /** Lets another function put messages into this step's queue. */
  grantSend(sender: MilafFunction<object>): void {
    grantSend(sender, this.work.queue, this.key);
  }

  private addAlarms(props: QueueConsumerProps<Env>): void {
    const shared = { topic: props.alarmTopic, errorImpact: props.errorImpact, runbook: props.runbook };
    const alarmName = (what: string) => `milaf-${props.stage.name}-${props.name}-${what}`;
    new RunbookAlarm(this, 'DeadLettersAlarm', {
      ...shared,
      alarmName: alarmName('dead-letters'),
      metric: this.work.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
    });
    new RunbookAlarm(this, 'WaitingAlarm', {
      ...shared,
      alarmName: alarmName('waiting'),
      metric: this.work.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: Stats.MAXIMUM,
      }),
      threshold: props.alarmAfterWaitingMinutes * 60,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 2,
    });
    new RunbookAlarm(this, 'ErrorsAlarm', {
      ...shared,
      alarmName: alarmName('errors'),
      metric: this.consumer.function.metricErrors({ period: Duration.minutes(5), statistic: Stats.SUM }),
      threshold: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
    });
  }

  /** The command line and the tests find queues and functions by these names. */
  private addOutputs(id: string): void {
    const stack = Stack.of(this);
    new CfnOutput(stack, `${id}QueueUrl`, { value: this.work.queue.queueUrl });
    new CfnOutput(stack, `${id}DeadLetterQueueUrl`, { value: this.work.deadLetters.queueUrl });
    new CfnOutput(stack, `${id}FunctionName`, { value: this.consumer.function.functionName });
  }
}
