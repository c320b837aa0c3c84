import type { ReasonGroup, ReviewState } from '../../../../contexts/review/records/review-words.ts';
import { reasonGroups, reviewStates } from '../../../../contexts/review/domain/review-names.ts';

/** What of the queue is shown; stands in the address, so that coming back finds it as it was. */
export interface QueueSearch {
  readonly group?: ReasonGroup;
  readonly state?: Exclude<ReviewState, 'CLOSED'>;
  readonly order?: 'age' | 'amount';
}

export const openStates = reviewStates.filter((state) => state !== 'CLOSED');

/** Reads the address; what it does not know is left out. */
export function queueSearchOf(search: Record<string, unknown>): QueueSearch {
  const group = reasonGroups.find((known) => known === search['group']);
  const state = openStates.find((known) => known === search['state']);
  return {
    ...(group !== undefined && { group }),
    ...(state !== undefined && { state }),
    ...(search['order'] === 'amount' && { order: 'amount' as const }),
  };
}
