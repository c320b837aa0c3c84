import { ComparisonOperator, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MilafFunction, type EnvironmentOf } from '../constructs/milaf-function.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { Stage } from '../stages/stage.ts';

export interface ApiFunctionProps<Env extends object> {
  readonly stage: Stage;
  readonly key: IKey;
  readonly alarmTopic: ITopic;
  /** Folder below lambdas/. */
  readonly name: string;
  readonly description: string;
  readonly environment: EnvironmentOf<Env>;
  readonly memoryMb: number;
  /** Copies that it has for itself, and no more. */
  readonly reservedConcurrency: number;
  /** What people cannot do while it fails. */
  readonly errorImpact: string;
  readonly runbook: string;
}

/** A function that people wait for: nothing brings a lost request back, so its errors ring at once. */
export class ApiFunction<Env extends object> extends Construct {
  readonly served: MilafFunction<Env>;

  constructor(scope: Construct, id: string, props: ApiFunctionProps<Env>) {
    super(scope, id);
    const { stage } = props;
    this.served = new MilafFunction(this, 'Served', {
      stage,
      name: props.name,
      description: props.description,
      environment: props.environment,
      memoryMb: props.memoryMb,
      reservedConcurrency: props.reservedConcurrency,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      logKey: props.key,
    });
    new RunbookAlarm(this, 'ErrorsAlarm', {
      topic: props.alarmTopic,
      alarmName: `milaf-${stage.name}-${props.name}-errors`,
      errorImpact: props.errorImpact,
      runbook: props.runbook,
      metric: this.served.function.metricErrors({ period: Duration.minutes(5), statistic: Stats.SUM }),
      threshold: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 2,
    });
    new CfnOutput(Stack.of(this), `${id}FunctionName`, { value: this.served.function.functionName });
  }
}
