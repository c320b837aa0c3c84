import { Temporal } from 'temporal-polyfill';
import type { DecisionRecord } from '../../contracts/decision-record.ts';
import type { EventFacts } from '../../contracts/event-facts.ts';
import type { ClaimEvent } from '../../contracts/events.ts';
import { dayInMorocco } from '../morocco-time.ts';
import { counterOn } from './counter-on.ts';
import { QUEUE, type Count } from './counts.ts';
import { longestDays } from './durations.ts';

const UNKNOWN_SCHEME = 'UNKNOWN';

/** Findings that say why a claim was not simply paid, by what became of it. */
const tellingKind = { referred: 'doubt', rejected: 'rejection', incomplete: 'missing' } as const;

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
      return [...countDecision(event, 'referred', facts, decision), ...queueMove(facts, 1)];
    case 'claim.incomplete.v1':
      return countDecision(event, 'incomplete', facts, decision);
    case 'payment.paid.v1': {
      const payments = counterOn(event.occurredAt, 'PAYMENTS');
      const scheme = facts.scheme ?? UNKNOWN_SCHEME;
      return [
        payments(`paid:${scheme}`),
        payments(`centimes:${scheme}`, facts.amountCentimes ?? 0),
        ...daysSinceDeposit(event.occurredAt, facts).map((days) => payments(`days:${days}`)),
      ];
    }
    case 'payment.returned.v1':
      return [counterOn(event.occurredAt, 'PAYMENTS')('returned')];
    case 'claim.corrected.v1':
      // It leaves the queue, and is decided again.
      return queueMove(facts, -1);
    case 'claim.drafted.v1':
    case 'claim.document-requested.v1':
    case 'payment.released.v1':
    case 'payment.accepted.v1':
    case 'payment.refused.v1':
    case 'payment.disputed.v1':
    case 'payment.settled.v1':
      return [];
  }
}

function countDecision(
  { occurredAt, channelId }: ClaimEvent,
  outcome: DecisionRecord['outcome'],
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
function reasons(
  outcome: DecisionRecord['outcome'],
  decision: DecisionRecord | undefined,
): readonly string[] {
  if (outcome === 'approved' || decision === undefined) return [];
  const kind = tellingKind[outcome === 'partly-approved' ? 'rejected' : outcome];
  return [...new Set(decision.findings.filter((finding) => finding.kind === kind).map(({ code }) => code))];
}

/** Whole days, without those in which a document was waited for; none where the day of the deposit is not known. */
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
