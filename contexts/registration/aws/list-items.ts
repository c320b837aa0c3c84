import * as z from 'zod';
import { EVENT_PREFIX } from '#claims/aws';
import type { ListEvent } from '#events';
import { monthInMorocco } from '#shared';
import { listSchema, type List } from '../domain/lists/list.ts';

/** How the registry table keeps lists. Every read is parsed with these. */

/**
 * Ranges and units of a list end at the same time on many machines: each is counted on one of so many items, so that they do not
 * wait for each other. Together they are the list's counters.
 */
export const COUNT_SHARDS = 10;

export const LIST_SORT_KEY = 'LIST';
const COUNT_PREFIX = `${LIST_SORT_KEY}#COUNT#`;

export const listKey = (listId: string) => ({ pk: `LIST#${listId}`, sk: LIST_SORT_KEY });
export const countKey = (listId: string, number: number) => ({
  pk: listKey(listId).pk,
  sk: `${COUNT_PREFIX}${number % COUNT_SHARDS}`,
});
/** That a range or unit was counted. */
export const doneKey = (listId: string, phase: ListPhase, number: number) => ({
  pk: listKey(listId).pk,
  sk: `DONE#${phase}#${number}`,
});
export const listContentKey = (sha256: string) => ({ pk: `LISTCONTENT#${sha256}`, sk: 'CONTENT' });
export const monthPk = (month: string) => `LISTS#${month}`;
export const monthKey = ({ receivedAt, listId }: Pick<List, 'receivedAt' | 'listId'>) => ({
  pk: monthPk(monthInMorocco(new Date(receivedAt))),
  sk: `${receivedAt}#${listId}`,
});

export type ListPhase = 'VERIFY' | 'REGISTER';

/** Counters are items of their own; the list's item never has them. */
const COUNTERS = [
  'verifiedRangeCount',
  'verifiedLineCount',
  'registeredUnitCount',
  'registeredLineCount',
] as const;
export type ListCounter = (typeof COUNTERS)[number];

export const listItemSchema = listSchema;
const counterSchema = z.int().min(0).default(0);
const countItemSchema = z.object({
  sk: z.string().startsWith(COUNT_PREFIX),
  verifiedRangeCount: counterSchema,
  verifiedLineCount: counterSchema,
  registeredUnitCount: counterSchema,
  registeredLineCount: counterSchema,
});
const sortKeySchema = z.object({ sk: z.string() });
export const monthItemSchema = z.object({ listId: z.string() });
export const listContentItemSchema = z.object({ listId: z.string() });

export function toListItem(list: List): Record<string, unknown> {
  const item: Record<string, unknown> = { ...listKey(list.listId), ...list };
  for (const counter of COUNTERS) Reflect.deleteProperty(item, counter);
  return item;
}

/** Puts a list together from its item and those of its counters. */
export function parseList(items: readonly unknown[]): List | undefined {
  const listItem = items.find((item) => sortKeySchema.parse(item).sk === LIST_SORT_KEY);
  if (listItem === undefined) return undefined;
  const list = listItemSchema.parse(listItem);
  const counts = items.filter((item) => item !== listItem).map((item) => countItemSchema.parse(item));
  const sumOf = (counter: ListCounter): number => counts.reduce((sum, count) => sum + count[counter], 0);
  return {
    ...list,
    verifiedRangeCount: sumOf('verifiedRangeCount'),
    verifiedLineCount: sumOf('verifiedLineCount'),
    registeredUnitCount: sumOf('registeredUnitCount'),
    registeredLineCount: sumOf('registeredLineCount'),
  };
}

/** The event that a range or unit was done: it changes no state, so it has no version of the list. */
export function doneEventItem(
  listId: string,
  phase: ListPhase,
  number: number,
  event: ListEvent,
): Record<string, unknown> {
  return { pk: listKey(listId).pk, sk: `${EVENT_PREFIX}${phase}#${number}`, event };
}
