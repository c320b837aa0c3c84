import { GetCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Clock } from '#shared';
import { transactWrite } from '#shared/aws';
import { QUEUE, type FigurePlace, type Sum } from '../domain/counts.ts';
import type { KeptFigures } from '../domain/kept-figures.ts';
import type { FigureCounters, FiguresReader } from '../ports.ts';

/** Counters are attributes of their own, so that each is added to without being read. */
const COUNTER_PREFIX = 'n_';

const markSchema = z.object({ until: z.string() });
const keySchema = z.object({ sk: z.string(), countedAt: z.string() });

/** The figures table: a partition for each day, one for the queue, and how far each shard of a stream is counted. */
export class DynamoFigures implements FigureCounters, FiguresReader {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async countedUntil(shard: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: markKey(shard), ConsistentRead: true }),
    );
    return Item && markSchema.parse(Item).until;
  }

  async add(
    shard: string,
    from: string | undefined,
    until: string,
    sums: readonly Sum[],
  ): Promise<'applied' | 'refused'> {
    const countedAt = this.#clock().toISOString();
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...markKey(shard), until, countedAt },
          ...(from === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#until = :from',
                ExpressionAttributeNames: { '#until': 'until' },
                ExpressionAttributeValues: { ':from': from },
              }),
        },
      },
      ...sums.map((sum) => ({ Update: { TableName: this.#table, ...additionOf(sum, countedAt) } })),
    ]);
    return result === 'applied' ? 'applied' : 'refused';
  }

  async ofDay(day: string): Promise<readonly KeptFigures[]> {
    return this.#query('pk = :pk', { ':pk': partitionOf(day) });
  }

  async queue(since: string): Promise<readonly KeptFigures[]> {
    return this.#query('pk = :pk AND sk >= :since', { ':pk': partitionOf(QUEUE), ':since': since });
  }

  async #query(condition: string, values: Record<string, string>): Promise<readonly KeptFigures[]> {
    const kept: KeptFigures[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      { TableName: this.#table, KeyConditionExpression: condition, ExpressionAttributeValues: values },
    );
    for await (const { Items = [] } of pages) kept.push(...Items.map(keptFiguresOf));
    return kept;
  }
}

const markKey = (shard: string) => ({ pk: `SHARD#${shard}`, sk: 'MARK' });
const partitionOf = (of: string): string => (of === QUEUE ? QUEUE : `DAY#${of}`);
const figuresKey = ({ of, part }: FigurePlace) => ({ pk: partitionOf(of), sk: part });

function additionOf({ place, counters }: Sum, countedAt: string) {
  const entries = [...counters];
  return {
    Key: figuresKey(place),
    UpdateExpression: `SET countedAt = :now ADD ${entries.map((_, index) => `#c${index} :c${index}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(
      entries.map(([counter], index) => [`#c${index}`, `${COUNTER_PREFIX}${counter}`]),
    ),
    ExpressionAttributeValues: {
      ':now': countedAt,
      ...Object.fromEntries(entries.map(([, by], index) => [`:c${index}`, by])),
    },
  };
}

function keptFiguresOf(item: Record<string, unknown>): KeptFigures {
  const { sk, countedAt } = keySchema.parse(item);
  const counters = new Map(
    Object.entries(item)
      .filter(([name]) => name.startsWith(COUNTER_PREFIX))
      .map(([name, value]) => [name.slice(COUNTER_PREFIX.length), z.int().parse(value)]),
  );
  return { part: sk, counters, countedAt };
}
