import type { ClaimSummary } from '../../../contexts/follow-up/api/follow-up.ts';
import { claimMachine } from '../../../contexts/claims/domain/states.ts';
import { readNumber } from '../../../contexts/follow-up/domain/typed-number.ts';
import { statesOf } from '../../../contexts/shared/state-machine.ts';
import type { components } from '../api/schema.d.ts';

export type ClaimState = ClaimSummary['state'];
export const claimStates: readonly ClaimState[] = statesOf(claimMachine);

export const searchKinds = ['number', 'day'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What stands in the fields of the search. */
export interface SearchInput {
  readonly kind: SearchKind;
  /** Any number that people hold. */
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly state: ClaimState | 'any';
  readonly channelId: string;
}

/** A search whose claims are answered in pages. */
export type ListedSearch = Extract<components['schemas']['SearchClaims'], { by: 'day' | 'insured' }>;

export const MOST_DAYS = 31;
const DAY_MILLISECONDS = 86_400_000;

/** @param today ISO date */
export const emptyInput = (today: string): SearchInput => ({
  kind: 'number',
  number: '',
  from: today,
  to: today,
  state: 'any',
  channelId: '',
});

/** Which field is not as it must be, by the key of the words that say so; empty where the search can be made. */
export function faultsOf(input: SearchInput): Partial<Record<keyof SearchInput, string>> {
  if (input.kind === 'day') return dayFaults(input);
  return readNumber(input.number).length === 0 ? { number: 'fault.number' } : {};
}

function dayFaults({ from, to }: SearchInput): Partial<Record<keyof SearchInput, string>> {
  if (from === '') return { from: 'fault.day' };
  if (to === '') return { to: 'fault.day' };
  if (to < from) return { to: 'fault.order' };
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS + 1;
  return days > MOST_DAYS ? { from: 'fault.tooManyDays' } : {};
}

/** The request of a search by day without faults. */
export function daysAsked({ from, to, state, channelId }: SearchInput): ListedSearch {
  const channel = channelId.trim().toLowerCase();
  return {
    ...{ by: 'day', from, to },
    ...(state !== 'any' && { state }),
    ...(channel !== '' && { channelId: channel }),
  };
}
