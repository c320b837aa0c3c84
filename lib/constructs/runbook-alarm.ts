import { existsSync } from 'node:fs';
import path from 'node:path';
import { Alarm, type ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

const RUNBOOKS = path.resolve(import.meta.dirname, '../../docs/runbooks');

export interface RunbookAlarmProps {
  readonly alarmName: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparisonOperator: ComparisonOperator;
  readonly evaluationPeriods: number;
  /** Of `evaluationPeriods`, how many must be bad; default all. */
  readonly datapointsToAlarm?: number | undefined;
  /** What an operator, an insured person or a provider loses while this lasts: the first thing the mail says. */
  readonly errorImpact: string;
  /** Name of a file in docs/runbooks, without `.md`; it must exist. */
  readonly runbook: string;
  /** No data usually means no work, which is no fault. */
  readonly treatMissingData?: TreatMissingData;
  readonly topic: ITopic;
}

/** An alarm that cannot be made without saying what is lost and where the way out is written. */
export class RunbookAlarm extends Construct {
  readonly alarm: Alarm;

  /** @throws Error when the runbook does not exist */
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id);
    const file = path.join(RUNBOOKS, `${props.runbook}.md`);
    if (!existsSync(file))
      throw new Error(`Alarm ${props.alarmName} names a runbook that does not exist: write ${file}.`);
    this.alarm = new Alarm(this, 'Alarm', {
      alarmName: props.alarmName,
      alarmDescription: `${props.errorImpact} Runbook: docs/runbooks/${props.runbook}.md`,
      metric: props.metric,
      threshold: props.threshold,
      comparisonOperator: props.comparisonOperator,
      evaluationPeriods: props.evaluationPeriods,
      ...(props.datapointsToAlarm === undefined ? {} : { datapointsToAlarm: props.datapointsToAlarm }),
      treatMissingData: props.treatMissingData ?? TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(props.topic);
    this.alarm.addAlarmAction(action);
    this.alarm.addOkAction(action);
  }
}
