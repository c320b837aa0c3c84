import { Temporal } from 'temporal-polyfill';
import type { DecisionRecord } from '#claims';
import type { ClaimEvent, EventFacts } from '#events';
import { dayInMorocco } from '#shared';
import { counterOn } from './counter-on.ts';
import { orderCount } from './count-orders.ts';
import { QUEUE, type Count } from './counts.ts';
import { longestDays } from './durations.ts';

const UNKNOWN_SCHEME = 'UNKNOWN';

/** Findings that say why a claim was not simply paid, by what became of it. */
const tellingKind = { referred: 'doubt', rejected: 'rejection', incomplete: 'missing' } as const;

/** A claim of which lines wait is counted among those that do. */
type CountedOutcome = Exclude<DecisionRecord['outcome'], 'partly-referred'>;

/** What happened to a claim or to its payment. */
export function countClaimEvent(
  event: ClaimEvent,
  facts: EventFacts,
  decision: DecisionRecord | undefined,
): readonly Count[] {
  switch (event.type) {
    case 'claim.approved.v1':
      return countDecision(event, 'approved', facts, decision);
    case 'claim.partly-approved.v1':
      return countDecision(event, 'partly-approved', facts, decision);
    case 'claim.rejected.v1':
      return countDecision(event, 'rejected', facts, decision);
    case 'claim.referred.v1':
    case 'claim.partly-referred.v1':
      // Somebody has to look at it all the same; what is paid of it is counted where it is paid.
      return [...countDecision(event, 'referred', facts, decision), ...queueMove(facts, 1)];
    case 'claim.incomplete.v1':
      return countDecision(event, 'incomplete', facts, decision);
    case 'payment.paid.v1':
      return [...countPaid(event, facts), ...movedOrders(facts)];
    case 'payment.settled.v1':
      // What the bank had called paid before it contradicted itself was counted then.
      return [
        ...(event.as === 'paid' && facts.isKnownPaid !== true ? countPaid(event, facts) : []),
        ...movedOrders(facts),
      ];
    case 'payment.returned.v1':
      return [counterOn(event.occurredAt, 'PAYMENTS')('returned'), ...movedOrders(facts)];
    case 'payment.accepted.v1':
    case 'payment.refused.v1':
    case 'payment.disputed.v1':
      return movedOrders(facts);
    case 'claim.corrected.v1':
      // It leaves the queue, and is decided again.
      return queueMove(facts, -1);
    case 'claim.reopened.v1':
      return queueMove(facts, 1);
    case 'claim.drafted.v1':
    case 'claim.document-requested.v1':
    case 'payment.released.v1':
      return [];
  }
}

function countPaid({ occurredAt }: ClaimEvent, facts: EventFacts): readonly Count[] {
  const payments = counterOn(occurredAt, 'PAYMENTS');
  const scheme = facts.scheme ?? UNKNOWN_SCHEME;
  return [
    payments(`paid:${scheme}`),
    payments(`centimes:${scheme}`, facts.amountCentimes ?? 0),
    ...(facts.payee === undefined
      ? []
      : [payments(`to:${facts.payee}`), payments(`toCentimes:${facts.payee}`, facts.amountCentimes ?? 0)]),
    ...daysSinceDeposit(occurredAt, facts).map((days) => payments(`days:${days}`)),
  ];
}

/** What became of orders stands on the day they left, so that each of them is in one place and they always add up. */
function movedOrders({ orderMoves = [] }: EventFacts): readonly Count[] {
  return orderMoves.flatMap(({ orderedOn, from, to }) => [
    orderCount(orderedOn, from, -1),
    orderCount(orderedOn, to, 1),
  ]);
}

function countDecision(
  { occurredAt, channelId }: ClaimEvent,
  outcome: CountedOutcome,
  facts: EventFacts,
  decision: DecisionRecord | undefined,
): readonly Count[] {
  const claims = counterOn(occurredAt, 'CLAIMS');
  const scheme = facts.scheme ?? UNKNOWN_SCHEME;
  const isFinal = outcome !== 'referred' && outcome !== 'incomplete';
  return [
    claims(`${facts.isFirstDecision === true ? 'first' : 'again'}:${outcome}`),
    claims(`of:${scheme}:${outcome}`),
    // A claim is counted for its channel once, however often it is decided.
    ...(facts.isFirstDecision === true
      ? [counterOn(occurredAt, `CHANNEL#${channelId}`)(`claims:${scheme}`)]
      : []),
    ...reasons(outcome, decision).map((code) => claims(`because:${outcome}:${code}`)),
    ...(isFinal ? daysSinceDeposit(occurredAt, facts).map((days) => claims(`days:${days}`)) : []),
  ];
}

/** Each reason once a claim, however many of its lines it is about. */
function reasons(outcome: CountedOutcome, decision: DecisionRecord | undefined): readonly string[] {
  if (outcome === 'approved' || decision === undefined) return [];
  const kind = tellingKind[outcome === 'partly-approved' ? 'rejected' : outcome];
  return [...new Set(decision.findings.filter((finding) => finding.kind === kind).map(({ code }) => code))];
}

/** Whole days, without those in which a document was waited for; none where the day of submission is not known. */
function daysSinceDeposit(
  instant: string,
  { depositDate, suspendedDays = 0 }: EventFacts,
): readonly number[] {
  if (depositDate === undefined) return [];
  const day = Temporal.PlainDate.from(dayInMorocco(new Date(instant)));
  const days = Temporal.PlainDate.from(depositDate).until(day).days - suspendedDays;
  return [Math.min(Math.max(days, 0), longestDays)];
}

function queueMove({ depositDate }: EventFacts, by: number): readonly Count[] {
  return depositDate === undefined ? [] : [{ place: { of: QUEUE, part: depositDate }, counter: 'open', by }];
}
