import { describe, expect, it } from 'vitest';
import type { ClaimEvent } from '../../../../contexts/events/events.ts';
import type { EventFacts } from '../../../../contexts/events/event-facts.ts';
import type { DecisionRecord } from '../../../../contexts/claims/records/decision-record.ts';
import { countsOf } from '../../../../contexts/reporting/domain/count-change.ts';
import type { CountedChange } from '../../../../contexts/reporting/domain/counted-change.ts';

/** `<day> <part> <counter>` and by how much. */
const counted = (change: CountedChange): Record<string, number> =>
  Object.fromEntries(
    countsOf(change).map(({ place, counter, by }) => [`${place.of} ${place.part} ${counter}`, by]),
  );

const decided = (
  type: 'claim.approved.v1' | 'claim.rejected.v1' | 'claim.referred.v1' | 'claim.partly-approved.v1',
  facts: EventFacts,
  findings: DecisionRecord['findings'] = [],
  occurredAt = '2026-11-20T10:00:00.000Z',
): CountedChange => ({
  kind: 'event',
  event: { type, eventId: 'A-1#2', occurredAt, claimId: 'A-1', channelId: 'agency-rabat-01' },
  facts,
  decision: {
    outcome: 'approved',
    lines: [],
    billedCentimes: 0,
    paidCentimes: 0,
    findings,
    ruleBookVersion: 'x',
  },
});

describe('what a change counts for', () => {
  it('counts a file for its day, its channel, and its pages', () => {
    const change: CountedChange = {
      kind: 'event',
      event: {
        type: 'file.accepted.v1',
        eventId: 'A#1',
        occurredAt: '2026-11-20T10:00:00.000Z',
        fileId: 'A',
        channelId: 'agency-rabat-01',
      },
      facts: { depositDate: '2026-11-20', pageCount: 3 },
    };
    expect(counted(change)).toEqual({
      '2026-11-20 FILES accepted': 1,
      '2026-11-20 FILES pages': 3,
      '2026-11-20 CHANNEL#agency-rabat-01 accepted': 1,
    });
  });

  it('counts what happens half an hour before midnight UTC in summer for the next day, as it is in Morocco', () => {
    const late = decided('claim.approved.v1', {}, [], '2026-06-20T23:30:00.000Z');
    expect(Object.keys(counted(late)).every((key) => key.startsWith('2026-06-21 '))).toBe(true);
  });

  it('counts a first decision once for its channel and scheme, with the days since submission', () => {
    const facts = { depositDate: '2026-11-15', scheme: 'AMO_TNS', isFirstDecision: true } as const;
    expect(counted(decided('claim.approved.v1', facts))).toEqual({
      '2026-11-20 CLAIMS first:approved': 1,
      '2026-11-20 CLAIMS of:AMO_TNS:approved': 1,
      '2026-11-20 CHANNEL#agency-rabat-01 claims:AMO_TNS': 1,
      '2026-11-20 CLAIMS days:5': 1,
    });
  });

  it('leaves out the days in which a document was waited for, and does not count the claim for its channel again', () => {
    const facts = { depositDate: '2026-11-10', suspendedDays: 7, isFirstDecision: false } as const;
    expect(counted(decided('claim.approved.v1', facts))).toEqual({
      '2026-11-20 CLAIMS again:approved': 1,
      '2026-11-20 CLAIMS of:UNKNOWN:approved': 1,
      '2026-11-20 CLAIMS days:3': 1,
    });
  });

  it('puts a referred claim into the queue by its submission date, with each doubt once, and takes it out when it is corrected', () => {
    const findings = [
      { kind: 'doubt', code: 'CIN_UNREADABLE' },
      { kind: 'doubt', code: 'CIN_UNREADABLE', line: 1 },
      { kind: 'signal', code: 'LATE_FILING' },
    ] as const;
    const facts = { depositDate: '2026-11-18', isFirstDecision: true };
    const referred = counted(decided('claim.referred.v1', facts, [...findings]));
    expect(referred).toMatchObject({
      'QUEUE 2026-11-18 open': 1,
      '2026-11-20 CLAIMS because:referred:CIN_UNREADABLE': 1,
    });
    expect(
      Object.keys(referred).filter((key) => key.includes('LATE_FILING') || key.includes('days:')),
    ).toEqual([]);
    const event: ClaimEvent = {
      type: 'claim.corrected.v1',
      eventId: 'A-1#3',
      occurredAt: '2026-11-21T10:00:00.000Z',
      claimId: 'A-1',
      channelId: 'c',
    };
    expect(counted({ kind: 'event', event, facts })).toEqual({ 'QUEUE 2026-11-18 open': -1 });
  });

  it('counts money by scheme on the day the bank says that it was paid', () => {
    const event: ClaimEvent = {
      type: 'payment.paid.v1',
      eventId: 'A-1#5',
      occurredAt: '2026-11-20T10:00:00.000Z',
      claimId: 'A-1',
      channelId: 'c',
      attempt: 1,
    };
    const facts = { depositDate: '2026-11-12', scheme: 'AMO_SALARIE', amountCentimes: 12_050 } as const;
    expect(counted({ kind: 'event', event, facts })).toEqual({
      '2026-11-20 PAYMENTS paid:AMO_SALARIE': 1,
      '2026-11-20 PAYMENTS centimes:AMO_SALARIE': 12_050,
      '2026-11-20 PAYMENTS days:8': 1,
    });
  });

  it('counts money by who was paid, where that is known', () => {
    const event: ClaimEvent = {
      type: 'payment.paid.v1',
      eventId: 'A-1#5',
      occurredAt: '2026-11-20T10:00:00.000Z',
      claimId: 'A-1',
      channelId: 'c',
      attempt: 1,
    };
    const paid = { scheme: 'AMO_TNS', amountCentimes: 12_050 } as const;
    const ofScheme = {
      '2026-11-20 PAYMENTS paid:AMO_TNS': 1,
      '2026-11-20 PAYMENTS centimes:AMO_TNS': 12_050,
    };
    expect(counted({ kind: 'event', event, facts: paid })).toEqual(ofScheme);
    for (const payee of ['insured', 'establishment'] as const)
      expect(counted({ kind: 'event', event, facts: { ...paid, payee } })).toEqual({
        ...ofScheme,
        [`2026-11-20 PAYMENTS to:${payee}`]: 1,
        [`2026-11-20 PAYMENTS toCentimes:${payee}`]: 12_050,
      });
  });

  it('counts a reviewer by the minutes from taking to submitting, and whether two people keyed the same', () => {
    const move = {
      at: '2026-11-20T10:12:00.000Z',
      by: 'user-1',
      what: 'submitted',
      takenAt: '2026-11-20T10:00:00.000Z',
      isEqual: true,
    };
    expect(counted({ kind: 'review', moves: [move] })).toMatchObject({
      '2026-11-20 REVIEWER#user-1 submitted': 1,
      '2026-11-20 REVIEWER#user-1 minutes:12': 1,
      '2026-11-20 REVIEW keyed:equal': 1,
    });
  });

  it('counts a registration by its list and scheme, and nothing about the person', () => {
    const change: CountedChange = {
      kind: 'event',
      event: {
        type: 'person.registered.v1',
        eventId: '123456789#registered',
        occurredAt: '2026-11-20T10:00:00.000Z',
        registrationNumber: '123456789',
        scheme: 'AMO_TADAMON',
        listId: '7Q2MK8D10ABCDEFG',
      },
      facts: {},
    };
    expect(counted(change)).toEqual({
      '2026-11-20 REGISTRATION list:7Q2MK8D10ABCDEFG:AMO_TADAMON': 1,
    });
  });

  it('counts the parts of an SMS, which is what it costs', () => {
    expect(counted({ kind: 'message', at: '2026-11-20T10:00:00.000Z', parts: 2 })).toEqual({
      '2026-11-20 MESSAGES sent': 1,
      '2026-11-20 MESSAGES parts': 2,
    });
  });
});
