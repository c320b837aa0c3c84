import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Claim, claimMachine, type ClaimState } from '#claims';
import { stateOf, statesOf } from '#shared';
import type { ClaimSearch } from '../ports.ts';

/** Lists that one request looks into at most: days without claims are passed over, but not without end. */
const MOST_LISTS = 12;

/** Where a walk goes on: in the list of a day and a state, after one of its claims. */
export const walkPlaceSchema = z.object({
  day: z.iso.date(),
  state: stateOf(claimMachine),
  after: z.string().max(100).optional(),
});
export type WalkPlace = z.infer<typeof walkPlaceSchema>;

export interface Walk {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly state?: ClaimState | undefined;
  readonly channelId?: string | undefined;
  readonly limit: number;
  /** Where the walk before stopped. */
  readonly place?: WalkPlace | undefined;
}

/**
 * Claims of some days, newest day first, within a day by state, then channel. Each call looks into a few lists of a day and a
 * state, whatever the table holds.
 */
export async function walkDays(
  walk: Walk,
  search: Pick<ClaimSearch, 'listOfDay'>,
): Promise<{ readonly claims: readonly Claim[]; readonly place?: WalkPlace | undefined }> {
  const claims: Claim[] = [];
  let place: WalkPlace | undefined = firstPlace(walk);
  for (
    let looked = 0;
    looked < MOST_LISTS && place !== undefined && claims.length < walk.limit;
    looked += 1
  ) {
    const { state, day, after }: WalkPlace = place;
    const page = await search.listOfDay(
      { state, day, channelId: walk.channelId },
      { limit: walk.limit - claims.length, after },
    );
    claims.push(...page.claims);
    place = page.next === undefined ? nextPlace(walk, { state, day }) : { state, day, after: page.next };
  }
  return { claims, place };
}

/** A place outside what is searched for is one of another search, and counts as none. */
function firstPlace({ from, to, state, place }: Walk): WalkPlace | undefined {
  const isInside = place !== undefined && from <= place.day && place.day <= to;
  if (isInside && (state === undefined || place.state === state)) return place;
  const first = state ?? statesOf(claimMachine)[0];
  return first && { day: to, state: first };
}

function nextPlace({ from, state }: Walk, { state: done, day }: WalkPlace): WalkPlace | undefined {
  const states = state === undefined ? statesOf(claimMachine) : [state];
  const next = states[states.indexOf(done) + 1];
  if (next !== undefined) return { day, state: next };
  const dayBefore = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  const first = states[0];
  return dayBefore < from || first === undefined ? undefined : { day: dayBefore, state: first };
}
