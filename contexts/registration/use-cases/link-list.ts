import type { LinkList } from '../records/work-messages.ts';
import type { LinkEngine, ListStore } from '../ports/lists.ts';

export interface LinkListDependencies {
  readonly lists: ListStore;
  readonly engine: LinkEngine;
}

export interface LinkedList {
  readonly outcome: 'linked' | 'past';
  /** Where it was linked now: the units its lines are in. */
  readonly unitCount?: number;
}

/**
 * Looks at all lines of a list together and cuts them into units. A run that was killed is done again from the start: the same
 * lines give the same units, and nobody reads them before the list says that they are there.
 * @throws Error when the list is not there (yet): the message is tried again
 */
export async function linkList(
  { listId }: LinkList,
  { lists, engine }: LinkListDependencies,
): Promise<LinkedList> {
  const list = await lists.find(listId);
  if (list === undefined) throw new Error('The list to link is not in the registry table');
  if (list.state !== 'LINKING') return { outcome: 'past' };
  const unitCount = await engine.link(list);
  const result = await lists.startRegistering(list, unitCount);
  return result === 'applied' ? { outcome: 'linked', unitCount } : { outcome: 'past' };
}
