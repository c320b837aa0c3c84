import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { MilafEvent } from '../../contexts/events/events.ts';
import type { Env as RenderPagesEnv } from '../../lambdas/render-pages/env.ts';
import { grantReadObjects, grantReadTable, grantWriteObjects } from '../constructs/grants.ts';
import { DRAWING_THREAD, IMAGING } from '../constructs/native-packages.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { INCOMING, type Kept, operatedBy } from '../pipeline/kept.ts';

/** Below it lie images of pages in the bucket of readings. */
export const PAGES = 'pages/';
/** Below it lie care forms as they were read and corrected. */
export const FORMS = 'forms/';

/** A person will look at the file of such a claim. */
const LOOKED_AT: readonly MilafEvent['type'][] = ['claim.referred.v1', 'claim.partly-referred.v1'];

/** Images of scanned pages for the console: made once, before a reviewer opens the claim. */
export class PageImages extends Construct {
  readonly renderPages: QueueConsumer<RenderPagesEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    const { stage } = kept;
    this.renderPages = new QueueConsumer<RenderPagesEnv>(this, 'RenderPages', {
      ...operatedBy(kept),
      ...stage.consumers.renderPages,
      name: 'render-pages',
      description: 'Makes images of scanned pages for reviewers',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        READINGS_BUCKET: kept.readings.resource.bucketName,
      },
      memoryMb: 2048,
      nativePackages: IMAGING,
      threads: [DRAWING_THREAD],
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 30,
      errorImpact: 'Reviewers see the fields of a claim without its scan; decisions and payments go on.',
      runbook: 'render-pages',
    });
    const { consumer } = this.renderPages;
    grantReadTable(consumer, kept.claims);
    grantReadObjects(consumer, kept.scans, INCOMING);
    grantReadObjects(consumer, kept.readings, FORMS);
    grantReadObjects(consumer, kept.readings, PAGES);
    grantWriteObjects(consumer, kept.readings, PAGES);
    new Rule(this, 'LookedAtRule', {
      ruleName: `milaf-${stage.name}-looked-at`,
      description: 'A person will look at the file of this claim',
      eventBus: kept.bus,
      eventPattern: { source: ['milaf'], detailType: [...LOOKED_AT] },
      targets: [this.renderPages.work.asRuleTarget()],
    });
  }
}
