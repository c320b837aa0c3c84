import { Construct } from 'constructs';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import type { Env as CloseListEnv } from '../../lambdas/close-list/env.ts';
import type { Env as LinkListEnv } from '../../lambdas/link-list/env.ts';
import type { Env as RegisterUnitEnv } from '../../lambdas/register-unit/env.ts';
import type { Env as VerifyRangeEnv } from '../../lambdas/verify-range/env.ts';
import { DUCKDB } from '../constructs/native-packages.ts';
import {
  grantReadObjects,
  grantReadSecret,
  grantReadWriteItems,
  grantReadWriteTable,
  grantSign,
  grantWriteObjects,
} from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';
import { AthenaEngine } from './athena-engine.ts';
import { LIST_ITEMS } from './list-items.ts';

/** What is done to the lines of a list: each range by itself, all lines together, each unit by itself, the answer. */
export class ListWork extends Construct {
  readonly verifyRange: QueueConsumer<VerifyRangeEnv>;
  readonly linkList: QueueConsumer<LinkListEnv>;
  readonly registerUnit: QueueConsumer<RegisterUnitEnv>;
  readonly closeList: QueueConsumer<CloseListEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    this.verifyRange = this.addVerifyRange(kept);
    this.linkList = this.addLinkList(kept);
    this.registerUnit = this.addRegisterUnit(kept);
    this.closeList = this.addCloseList(kept);
  }

  private addVerifyRange(kept: Kept): QueueConsumer<VerifyRangeEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<VerifyRangeEnv>(this, 'VerifyRange', {
      ...operatedBy(kept),
      ...stage.consumers.verifyRange,
      name: 'verify-range',
      description: 'Reads a range of a list, line by line, and prepares what is compared',
      environment: environmentOf(kept),
      memoryMb: 1769,
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 120,
      errorImpact: 'Parts of a list are not read: the whole list waits, nobody on it is registered.',
      runbook: 'verify-range',
    });
    grantReadObjects(step.consumer, kept.lists, LIST_FOLDERS.incoming);
    useWorkingFolder(step, kept);
    return step;
  }

  private addLinkList(kept: Kept): QueueConsumer<LinkListEnv> {
    const { stage } = kept;
    const athena = stage.lists.linkEngine === 'athena' ? new AthenaEngine(this, 'Athena', kept) : undefined;
    const step = new QueueConsumer<LinkListEnv>(this, 'LinkList', {
      ...operatedBy(kept),
      ...stage.consumers.linkList,
      ...embeddedEngine(kept),
      name: 'link-list',
      description: 'Looks at all lines of a list together: who is twice in it, which household is whose',
      environment: {
        ...environmentOf(kept),
        LINES_PER_UNIT: String(stage.lists.linesPerUnit),
        LINK_ENGINE: stage.lists.linkEngine,
        ENGINE_MEMORY_MB: String(stage.lists.engineMemoryMb),
        ATHENA_WORKGROUP: athena?.workGroupName ?? '',
        ATHENA_DATABASE: athena?.databaseName ?? '',
      },
      maxReceiveCount: 3,
      alarmAfterWaitingMinutes: 60,
      errorImpact: 'A list is read and its lines are not compared: nobody on it is registered.',
      runbook: 'link-list',
    });
    useWorkingFolder(step, kept);
    // The people of earlier lists.
    grantReadObjects(step.consumer, kept.lists, LIST_FOLDERS.identities);
    athena?.grantQuery(step.consumer);
    return step;
  }

  private addRegisterUnit(kept: Kept): QueueConsumer<RegisterUnitEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<RegisterUnitEnv>(this, 'RegisterUnit', {
      ...operatedBy(kept),
      ...stage.consumers.registerUnit,
      name: 'register-unit',
      description: 'Decides some hundred lines of a list and registers whom it is about',
      environment: { ...environmentOf(kept), NUMBER_SECRET_ARN: kept.numberSecret.resource.secretArn },
      memoryMb: 1024,
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 240,
      errorImpact:
        'People on a list are not registered: they have no number and no right, the sender no answer.',
      runbook: 'register-unit',
    });
    useWorkingFolder(step, kept);
    grantReadWriteTable(step.consumer, kept.registry);
    grantReadSecret(step.consumer, kept.numberSecret);
    return step;
  }

  private addCloseList(kept: Kept): QueueConsumer<CloseListEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<CloseListEnv>(this, 'CloseList', {
      ...operatedBy(kept),
      ...stage.consumers.closeList,
      ...embeddedEngine(kept),
      name: 'close-list',
      description: 'Writes, counts and signs the answer to a list',
      environment: {
        ...environmentOf(kept),
        SIGNING_KEY_ID: kept.signingKey.keyArn,
        ENGINE_MEMORY_MB: String(stage.lists.engineMemoryMb),
      },
      maxReceiveCount: 3,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'People are registered and the sender of their list has no answer; nobody is told their number.',
      runbook: 'close-list',
    });
    useWorkingFolder(step, kept);
    grantWriteObjects(step.consumer, kept.lists, LIST_FOLDERS.answers);
    grantWriteObjects(step.consumer, kept.lists, LIST_FOLDERS.identities);
    grantSign(step.consumer, kept.signingKey);
    return step;
  }
}

function environmentOf(kept: Kept) {
  return {
    LISTS_BUCKET: kept.lists.resource.bucketName,
    REGISTRY_TABLE: kept.registry.resource.tableName,
  };
}

/** Functions with DuckDB in them: it takes a whole list to `/tmp` and works on it with all the memory it is given. */
function embeddedEngine({ stage }: Kept) {
  return {
    nativePackages: DUCKDB,
    memoryMb: stage.lists.engineMemoryMb,
    storageMb: stage.lists.engineStorageMb,
    timeoutSeconds: stage.functionTimeoutSeconds.wholeList,
  };
}

function useWorkingFolder({ consumer }: QueueConsumer<object>, kept: Kept): void {
  grantReadObjects(consumer, kept.lists, LIST_FOLDERS.work);
  grantWriteObjects(consumer, kept.lists, LIST_FOLDERS.work);
  grantReadWriteItems(consumer, kept.registry, LIST_ITEMS);
}
