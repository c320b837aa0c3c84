import type { ClaimSummary } from '../../../contexts/follow-up/api/follow-up.ts';
import { claimMachine } from '../../../contexts/claims/domain/states.ts';
import { statesOf } from '../../../contexts/shared/state-machine.ts';
import type { components } from '../api/schema.d.ts';

export type ClaimState = ClaimSummary['state'];
export const claimStates: readonly ClaimState[] = statesOf(claimMachine);

export const searchKinds = ['reference', 'insured', 'cin', 'day'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What stands in the fields of the search. */
export interface SearchInput {
  readonly kind: SearchKind;
  readonly reference: string;
  readonly registrationNumber: string;
  readonly cin: string;
  readonly from: string;
  readonly to: string;
  readonly state: ClaimState | 'any';
  readonly channelId: string;
}

type Schemas = components['schemas'];

/** What is asked of the API. */
export type Asked =
  | { readonly operation: 'search'; readonly body: Schemas['SearchClaims'] }
  | { readonly operation: 'find-by-cin'; readonly body: Schemas['FindByCin'] };

export const MOST_DAYS = 31;
const DAY_MILLISECONDS = 86_400_000;

/** @param today ISO date */
export const emptyInput = (today: string): SearchInput => ({
  kind: 'reference',
  reference: '',
  registrationNumber: '',
  cin: '',
  from: today,
  to: today,
  state: 'any',
  channelId: '',
});

/** Which field is not as it must be, by the key of the words that say so; empty where the search can be made. */
export function faultsOf(input: SearchInput): Partial<Record<keyof SearchInput, string>> {
  switch (input.kind) {
    case 'reference':
      return input.reference.trim() === '' ? { reference: 'fault.reference' } : {};
    case 'insured':
      return /^\d{9}$/.test(compact(input.registrationNumber))
        ? {}
        : { registrationNumber: 'fault.registrationNumber' };
    case 'cin':
      return /^[A-Z]{1,2}\d{1,6}$/.test(compact(input.cin)) ? {} : { cin: 'fault.cin' };
    case 'day':
      return dayFaults(input);
  }
}

function dayFaults({ from, to }: SearchInput): Partial<Record<keyof SearchInput, string>> {
  if (from === '') return { from: 'fault.day' };
  if (to === '') return { to: 'fault.day' };
  if (to < from) return { to: 'fault.order' };
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS + 1;
  return days > MOST_DAYS ? { from: 'fault.tooManyDays' } : {};
}

/**
 * The request of a search without faults. A reference with the number of a form behind it is a claim, else a receipt.
 * @param cursor where the page begins
 */
export function askedOf(input: SearchInput, cursor?: string): Asked {
  const place = cursor === undefined ? {} : { cursor };
  switch (input.kind) {
    case 'reference': {
      const reference = input.reference.trim();
      const isClaim = /^.{16,}-\d{1,3}$/.test(reference);
      return {
        operation: 'search',
        body: isClaim ? { by: 'claim', claimId: reference } : { by: 'receipt', receipt: reference },
      };
    }
    case 'insured':
      return {
        operation: 'search',
        body: { by: 'insured', registrationNumber: compact(input.registrationNumber), ...place },
      };
    case 'cin':
      return { operation: 'find-by-cin', body: { cin: compact(input.cin), ...place } };
    case 'day': {
      const { from, to, state, channelId } = input;
      const channel = channelId.trim().toLowerCase();
      return {
        operation: 'search',
        body: {
          ...{ by: 'day', from, to },
          ...(state !== 'any' && { state }),
          ...(channel !== '' && { channelId: channel }),
          ...place,
        },
      };
    }
  }
}

const compact = (text: string): string => text.replace(/\s/g, '').toUpperCase();
