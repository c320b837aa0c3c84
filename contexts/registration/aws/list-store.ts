import { GetCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { eventItem } from '#claims/aws';
import type { ListEvent } from '#events';
import type { Clock, WriteResult } from '#shared';
import { isNew, mayMoveTo, type TransactItems, transactWrite } from '#shared/aws';
import { listMachine } from '../domain/lists/list-states.ts';
import type { LineRange, List, ListRefusal } from '../domain/lists/list.ts';
import type { ListStore, PlannedFacts } from '../ports/lists.ts';
import {
  countKey,
  doneEventItem,
  doneKey,
  LIST_SORT_KEY,
  listContentItemSchema,
  listContentKey,
  listKey,
  monthItemSchema,
  monthKey,
  monthPk,
  parseList,
  toListItem,
  type ListCounter,
  type ListPhase,
} from './list-items.ts';

const CONCURRENT_READS = 10;

type Stamp = Pick<ListEvent, 'eventId' | 'occurredAt' | 'listId' | 'source' | 'isDryRun'>;

/** The lists part of the registry table. */
export class DynamoListStore implements ListStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async find(listId: string): Promise<List | undefined> {
    const items: unknown[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :list AND begins_with(sk, :own)',
        ExpressionAttributeValues: { ':list': listKey(listId).pk, ':own': LIST_SORT_KEY },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) items.push(...Items);
    return parseList(items);
  }

  async listByMonth(month: string): Promise<readonly List[]> {
    const listIds: string[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :month',
        ExpressionAttributeValues: { ':month': monthPk(month) },
        ScanIndexForward: false,
      },
    );
    for await (const { Items = [] } of pages)
      listIds.push(...Items.map((item) => monthItemSchema.parse(item).listId));
    const lists = await pMap(listIds, (listId) => this.find(listId), { concurrency: CONCURRENT_READS });
    return lists.filter((list) => list !== undefined);
  }

  async receive(list: List): Promise<WriteResult> {
    const result = await transactWrite(this.#client, [
      { Put: { TableName: this.#table, Item: toListItem(list), ...isNew } },
      { Put: { TableName: this.#table, Item: { ...monthKey(list), listId: list.listId } } },
      this.#putEvent(list, { type: 'list.received.v1', ...this.#stamp(list) }),
    ]);
    return result === 'applied' ? 'applied' : 'known';
  }

  async refuse(list: List, refusal: ListRefusal, detail: string | undefined): Promise<WriteResult> {
    const next: List = { ...this.#moved(list, 'REFUSED'), refusal, refusalDetail: detail };
    return this.#move(list, next, { type: 'list.refused.v1', ...this.#stamp(next), reason: refusal });
  }

  async plan(list: List, found: PlannedFacts): Promise<WriteResult | { readonly knownAs: string }> {
    const { listId, isDryRun } = list;
    const { contentSha256, lineCount, rangeCount } = found;
    const next: List = { ...this.#moved(list, 'VERIFYING'), ...found };
    const knownAs = await this.#listOfContent(contentSha256);
    if (knownAs !== undefined && knownAs !== listId) return { knownAs };
    const claim: TransactItems = [
      {
        Put: {
          TableName: this.#table,
          Item: { ...listContentKey(contentSha256), listId },
          ConditionExpression: 'attribute_not_exists(pk) OR listId = :list',
          ExpressionAttributeValues: { ':list': listId },
        },
      },
    ];
    const event: ListEvent = { type: 'list.planned.v1', ...this.#stamp(next), lineCount, rangeCount };
    const result = await this.#move(list, next, event, isDryRun ? [] : claim);
    if (result !== 'refused') return result;
    const takenBy = await this.#listOfContent(contentSha256);
    return takenBy === undefined || takenBy === listId ? result : { knownAs: takenBy };
  }

  async countVerifiedRange(
    list: List,
    { number: range, lineCount }: Pick<LineRange, 'number' | 'lineCount'>,
  ): Promise<List> {
    const stamp = this.#stamp(list, `VERIFY#${range}`);
    return this.#countOnce(list, 'VERIFY', range, {
      event: { type: 'list.range-verified.v1', ...stamp, range, lineCount },
      add: { verifiedRangeCount: 1, verifiedLineCount: lineCount },
    });
  }

  async startLinking(list: List): Promise<WriteResult> {
    const next = this.#moved(list, 'LINKING');
    return this.#move(list, next, { type: 'list.verified.v1', ...this.#stamp(next) });
  }

  async startRegistering(list: List, unitCount: number): Promise<WriteResult> {
    const next: List = { ...this.#moved(list, 'REGISTERING'), unitCount };
    return this.#move(list, next, { type: 'list.linked.v1', ...this.#stamp(next), unitCount });
  }

  async countRegisteredUnit(list: List, unit: number, lineCount: number): Promise<List> {
    const stamp = this.#stamp(list, `REGISTER#${unit}`);
    return this.#countOnce(list, 'REGISTER', unit, {
      event: { type: 'list.unit-registered.v1', ...stamp, unit, lineCount },
      add: { registeredUnitCount: 1, registeredLineCount: lineCount },
    });
  }

  async startClosing(list: List): Promise<WriteResult> {
    const next = this.#moved(list, 'CLOSING');
    return this.#move(list, next, { type: 'list.registered.v1', ...this.#stamp(next) });
  }

  async close(list: List, counts: Readonly<Record<string, number>>): Promise<WriteResult> {
    const next = this.#moved(list, 'CLOSED');
    const lineCount = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const closed: List = { ...next, closedAt: next.stateSince, counts: { ...counts } };
    return this.#move(list, closed, { type: 'list.closed.v1', ...this.#stamp(next), lineCount });
  }

  #moved(list: List, state: List['state']): List {
    return { ...list, state, version: list.version + 1, stateSince: this.#clock().toISOString() };
  }

  #stamp({ listId, source, isDryRun, version }: List, change = String(version)): Stamp {
    return {
      eventId: `${listId}#${change}`,
      occurredAt: this.#clock().toISOString(),
      listId,
      source,
      isDryRun,
    };
  }

  #putEvent(list: List, event: ListEvent): TransactItems[number] {
    return { Put: { TableName: this.#table, Item: eventItem(listKey(list.listId), list.version, event) } };
  }

  async #move(from: List, to: List, event: ListEvent, more: TransactItems = []): Promise<WriteResult> {
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: toListItem(to),
          ...mayMoveTo(listMachine, to.state, from.version),
        },
      },
      this.#putEvent(to, event),
      ...more,
    ]);
    if (result === 'applied') return 'applied';
    return (await this.find(to.listId))?.state === to.state ? 'known' : 'refused';
  }

  /**
   * The marker alone makes it once. The state need not be asked: a list only leaves the phase when all of its numbers have
   * their markers, and asking would make all workers of a list wait for one item.
   */
  async #countOnce(
    { listId }: List,
    phase: ListPhase,
    number: number,
    {
      event,
      add,
    }: { readonly event: ListEvent; readonly add: Readonly<Partial<Record<ListCounter, number>>> },
  ): Promise<List> {
    const counters = Object.entries(add);
    await transactWrite(this.#client, [
      { Put: { TableName: this.#table, Item: doneKey(listId, phase, number), ...isNew } },
      {
        Update: {
          TableName: this.#table,
          Key: countKey(listId, number),
          UpdateExpression: `ADD ${counters.map(([counter]) => `${counter} :${counter}`).join(', ')}`,
          ExpressionAttributeValues: Object.fromEntries(counters.map(([name, by]) => [`:${name}`, by])),
        },
      },
      { Put: { TableName: this.#table, Item: doneEventItem(listId, phase, number, event) } },
    ]);
    const after = await this.find(listId);
    if (after === undefined) throw new Error('The list that was counted on is not in the registry table');
    return after;
  }

  async #listOfContent(sha256: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: listContentKey(sha256), ConsistentRead: true }),
    );
    return Item && listContentItemSchema.parse(Item).listId;
  }
}
