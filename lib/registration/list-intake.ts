import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { ListEvent } from '../../contexts/events/events.ts';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import type { Env as AdvanceListEnv } from '../../lambdas/advance-list/env.ts';
import type { Env as ReceiveListEnv } from '../../lambdas/receive-list/env.ts';
import { grantReadObjects, grantReadWriteItems, grantWriteObjects } from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';
import { objectCreatedIn } from '../pipeline/object-created.ts';
import { LIST_ITEMS } from './list-items.ts';
import type { ListWork } from './list-work.ts';

/** What moves a list on. */
const ADVANCING: readonly ListEvent['type'][] = [
  'list.planned.v1',
  'list.range-verified.v1',
  'list.verified.v1',
  'list.linked.v1',
  'list.unit-registered.v1',
  'list.registered.v1',
];

/** Lists arrive, are looked over as a whole, and are led from step to step. */
export class ListIntake extends Construct {
  readonly receiveList: QueueConsumer<ReceiveListEnv>;
  readonly advanceList: QueueConsumer<AdvanceListEnv>;

  constructor(scope: Construct, id: string, kept: Kept, work: ListWork) {
    super(scope, id);
    this.receiveList = this.addReceiveList(kept);
    this.advanceList = this.addAdvanceList(kept, work);
  }

  private addReceiveList(kept: Kept): QueueConsumer<ReceiveListEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<ReceiveListEnv>(this, 'ReceiveList', {
      ...operatedBy(kept),
      ...stage.consumers.receiveList,
      name: 'receive-list',
      description: 'Looks over a whole list once: counts, format, digest; cuts it into ranges or refuses it',
      environment: {
        LISTS_BUCKET: kept.lists.resource.bucketName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        MAX_LINES: String(stage.lists.maxLines),
        MAX_LINES_PER_RANGE: String(stage.lists.maxLinesPerRange),
        MAX_BYTES_PER_RANGE: String(stage.lists.maxBytesPerRange),
      },
      // A list streams through: the memory buys the processor that hashes and unpacks it.
      memoryMb: 1769,
      timeoutSeconds: stage.functionTimeoutSeconds.wholeList,
      maxReceiveCount: 3,
      // Twice as long as one whole list may take.
      alarmAfterWaitingMinutes: 30,
      errorImpact:
        'Lists of people are uploaded and not taken in: their senders hear nothing, nobody on them is registered.',
      runbook: 'receive-list',
    });
    grantReadObjects(step.consumer, kept.lists, LIST_FOLDERS.incoming);
    grantWriteObjects(step.consumer, kept.lists, LIST_FOLDERS.work);
    grantReadWriteItems(step.consumer, kept.registry, LIST_ITEMS);
    new Rule(this, 'ListRule', {
      ruleName: `milaf-${stage.name}-list-uploaded`,
      description: 'A sender uploaded a list',
      eventPattern: objectCreatedIn(kept.lists.resource, LIST_FOLDERS.incoming),
      targets: [step.work.asRuleTarget()],
    });
    return step;
  }

  private addAdvanceList(kept: Kept, work: ListWork): QueueConsumer<AdvanceListEnv> {
    const { stage } = kept;
    const { verifyRange, linkList, registerUnit, closeList } = work;
    const step = new QueueConsumer<AdvanceListEnv>(this, 'AdvanceList', {
      ...operatedBy(kept),
      ...stage.consumers.advanceList,
      name: 'advance-list',
      description: 'Leads a list from step to step: sends out its ranges and units, counts them in',
      environment: {
        LISTS_BUCKET: kept.lists.resource.bucketName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        VERIFY_RANGE_QUEUE_URL: verifyRange.work.queue.queueUrl,
        LINK_LIST_QUEUE_URL: linkList.work.queue.queueUrl,
        REGISTER_UNIT_QUEUE_URL: registerUnit.work.queue.queueUrl,
        CLOSE_LIST_QUEUE_URL: closeList.work.queue.queueUrl,
      },
      memoryMb: 1024,
      // Sending 50,000 messages takes a minute or two.
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 30,
      errorImpact: 'Lists stand still between two steps: nobody on them is registered or answered.',
      runbook: 'advance-list',
    });
    grantReadObjects(step.consumer, kept.lists, LIST_FOLDERS.work);
    grantReadWriteItems(step.consumer, kept.registry, LIST_ITEMS);
    for (const next of [verifyRange, linkList, registerUnit, closeList]) next.grantSend(step.consumer);
    new Rule(this, 'AdvanceRule', {
      ruleName: `milaf-${stage.name}-list-advanced`,
      description: 'A step of a list, or a part of one, is done',
      eventBus: kept.bus,
      eventPattern: { source: ['milaf'], detailType: [...ADVANCING] },
      targets: [step.work.asRuleTarget()],
    });
    return step;
  }
}
