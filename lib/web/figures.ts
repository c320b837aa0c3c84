import { Construct } from 'constructs';
import type { Env as RecordStatisticsEnv } from '../../lambdas/record-statistics/env.ts';
import { grantReadWriteItems } from '../constructs/grants.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';

/** What figures are made of: events, SMS about claims, and what reviewers do. Each is inserted once. */
const inserted = (prefix: string) => ({
  eventName: ['INSERT'],
  dynamodb: { Keys: { sk: { S: [{ prefix }] } } },
});

const NEW_PERSONS = {
  eventName: ['INSERT'],
  dynamodb: {
    Keys: { sk: { S: ['PROFILE'] } },
    NewImage: { event: { M: { eventId: { S: [{ exists: true }] } } } },
  },
};

/** The longest there is: it carries nothing, and is there because its calls name their shard. */
const WINDOW_SECONDS = 900;

/** A stream keeps records for a day, within which this many tries never end: no record is ever left out while others go on. */
const UNTIL_IT_EXPIRES = 10_000;

/** Adds up what happens, day by day: beside relay-events the second reader of both streams, and the last one they have room for. */
export class Figures extends Construct {
  readonly recordStatistics: StreamConsumer<RecordStatisticsEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    const { stage } = kept;
    this.recordStatistics = new StreamConsumer<RecordStatisticsEnv>(this, 'RecordStatistics', {
      ...operatedBy(kept),
      ...stage.consumers.recordStatistics,
      parallelization: 1,
      tumblingWindowSeconds: WINDOW_SECONDS,
      name: 'record-statistics',
      description: 'Adds up for managers what happens to files, claims, payments and registrations',
      tables: {
        Claims: {
          table: kept.claims,
          filters: [inserted('EVENT#'), inserted('MESSAGE#'), inserted('REVIEW#CHANGE#')],
        },
        Registry: { table: kept.registry, filters: [inserted('EVENT#'), NEW_PERSONS] },
      },
      environment: {
        FIGURES_TABLE: kept.figures.resource.tableName,
        STREAM_SHARDS: stage.name === 'local' ? 'one' : 'named',
      },
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      retryAttempts: UNTIL_IT_EXPIRES,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'Figures stand still; claims, payments and people are not touched. After a day what was not counted is lost to them.',
      runbook: 'record-statistics',
    });
    grantReadWriteItems(this.recordStatistics.consumer, kept.figures, ['DAY#', 'QUEUE', 'SHARD#']);
  }
}
