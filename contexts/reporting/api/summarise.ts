import type { DayFigures, Figures, RegistrationFigures } from './figures.ts';
import { targetDaysOn } from '../domain/dated-data.ts';
import {
  countersByName,
  countersOf,
  type Counters,
  type DayCounters,
  type KeptFigures,
} from '../domain/kept-figures.ts';
import {
  channelFigures,
  orderFigures,
  payeeFigures,
  reasonFigures,
  schemeFigures,
  schemeOf,
} from './summarise-claims.ts';
import { costFigures } from './summarise-cost.ts';
import { durationFigures, queueFigures } from './summarise-durations.ts';
import { agreementPercent, reviewerFigures } from './summarise-reviewers.ts';
import { percentOf } from '../domain/percent-of.ts';

/** Outcomes that the rules reach without a person. */
const STRAIGHT = ['approved', 'partly-approved', 'rejected'] as const;

export interface FigureSources {
  readonly from: string;
  readonly to: string;
  /** In order, without gaps. */
  readonly days: readonly DayCounters[];
  readonly queue: readonly KeptFigures[];
  /** ISO date: ages in the queue are told as of it. */
  readonly today: string;
  /** Who sent a list; lists that are not in it have no source. */
  readonly sourceOfList: ReadonlyMap<string, string>;
}

/** Figures of some days as managers read them, from what was counted on each. */
export function summarise({ from, to, days, queue, today, sourceOfList }: FigureSources): Figures {
  const files = countersOf(days, 'FILES');
  const claims = countersOf(days, 'CLAIMS');
  const payments = countersOf(days, 'PAYMENTS');
  const review = countersOf(days, 'REVIEW');
  const registration = countersOf(days, 'REGISTRATION');
  const targetDays = targetDaysOn(to);
  const instants = [...days.flatMap(({ parts }) => parts), ...queue].map(({ countedAt }) => countedAt);
  return {
    from,
    to,
    countedAt: instants.toSorted().at(-1),
    days: days.map(dayFigures),
    orders: orderFigures(days),
    channels: channelFigures(countersByName(days, 'CHANNEL#')),
    schemes: schemeFigures(claims, payments),
    payees: payeeFigures(payments),
    targetDays,
    toDecision: durationFigures(claims, targetDays),
    toMoney: durationFigures(payments, targetDays),
    straightThroughPercent: percentOf(straightThrough(claims), claims.sumOf('first:')),
    reasons: reasonFigures(claims, files),
    queue: queueFigures(queue, today),
    reviewers: reviewerFigures(countersByName(days, 'REVIEWER#')),
    agreementPercent: agreementPercent(review),
    cost: costFigures({
      day: to,
      claims: claims.sumOf('first:'),
      files: files.of('accepted'),
      pages: files.of('pages'),
      smsParts: countersOf(days, 'MESSAGES').of('parts'),
    }),
    registrations: registrationFigures(registration, sourceOfList),
    coveragesOpened: registration.sumOf('opened:'),
    coveragesClosed: registration.sumOf('closed:'),
  };
}

function dayFigures(counted: DayCounters): DayFigures {
  const part = (name: string): Counters => countersOf([counted], name);
  const files = part('FILES');
  const claims = part('CLAIMS');
  const payments = part('PAYMENTS');
  return {
    day: counted.day,
    filesAccepted: files.of('accepted'),
    filesDuplicate: files.of('duplicate'),
    filesQuarantined: files.of('quarantined'),
    pages: files.of('pages'),
    claimsDecided: claims.sumOf('first:'),
    straightThrough: straightThrough(claims),
    referred: claims.of('first:referred') + claims.of('again:referred'),
    paymentsMade: payments.sumOf('paid:'),
    paidCentimes: payments.sumOf('centimes:'),
    registered: part('REGISTRATION').sumOf('list:'),
  };
}

function straightThrough(claims: Counters): number {
  return STRAIGHT.reduce((sum, outcome) => sum + claims.of(`first:${outcome}`), 0);
}

/** Lists whose persons were registered in these days. */
export function listIdsOf(days: readonly DayCounters[]): readonly string[] {
  const named = countersOf(days, 'REGISTRATION').startingWith('list:');
  return [...new Set(named.map(([name]) => listOf(name).listId))];
}

function registrationFigures(
  registration: Counters,
  sourceOfList: ReadonlyMap<string, string>,
): RegistrationFigures[] {
  const sums = new Map<string, RegistrationFigures>();
  for (const [name, count] of registration.startingWith('list:')) {
    const { listId, scheme } = listOf(name);
    const source = sourceOfList.get(listId) ?? 'unknown';
    const key = `${source} ${scheme}`;
    sums.set(key, {
      source,
      scheme: schemeOf(scheme),
      count: (sums.get(key)?.count ?? 0) + count,
    });
  }
  return [...sums.values()].toSorted((one, other) => other.count - one.count);
}

function listOf(name: string): { readonly listId: string; readonly scheme: string } {
  const [listId = '', scheme = ''] = name.split(':');
  return { listId, scheme };
}
