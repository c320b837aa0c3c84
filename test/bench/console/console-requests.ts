import type { ConsoleRequest } from './console-caller.ts';
import { cinOf, dayOf, registrationNumberOf } from './console-claims.ts';

/** What is asked for in turn, so that no two requests read the same items. */
export interface Asked {
  readonly today: string;
  /** Claims that have their whole history. */
  readonly settled: readonly string[];
  /** Claims that are in the table at both sizes. */
  readonly claims: number;
  /** People with a CIN. */
  readonly people: number;
}

export interface Question {
  /** What is measured, as the figures name it. */
  readonly name: string;
  readonly ask: (turn: number, asked: Asked) => ConsoleRequest;
}

const search = (body: object): ConsoleRequest => ({
  method: 'POST',
  path: '/api/console/claims/search',
  body,
});

const pick = <Value>(values: readonly Value[], turn: number): Value | undefined =>
  values[turn % values.length];

/** Days of a search by channel: enough to fill a page in the small table too. */
const DAYS_SEARCHED = 3;
const GROUPS = ['identity', 'coverage', 'acts', 'amounts'] as const;

/** The requests of a reviewer's day. */
export const questions: readonly Question[] = [
  { name: 'queue by age', ask: () => ({ method: 'GET', path: '/api/console/queue' }) },
  { name: 'queue by amount', ask: () => ({ method: 'GET', path: '/api/console/queue?order=amount' }) },
  {
    name: 'queue of one group',
    ask: (turn) => ({ method: 'GET', path: `/api/console/queue?group=${pick(GROUPS, turn) ?? ''}` }),
  },
  {
    name: 'search by day and state',
    ask: (turn, { today }) => {
      const day = dayOf(turn * 7, today);
      return search({ by: 'day', from: day, to: day, state: 'APPROVED' });
    },
  },
  {
    name: 'search by day and channel',
    ask: (turn, { today }) => {
      const [to, from] = [dayOf(turn * 7, today), dayOf(turn * 7 + DAYS_SEARCHED - 1, today)];
      return search({ by: 'day', from: from < to ? from : to, to, channelId: 'agency-fes-01' });
    },
  },
  {
    name: 'search by insured',
    ask: (turn, { claims }) =>
      search({ by: 'insured', registrationNumber: registrationNumberOf((turn * 37) % claims) }),
  },
  {
    name: 'search by receipt',
    ask: (turn, { settled }) =>
      search({ by: 'receipt', receipt: (pick(settled, turn) ?? '').replace(/-\d+$/, '') }),
  },
  {
    name: 'find by CIN',
    ask: (turn, { people }) => ({
      method: 'POST',
      path: '/api/console/claims/find-by-cin',
      body: { cin: cinOf(turn % people) },
    }),
  },
  {
    name: 'claim',
    ask: (turn, { settled }) => ({ method: 'GET', path: `/api/console/claims/${pick(settled, turn) ?? ''}` }),
  },
];
