import { Duration } from 'aws-cdk-lib';
import { Dashboard, type IWidget, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../../lambdas/runtime/metrics.ts';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { Stage } from '../stages/stage.ts';
import { businessMetric } from './business-metrics.ts';
import { FIVE_MINUTES, graph, stepRow } from './widgets.ts';

export interface RegistrationDashboardProps {
  readonly stage: Stage;
  /** In the order a list meets them. */
  readonly steps: readonly QueueConsumer<object>[];
}

const SHOWN: readonly MetricName[] = ['ListsReceived', 'ListsRefused', 'ListsClosed', 'PersonsRegistered'];

/** One page that reads like a list's way: what came in and what became of it, how fast lines go, then one row a step. */
export class RegistrationDashboard extends Construct {
  constructor(scope: Construct, id: string, props: RegistrationDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `milaf-${props.stage.name}-registration`,
      defaultInterval: Duration.hours(12),
    });
    dashboard.addWidgets(
      new SingleValueWidget({
        title: 'The last 24 hours',
        metrics: SHOWN.map((name) => businessMetric(name, Duration.days(1))),
        width: 24,
        height: 4,
      }),
    );
    dashboard.addWidgets(...linesRow());
    for (const step of props.steps) dashboard.addWidgets(...stepRow(step));
  }
}

function linesRow(): IWidget[] {
  const line = (name: MetricName) => businessMetric(name, FIVE_MINUTES);
  return [
    graph('Lines in 5 minutes: verified', [line('ListLinesVerified')], 8),
    graph('Lines in 5 minutes: registered', [line('ListLinesRegistered')], 8),
    graph('Persons registered in 5 minutes', [line('PersonsRegistered')], 8),
  ];
}
