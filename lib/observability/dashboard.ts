import { Duration } from 'aws-cdk-lib';
import { Dashboard, type IWidget, SingleValueWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../../lambdas/runtime/metrics.ts';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { StreamConsumer } from '../constructs/stream-consumer.ts';
import type { Stage } from '../stages/stage.ts';
import { businessMetric } from './business-metrics.ts';
import { FIVE_MINUTES, graph, stepRow, stepTitle, workGraph } from './widgets.ts';

export interface PipelineDashboardProps {
  readonly stage: Stage;
  /** In the order a file meets them. */
  readonly steps: readonly QueueConsumer<object>[];
  readonly relayEvents: StreamConsumer<object>;
}

/** One page that reads like the pipeline: what came in and what became of it, then one row a step from upload to SMS. */
export class PipelineDashboard extends Construct {
  constructor(scope: Construct, id: string, props: PipelineDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `milaf-${props.stage.name}`,
      defaultInterval: Duration.hours(12),
    });
    dashboard.addWidgets(...today());
    for (const step of props.steps) dashboard.addWidgets(...stepRow(step));
    dashboard.addWidgets(...relayRow(props.relayEvents));
    dashboard.addWidgets(...businessRow());
  }
}

function today(): IWidget[] {
  const shown: readonly MetricName[] = [
    'FilesAccepted',
    'FilesDuplicate',
    'FilesQuarantined',
    'ClaimsApproved',
    'ClaimsRejected',
    'ClaimsReferred',
    'PaymentsOrdered',
    'PaymentsPaid',
    'PaymentsReturned',
    'PaymentsRefused',
    'PaymentsDisputed',
    'SmsSent',
  ];
  return [
    new SingleValueWidget({
      title: 'The last 24 hours',
      metrics: shown.map((name) => businessMetric(name, Duration.days(1))),
      width: 24,
      height: 4,
    }),
  ];
}

function relayRow(relay: StreamConsumer<object>): IWidget[] {
  const { function: relayFunction } = relay.consumer;
  return [
    stepTitle(relay.stepName),
    graph(
      'Behind, milliseconds',
      [relayFunction.metric('IteratorAge', { period: FIVE_MINUTES, statistic: Stats.MAXIMUM })],
      10,
    ),
    graph('Set aside', [
      relay.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: FIVE_MINUTES,
        statistic: Stats.MAXIMUM,
      }),
    ]),
    workGraph(relayFunction),
  ];
}

function businessRow(): IWidget[] {
  const lines = (...names: readonly MetricName[]) => names.map((name) => businessMetric(name, FIVE_MINUTES));
  return [
    graph('Uploads missing', [businessMetric('IntakeMissing', Duration.minutes(15), Stats.MAXIMUM)], 6),
    graph('OCR: claims drafted, calls throttled', lines('ClaimsDrafted', 'TextractThrottled'), 6),
    graph(
      'Witnesses: barcodes, second looks, files without one',
      lines('BarcodesRead', 'SecondLooks', 'WitnessesMissing'),
      6,
    ),
    graph(
      'Payments: paid, returned; answers not understood',
      lines('PaymentsPaid', 'PaymentsReturned', 'PaymentsRefused', 'PaymentsDisputed', 'BankAnswerProblems'),
      6,
    ),
    graph('SMS: sent, skipped, delayed', lines('SmsSent', 'SmsSkipped', 'SmsDelayed'), 6),
  ];
}
