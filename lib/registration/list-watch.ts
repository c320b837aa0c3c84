import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Env as WatchListsEnv } from '../../lambdas/watch-lists/env.ts';
import { grantReadTable } from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';

const EVERY_MINUTES = 30;

/** Looks from time to time whether every list that is not closed still moves. */
export class ListWatch extends Construct {
  readonly watchLists: QueueConsumer<WatchListsEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    const { stage } = kept;
    this.watchLists = new QueueConsumer<WatchListsEnv>(this, 'WatchLists', {
      ...operatedBy(kept),
      maxConcurrency: 2,
      name: 'watch-lists',
      description: 'Finds lists that do not move',
      environment: {
        REGISTRY_TABLE: kept.registry.resource.tableName,
        STUCK_AFTER_MINUTES: String(stage.lists.stuckAlarmMinutes),
      },
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      maxReceiveCount: 3,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'Nobody looks whether lists still move: one that stands still is noticed by its sender first.',
      runbook: 'watch-lists',
    });
    grantReadTable(this.watchLists.consumer, kept.registry);
    new Rule(this, 'WatchSchedule', {
      ruleName: `milaf-${stage.name}-watch-lists`,
      description: 'Looks whether lists move',
      schedule: Schedule.rate(Duration.minutes(EVERY_MINUTES)),
      targets: [this.watchLists.work.asRuleTarget(RuleTargetInput.fromObject({ requestedBy: 'schedule' }))],
    });
  }
}
