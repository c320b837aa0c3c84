import type { ListEvent } from '#events';
import { listPlanSchema } from '../records/list-plan.ts';
import { listObjects, type List } from '../domain/lists/list.ts';
import type { ListObjects, ListQueues, ListStore } from '../ports/lists.ts';

export interface AdvanceListDependencies {
  readonly lists: ListStore;
  readonly objects: Pick<ListObjects, 'readText'>;
  readonly queues: ListQueues;
}

export type AdvanceListOutcome =
  'ranges-sent' | 'linking' | 'link-sent' | 'units-sent' | 'closing' | 'close-sent' | 'waiting' | 'past';

/**
 * The only coordinator of a list: turns what happened into the next work. It holds nothing itself: every decision is made of
 * the list's record as it is now, so an event that comes twice, late or out of order sends harmless work again or nothing.
 * @throws Error when the list or its plan is not there (yet): the event is tried again
 */
export async function advanceList(
  event: ListEvent,
  dependencies: AdvanceListDependencies,
): Promise<AdvanceListOutcome> {
  const list = await dependencies.lists.find(event.listId);
  if (list === undefined) throw new Error('The list is not in the registry table');
  switch (event.type) {
    case 'list.planned.v1':
      return list.state === 'VERIFYING' ? startVerifying(list, dependencies) : 'past';
    case 'list.range-verified.v1':
      return list.state === 'VERIFYING' ? linkWhenVerified(list, dependencies) : 'past';
    case 'list.verified.v1':
      if (list.state !== 'LINKING') return 'past';
      await dependencies.queues.linkList(list.listId);
      return 'link-sent';
    case 'list.linked.v1':
      return list.state === 'REGISTERING' ? startRegistering(list, dependencies) : 'past';
    case 'list.unit-registered.v1':
      return list.state === 'REGISTERING' ? closeWhenRegistered(list, dependencies) : 'past';
    case 'list.registered.v1':
      if (list.state !== 'CLOSING') return 'past';
      await dependencies.queues.closeList(list.listId);
      return 'close-sent';
    case 'list.received.v1':
    case 'list.refused.v1':
    case 'list.closed.v1':
      return 'past';
  }
}

async function startVerifying(
  list: List,
  dependencies: AdvanceListDependencies,
): Promise<AdvanceListOutcome> {
  // All of it may have been done before this event came (again).
  if (isVerified(list)) return linkWhenVerified(list, dependencies);
  const text = await dependencies.objects.readText(listObjects.plan(list.listId));
  if (text === undefined) throw new Error('The list has no plan');
  const { ranges } = listPlanSchema.parse(JSON.parse(text));
  await dependencies.queues.verifyRanges(list.listId, ranges);
  return 'ranges-sent';
}

async function linkWhenVerified(list: List, { lists }: AdvanceListDependencies): Promise<AdvanceListOutcome> {
  if (!isVerified(list)) return 'waiting';
  return (await lists.startLinking(list)) === 'applied' ? 'linking' : 'past';
}

async function startRegistering(
  list: List,
  dependencies: AdvanceListDependencies,
): Promise<AdvanceListOutcome> {
  if (isRegistered(list)) return closeWhenRegistered(list, dependencies);
  await dependencies.queues.registerUnits(list.listId, list.unitCount ?? 0);
  return 'units-sent';
}

async function closeWhenRegistered(
  list: List,
  { lists }: AdvanceListDependencies,
): Promise<AdvanceListOutcome> {
  if (!isRegistered(list)) return 'waiting';
  return (await lists.startClosing(list)) === 'applied' ? 'closing' : 'past';
}

const isVerified = ({ verifiedRangeCount, rangeCount }: List): boolean => verifiedRangeCount === rangeCount;
const isRegistered = ({ registeredUnitCount, unitCount }: List): boolean => registeredUnitCount === unitCount;
