import { Duration } from 'aws-cdk-lib';
import { GraphWidget, type IMetric, type IWidget, Stats, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';

export const FIVE_MINUTES = Duration.minutes(5);
const HEIGHT = 5;

/** One row for a step: what waits, how long, what was set aside, how it works. */
export function stepRow(step: QueueConsumer<object>): IWidget[] {
  const { queue, deadLetters } = step.work;
  return [
    stepTitle(step.stepName),
    graph('Waiting', [
      queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
    ]),
    graph('Oldest, seconds', [
      queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
    ]),
    graph('Set aside', [
      deadLetters.metricApproximateNumberOfMessagesVisible({
        period: FIVE_MINUTES,
        statistic: Stats.MAXIMUM,
      }),
    ]),
    workGraph(step.consumer.function),
  ];
}

export function workGraph(work: QueueConsumer<object>['consumer']['function']): IWidget {
  return new GraphWidget({
    title: 'Duration p95, ms; errors',
    left: [work.metricDuration({ period: FIVE_MINUTES, statistic: 'p95' })],
    right: [work.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM })],
    width: 6,
    height: HEIGHT,
  });
}

export function stepTitle(stepName: string): IWidget {
  return new TextWidget({
    markdown: `**${stepName}**\n\ndocs/runbooks/${stepName}.md`,
    width: 3,
    height: HEIGHT,
  });
}

export function graph(name: string, left: IMetric[], width = 5): IWidget {
  return new GraphWidget({ title: name, left, width, height: HEIGHT });
}
