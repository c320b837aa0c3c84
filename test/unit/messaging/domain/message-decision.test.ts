import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../../../contexts/events/events.ts';
import { messageDecision } from '../../../../contexts/messaging/domain/message-decision.ts';
import {
  messageEventOf,
  messageKinds,
  type MessageFacts,
} from '../../../../contexts/messaging/domain/message-event.ts';

const fileId = '7Q2MK8D10ABCDEFG';
const facts: MessageFacts = { fileId, paidCentimes: 12_345, isPaymentHeld: false, findings: [] };
const finding = (kind: string, code: string) => ({ kind, code });

describe('which event makes which message', () => {
  it('tells of approval with the amount, or asks for an account where there is none', () => {
    expect(messageEventOf('claim.approved.v1', facts)).toEqual({
      kind: 'claim-approved',
      fileId,
      paidCentimes: 12_345,
    });
    expect(messageEventOf('claim.partly-approved.v1', facts)).toEqual({
      kind: 'claim-partly-approved',
      fileId,
      paidCentimes: 12_345,
    });
    for (const type of ['claim.approved.v1', 'claim.partly-approved.v1'] as const) {
      expect(messageEventOf(type, { ...facts, isPaymentHeld: true })).toEqual({
        kind: 'payment-held',
        fileId,
        paidCentimes: 12_345,
      });
    }
  });

  it('tells why a claim was rejected: the first rule that rejected it, not a doubt or a signal', () => {
    const findings = [
      finding('signal', 'AMOUNT_UNUSUAL'),
      finding('doubt', 'NAME_UNREADABLE'),
      finding('rejection', 'LATE_FILING'),
      finding('rejection', 'DUPLICATE'),
    ];
    expect(messageEventOf('claim.rejected.v1', { ...facts, findings })).toEqual({
      kind: 'claim-rejected',
      fileId,
      reasonCode: 'LATE_FILING',
    });
  });

  it('tells what is missing', () => {
    const findings = [finding('signal', 'AMOUNT_UNUSUAL'), finding('missing', 'PAGE_NOT_READ')];
    expect(messageEventOf('claim.incomplete.v1', { ...facts, findings })).toEqual({
      kind: 'information-missing',
      fileId,
      reasonCode: 'PAGE_NOT_READ',
    });
  });

  it('still tells of a rejection without a finding, so that nobody waits for nothing', () => {
    expect(messageEventOf('claim.rejected.v1', facts)).toMatchObject({ kind: 'claim-rejected' });
  });

  it('tells of a returned payment', () => {
    expect(messageEventOf('payment.returned.v1', facts)).toEqual({ kind: 'payment-returned', fileId });
  });

  it('asks for each of the documents, and for none where the agency asks', () => {
    const documents = ['PRESCRIPTION', 'INVOICE'] as const;
    expect(messageEventOf('claim.document-requested.v1', { ...facts, documents })).toEqual({
      kind: 'document-requested',
      fileId,
      documents,
    });
    expect(messageEventOf('claim.document-requested.v1', facts)).toBeUndefined();
  });

  it('says nothing while a person looks at the claim, and nothing of a payment that goes well or is the fund’s to mend', () => {
    for (const type of [
      'claim.drafted.v1',
      'claim.referred.v1',
      'claim.corrected.v1',
      'claim.reopened.v1',
      'payment.released.v1',
      'payment.accepted.v1',
      'payment.paid.v1',
      'payment.refused.v1',
      'payment.disputed.v1',
      'payment.settled.v1',
    ] as const) {
      expect(messageEventOf(type, facts)).toBeUndefined();
    }
  });

  it('knows every event of a claim', () => {
    const base = {
      eventId: 'x',
      occurredAt: '2026-11-21T10:00:00Z',
      claimId: 'c',
      channelId: 'shop-1',
      attempt: 1,
      reason: 'AC01',
      documents: ['INVOICE'],
      via: 'sms',
      as: 'paid',
      by: 'staff-1',
      because: 'taken-back',
    };
    for (const type of Object.keys(messageKinds))
      expect(eventSchema.safeParse({ type, ...base }).success).toBe(true);
  });
});

describe('whether a person is notified', () => {
  const event = { kind: 'payment-returned', fileId } as const;
  const phone = '+212612345678';

  it('sends to the phone on file in the language of the person', () => {
    const french = messageDecision({ phone, language: 'fr', smsOptOut: false }, event);
    expect(french).toMatchObject({ action: 'send', phone, sms: { language: 'fr', segments: 1 } });
    expect(messageDecision({ phone, language: 'ar', smsOptOut: false }, event)).toMatchObject({
      sms: { language: 'ar' },
    });
  });

  it('respects who wants no SMS, and says where there is no phone', () => {
    expect(messageDecision({ phone, language: 'ar', smsOptOut: true }, event)).toEqual({
      action: 'skip',
      reason: 'OPTED_OUT',
    });
    expect(messageDecision({ language: 'ar', smsOptOut: true }, event)).toEqual({
      action: 'skip',
      reason: 'OPTED_OUT',
    });
    expect(messageDecision({ language: 'ar', smsOptOut: false }, event)).toEqual({
      action: 'skip',
      reason: 'NO_PHONE',
    });
  });
});
