import { Construct } from 'constructs';
import type { Env as AdjudicateClaimEnv } from '../../lambdas/adjudicate-claim/env.ts';
import { grantReadObjects, grantReadTable, grantReadWriteTable } from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from './kept.ts';

/** Claims are decided. */
export class Adjudication extends Construct {
  readonly adjudicateClaim: QueueConsumer<AdjudicateClaimEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    const { stage } = kept;
    this.adjudicateClaim = new QueueConsumer<AdjudicateClaimEnv>(this, 'AdjudicateClaim', {
      ...operatedBy(kept),
      ...stage.consumers.adjudicateClaim,
      name: 'adjudicate-claim',
      description: 'Decides a claim: who, covered, priced; approved, rejected or referred',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        READINGS_BUCKET: kept.readings.resource.bucketName,
      },
      memoryMb: 1024,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 30,
      errorImpact: 'Claims are read but not decided: the insured wait for an answer and for their money.',
      runbook: 'adjudicate-claim',
    });
    const { consumer } = this.adjudicateClaim;
    grantReadWriteTable(consumer, kept.claims, ['queue']);
    grantReadTable(consumer, kept.registry);
    grantReadObjects(consumer, kept.readings, '');
  }
}
