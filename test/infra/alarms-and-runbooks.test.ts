import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { beforeAll, describe, expect, it } from 'vitest';
import { RunbookAlarm } from '../../lib/constructs/runbook-alarm.ts';
import { REPOSITORY, type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

const RUNBOOK = /docs\/runbooks\/([a-z-]+)\.md$/;
const written = readdirSync(path.join(REPOSITORY, 'docs/runbooks'))
  .map((file) => path.basename(file, '.md'))
  .filter((name) => name !== 'README');

interface AlarmProperties {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  Dimensions?: { Name: string; Value: unknown }[];
  MetricName: string;
}

const alarmsOf = (resources: readonly Resource[]) =>
  resources
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties as unknown as AlarmProperties);

describe.each(STAGES)('stage %s', (stage) => {
  let resources: readonly Resource[];
  const alarms = () => alarmsOf(resources);

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('says in every alarm what is lost, and names a runbook that exists', () => {
    expect(alarms().length).toBeGreaterThan(30);
    const unclear = alarms().filter(({ AlarmDescription }) => {
      const [impact = ''] = AlarmDescription.split(' Runbook: ');
      return impact.length < 40 || !written.includes(RUNBOOK.exec(AlarmDescription)?.[1] ?? '');
    });
    expect(unclear.map(({ AlarmName }) => AlarmName)).toEqual([]);
  });

  it('sends every alarm to people', () => {
    const silent = alarms().filter(({ AlarmActions }) => {
      return AlarmActions.length !== 1 || !JSON.stringify(AlarmActions).includes('Alarms');
    });
    expect(silent.map(({ AlarmName }) => AlarmName)).toEqual([]);
  });

  it('gives every alarm a name of its own that begins with the stage', () => {
    const names = alarms().map(({ AlarmName }) => AlarmName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !name.startsWith(`milaf-${stage}-`))).toEqual([]);
  });

  it('watches every function for errors and every dead-letter queue for messages', () => {
    const functions = resources.filter(({ Type }) => Type === 'AWS::Lambda::Function').length;
    const deadLetters = resources.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::SQS::Queue' && String(Properties['QueueName']).endsWith('-dead-letters'),
    ).length;
    expect(alarms().filter(({ MetricName }) => MetricName === 'Errors')).toHaveLength(functions);
    const watched = new Set(
      alarms()
        .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
        .map(({ Dimensions }) => JSON.stringify(Dimensions)),
    );
    expect(watched.size).toBe(deadLetters);
  });

  it.each([
    {
      dashboard: `milaf-${stage}`,
      order: [
        'receive-file',
        'start-reading',
        'collect-reading',
        'read-forms',
        'adjudicate-claim',
        'order-payments',
        'apply-bank-answer',
        'notify-person',
      ],
    },
    {
      dashboard: `milaf-${stage}-registration`,
      order: ['receive-list', 'advance-list', 'verify-range', 'link-list', 'register-unit', 'close-list'],
    },
  ])('shows the steps on $dashboard in the order a file or a list meets them', ({ dashboard, order }) => {
    const found = resources.find(
      ({ Type, Properties }) =>
        Type === 'AWS::CloudWatch::Dashboard' && Properties['DashboardName'] === dashboard,
    )!;
    const body = stringsIn(found.Properties['DashboardBody']).join('');
    const places = order.map((step) => body.indexOf(`runbooks/${step}.md`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

it('refuses an alarm whose runbook nobody has written', () => {
  const stack = new Stack();
  const props = {
    alarmName: 'test',
    metric: new Metric({ namespace: 'Milaf', metricName: 'Test' }),
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    errorImpact: 'Nothing.',
    runbook: 'not-written',
    topic: new Topic(stack, 'Topic'),
  };
  expect(() => new RunbookAlarm(stack, 'Alarm', props)).toThrow(
    /runbook that does not exist: write .*not-written\.md/,
  );
});

it('has no runbook without an alarm', () => {
  const named = new Set(
    STAGES.flatMap((stage) => alarmsOf(synthesise(stage).resources)).map(
      (alarm) => RUNBOOK.exec(alarm.AlarmDescription)?.[1],
    ),
  );
  expect(written.filter((name) => !named.has(name))).toEqual([]);
});
