import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock, WriteResult } from '#shared';
import { isNew, transactWrite } from '#shared/aws';
import {
  movedOn,
  NO_COUNTS,
  rightsPageSchema,
  rightsRunSchema,
  rightsSegmentSchema,
  type RightsCounts,
  type RightsPage,
  type RightsRun,
  type RightsSegment,
} from '../domain/rights-run.ts';
import type { RightsStore } from '../ports.ts';
import {
  currentRunKey,
  currentRunSchema,
  doneEventItem,
  PAGE_PREFIX,
  pageKey,
  RUNS,
  runEntryKey,
  runEntrySchema,
  runKey,
  runPk,
  SEGMENT_PREFIX,
  segmentKey,
} from './rights-items.ts';

/** Checks of rights in the registry table, apart from the people they look at. */
export class DynamoRightsStore implements RightsStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async start(run: RightsRun): Promise<WriteResult> {
    const { runId } = run;
    const put = (item: object) => ({ Put: { TableName: this.#table, Item: item, ...isNew } });
    const segments = Array.from({ length: run.segmentCount }, (_, segment): RightsSegment => {
      return { runId, segment, state: 'RUNNING', pagesDone: 0, cursor: null, counts: NO_COUNTS };
    });
    const result = await transactWrite(this.#client, [
      put({ ...runKey(runId), ...run }),
      put({ ...runEntryKey(run), runId }),
      {
        Update: {
          TableName: this.#table,
          Key: currentRunKey,
          UpdateExpression: 'SET runId = :runId',
          ConditionExpression: 'attribute_not_exists(runId)',
          ExpressionAttributeValues: { ':runId': runId },
        },
      },
      ...segments.map((segment) => put({ ...segmentKey(runId, segment.segment), ...segment })),
    ]);
    if (result === 'applied') return 'applied';
    return (await this.find(runId)) === undefined ? 'refused' : 'known';
  }

  async findCurrent(): Promise<string | undefined> {
    const item = await this.#get(currentRunKey);
    return item && currentRunSchema.parse(item).runId;
  }

  async find(runId: string): Promise<RightsRun | undefined> {
    const item = await this.#get(runKey(runId));
    return item && rightsRunSchema.parse(item);
  }

  async listRecent(limit: number): Promise<readonly RightsRun[]> {
    const runIds: string[] = [];
    for await (const item of this.#query(RUNS, 'RUN#', { newestFirst: true })) {
      runIds.push(runEntrySchema.parse(item).runId);
      if (runIds.length >= limit) break;
    }
    const runs = await Promise.all(runIds.map(async (runId) => this.find(runId)));
    return runs.filter((run) => run !== undefined);
  }

  async findSegments(runId: string): Promise<readonly RightsSegment[]> {
    const segments: RightsSegment[] = [];
    for await (const item of this.#query(runPk(runId), SEGMENT_PREFIX))
      segments.push(rightsSegmentSchema.parse(item));
    return segments;
  }

  async findSegment(runId: string, segment: number): Promise<RightsSegment | undefined> {
    const item = await this.#get(segmentKey(runId, segment));
    return item && rightsSegmentSchema.parse(item);
  }

  async findPage(runId: string, segment: number, page: number): Promise<RightsPage | undefined> {
    const item = await this.#get(pageKey({ runId, segment, page }));
    return item && rightsPageSchema.parse(item);
  }

  async planPage(plan: RightsPage): Promise<RightsPage> {
    try {
      await this.#client.send(
        new PutCommand({ TableName: this.#table, Item: { ...pageKey(plan), ...plan }, ...isNew }),
      );
      return plan;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const written = await this.findPage(plan.runId, plan.segment, plan.page);
      if (written === undefined)
        throw new Error('The plan of a page is there and cannot be read', { cause: error });
      return written;
    }
  }

  async commitPage(segment: RightsSegment, done: RightsPage): Promise<'applied' | 'refused'> {
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...segmentKey(segment.runId, segment.segment), ...movedOn(segment, done) },
          ConditionExpression: '#pagesDone = :pagesDone AND #state = :running',
          ExpressionAttributeNames: { '#pagesDone': 'pagesDone', '#state': 'state' },
          ExpressionAttributeValues: { ':pagesDone': segment.pagesDone, ':running': 'RUNNING' },
        },
      },
      {
        Update: {
          TableName: this.#table,
          Key: pageKey(done),
          UpdateExpression: 'SET changedMeanwhile = :numbers',
          ExpressionAttributeValues: { ':numbers': done.changedMeanwhile },
        },
      },
    ]);
    return result === 'applied' ? 'applied' : 'refused';
  }

  async *pages(runId: string): AsyncGenerator<RightsPage> {
    for await (const item of this.#query(runPk(runId), PAGE_PREFIX)) yield rightsPageSchema.parse(item);
  }

  async finish(
    run: RightsRun,
    { counts, toldCount }: { readonly counts: RightsCounts; readonly toldCount: number },
  ): Promise<WriteResult> {
    const { runId } = run;
    const finishedAt = this.#clock().toISOString();
    const done: RightsRun = { ...run, state: 'DONE', finishedAt, counts, toldCount };
    const closedCount = Object.values(counts.closed).reduce((sum, count) => sum + count, 0);
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...runKey(runId), ...done },
          ConditionExpression: '#state = :running',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':running': 'RUNNING' },
        },
      },
      {
        Update: {
          TableName: this.#table,
          Key: currentRunKey,
          UpdateExpression: 'REMOVE runId',
          ConditionExpression: 'runId = :runId',
          ExpressionAttributeValues: { ':runId': runId },
        },
      },
      {
        Put: {
          TableName: this.#table,
          Item: doneEventItem({
            type: 'rights.checked.v1',
            eventId: `${runId}#DONE`,
            occurredAt: finishedAt,
            runId,
            heldCount: counts.held,
            closedCount,
          }),
          ...isNew,
        },
      },
    ]);
    return result === 'applied' ? 'applied' : 'known';
  }

  async #get(key: {
    readonly pk: string;
    readonly sk: string;
  }): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return Item;
  }

  async *#query(
    pk: string,
    prefix: string,
    { newestFirst = false }: { readonly newestFirst?: boolean } = {},
  ): AsyncGenerator<Record<string, unknown>> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        ScanIndexForward: !newestFirst,
      },
    );
    for await (const { Items = [] } of pages) yield* Items;
  }
}
