import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Encrypted, grantReadStream, grantSend } from './grants.ts';
import { MilafFunction, type MilafFunctionProps } from './milaf-function.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import { standaloneDeadLetters } from './work-queue.ts';

/** A table whose changes are processed. */
export interface StreamSource {
  readonly table: Encrypted<TableV2>;
  /** What a record must look like, one way or another, for the function to be called at all (Lambda's filter rules). */
  readonly filters: readonly Record<string, unknown>[];
}

export interface StreamConsumerProps<Env extends object> extends Omit<MilafFunctionProps<Env>, 'logKey'> {
  readonly tables: Readonly<Record<string, StreamSource>>;
  /** Encrypts the dead-letter queue and the log. */
  readonly key: IKey;
  readonly alarmTopic: ITopic;
  readonly batchSize: number;
  readonly parallelization: number;
  /** How long a batch may wait to be filled; it is sent at once where this is not given. */
  readonly batchingWindowSeconds?: number;
  /**
   * Calls belong to windows of this length, of one shard each, and name the shard. Records of a shard then come strictly one
   * batch after the other: `parallelization` must be 1.
   */
  readonly tumblingWindowSeconds?: number;
  /** Tries of a batch before it is cut in two, and of a single record before it is set aside. */
  readonly retryAttempts: number;
  readonly alarmAfterWaitingMinutes: number;
  /** What an operator, an insured person or a provider loses while this step fails. */
  readonly errorImpact: string;
  /** Name of a file in docs/runbooks, without `.md`. */
  readonly runbook: string;
}

/**
 * A function on the change streams of tables. A record that fails for good is set aside by its position in the stream and
 * does not hold up those behind it.
 */
export class StreamConsumer<Env extends object> extends Construct {
  readonly consumer: MilafFunction<Env>;
  readonly deadLetters: Queue;
  readonly stepName: string;

  constructor(scope: Construct, id: string, props: StreamConsumerProps<Env>) {
    super(scope, id);
    this.stepName = props.name;
    this.consumer = new MilafFunction<Env>(this, 'Consumer', { ...props, logKey: props.key });
    const prefix = `milaf-${props.stage.name}-${props.name}`;
    this.deadLetters = standaloneDeadLetters(this, 'DeadLetters', `${prefix}-dead-letters`, props.key);
    grantSend(this.consumer, this.deadLetters, props.key);
    for (const [name, source] of Object.entries(props.tables)) this.readStream(name, source, props);
    this.addAlarms(prefix, props);
    const stack = Stack.of(this);
    new CfnOutput(stack, `${id}DeadLetterQueueUrl`, { value: this.deadLetters.queueUrl });
    new CfnOutput(stack, `${id}FunctionName`, { value: this.consumer.function.functionName });
  }

  private readStream(name: string, source: StreamSource, props: StreamConsumerProps<Env>): void {
    const eventSourceArn = grantReadStream(this.consumer, source.table);
    new EventSourceMapping(this, `${name}Stream`, {
      target: this.consumer.function,
      eventSourceArn,
      // From the oldest record on: nothing that happened while the mapping was being made is missed.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: props.batchSize,
      maxBatchingWindow: Duration.seconds(props.batchingWindowSeconds ?? 0),
      ...(props.tumblingWindowSeconds === undefined
        ? {}
        : { tumblingWindow: Duration.seconds(props.tumblingWindowSeconds) }),
      parallelizationFactor: props.parallelization,
      bisectBatchOnError: true,
      retryAttempts: props.retryAttempts,
      // The function fails as a whole when a record fails; cutting the batch in two finds the one that does.
      reportBatchItemFailures: false,
      filters: source.filters.map((filter) => FilterCriteria.filter(filter)),
      onFailure: { bind: () => ({ destination: this.deadLetters.queueArn }) },
    });
  }

  private addAlarms(prefix: string, props: StreamConsumerProps<Env>): void {
    const shared = { topic: props.alarmTopic, errorImpact: props.errorImpact, runbook: props.runbook };
    new RunbookAlarm(this, 'DeadLettersAlarm', {
      ...shared,
      alarmName: `${prefix}-dead-letters`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
    });
    new RunbookAlarm(this, 'WaitingAlarm', {
      ...shared,
      alarmName: `${prefix}-waiting`,
      metric: this.consumer.function.metric('IteratorAge', {
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      threshold: props.alarmAfterWaitingMinutes * 60_000,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
    });
    new RunbookAlarm(this, 'ErrorsAlarm', {
      ...shared,
      alarmName: `${prefix}-errors`,
      metric: this.consumer.function.metricErrors({ period: Duration.minutes(5), statistic: Stats.SUM }),
      threshold: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
    });
  }
}
