import * as z from 'zod';
import { wireItemSchema, type WireItem } from './item-size.ts';
import type { TableShape } from './capacity-units.ts';

/** Reads what DynamoDB's requests and answers say about items. */

export interface WrittenItem {
  readonly table: string;
  readonly key: WireItem;
}

export interface WriteRequest {
  readonly isTransactional: boolean;
  readonly items: readonly WrittenItem[];
  /** Items that the request brings whole. */
  readonly puts: readonly { readonly table: string; readonly item: WireItem }[];
}

export interface ReadAnswer {
  readonly table: string;
  readonly index: string | undefined;
  readonly isConsistent: boolean;
  readonly items: readonly WireItem[];
  /** Whether the items' sizes are added up (Query, Scan) or rounded one by one. */
  readonly isAddedUp: boolean;
  /** Items that were asked for and are not there. */
  readonly missingCount: number;
  /** An item, or a key, that tells what was looked for; undefined where a query found nothing. */
  readonly example: WireItem | undefined;
}

const keyed = z.object({ TableName: z.string(), Key: wireItemSchema });
const put = z.object({ TableName: z.string(), Item: wireItemSchema });
const actionSchema = z.object({
  Put: put.optional(),
  Update: keyed.optional(),
  Delete: keyed.optional(),
  ConditionCheck: keyed.optional(),
});
const transactSchema = z.object({ TransactItems: z.array(actionSchema) });
const getSchema = keyed.extend({
  ConsistentRead: z.boolean().default(false),
  ProjectionExpression: z.never({ error: 'a projection hides the size of the item' }).optional(),
});
const batchGetSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z.object({ Keys: z.array(wireItemSchema), ConsistentRead: z.boolean().default(false) }),
  ),
});
const querySchema = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  ConsistentRead: z.boolean().default(false),
  ProjectionExpression: z.never({ error: 'a projection hides the sizes of the items' }).optional(),
  FilterExpression: z.never({ error: 'a filter hides items that were read' }).optional(),
});
const getAnswerSchema = z.object({ Item: wireItemSchema.optional() });
const batchGetAnswerSchema = z.object({
  Responses: z.record(z.string(), z.array(wireItemSchema)).default({}),
});
const queryAnswerSchema = z.object({ Items: z.array(wireItemSchema).default([]) });

/** @returns undefined where the operation writes nothing */
export function writeRequestOf(
  operation: string,
  body: unknown,
  tables: ReadonlyMap<string, TableShape>,
): WriteRequest | undefined {
  switch (operation) {
    case 'PutItem':
      return requestOf(false, [{ Put: put.parse(body) }], tables);
    case 'UpdateItem':
      return requestOf(false, [{ Update: keyed.parse(body) }], tables);
    case 'DeleteItem':
      return requestOf(false, [{ Delete: keyed.parse(body) }], tables);
    case 'TransactWriteItems':
      return requestOf(true, transactSchema.parse(body).TransactItems, tables);
    default:
      return undefined;
  }
}

function requestOf(
  isTransactional: boolean,
  actions: readonly z.infer<typeof actionSchema>[],
  tables: ReadonlyMap<string, TableShape>,
): WriteRequest {
  const items = actions.map(({ Put, Update, Delete, ConditionCheck }): WrittenItem => {
    if (Put !== undefined)
      return { table: Put.TableName, key: keyOf(Put.Item, tableOf(Put.TableName, tables)) };
    const action = Update ?? Delete ?? ConditionCheck;
    if (action === undefined) throw new Error('A transaction holds an action that is not metered');
    return { table: action.TableName, key: action.Key };
  });
  const puts = actions.flatMap(({ Put }) =>
    Put === undefined ? [] : [{ table: Put.TableName, item: Put.Item }],
  );
  return { isTransactional, items, puts };
}

/**
 * @throws Error for an operation that is not known here: its units would be missing
 */
export function readAnswersOf(operation: string, body: unknown, answer: unknown): readonly ReadAnswer[] {
  switch (operation) {
    case 'GetItem': {
      const { TableName: table, Key: example, ConsistentRead: isConsistent } = getSchema.parse(body);
      const { Item } = getAnswerSchema.parse(answer);
      const items = Item === undefined ? [] : [Item];
      const missingCount = 1 - items.length;
      return [{ table, index: undefined, isConsistent, items, isAddedUp: false, missingCount, example }];
    }
    case 'BatchGetItem': {
      const { Responses } = batchGetAnswerSchema.parse(answer);
      return Object.entries(batchGetSchema.parse(body).RequestItems).map(
        ([table, { Keys, ConsistentRead: isConsistent }]) => {
          const items = Responses[table] ?? [];
          return {
            table,
            index: undefined,
            isConsistent,
            items,
            isAddedUp: false,
            missingCount: Keys.length - items.length,
            example: Keys[0],
          };
        },
      );
    }
    case 'Query':
    case 'Scan': {
      const { TableName: table, IndexName: index, ConsistentRead: isConsistent } = querySchema.parse(body);
      const { Items: items } = queryAnswerSchema.parse(answer);
      return [{ table, index, isConsistent, items, isAddedUp: true, missingCount: 0, example: items[0] }];
    }
    default:
      throw new Error(`An operation of DynamoDB that is not metered: ${operation}`);
  }
}

export function tableOf(name: string, tables: ReadonlyMap<string, TableShape>): TableShape {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`A call to a table that is not metered: ${name}`);
  return table;
}

function keyOf(item: WireItem, { keys }: TableShape): WireItem {
  const names = keys.sort === undefined ? [keys.partition] : [keys.partition, keys.sort];
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
}
