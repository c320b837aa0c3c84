import { describe, expect, it } from 'vitest';
import { ownClaim, ownPayments, summaryOf } from '../../../../contexts/portal/api/own-claim.ts';
import type { DecisionRecord } from '../../../../contexts/claims/records/decision-record.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';

const claim: Claim = {
  claimId: '0123456789ABCDEF-1',
  state: 'REFERRED',
  version: 2,
  fileId: '0123456789ABCDEF',
  channelId: 'agency-rabat-01',
  submissionDate: '2026-03-02',
  receivedOn: '2026-03-02',
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
};
const facts = { claim, decision: undefined, events: [], messages: [] };

describe('a claim that a reviewer asked a document for', () => {
  const review = { state: 'AWAITING_DOCUMENT', documentsRequested: ['INVOICE'] } as const;
  const documents = [{ kind: 'INVOICE' }] as const;

  it('waits for the insured, and says what to bring', () => {
    expect(summaryOf(claim, review).place).toBe('waiting-for-you');
    expect(ownClaim(facts, review, new Map(), documents)).toMatchObject({
      place: 'waiting-for-you',
      documents,
    });
  });

  it('asks for nothing any more once the document has come', () => {
    const arrived = { ...review, state: 'OPEN' } as const;
    expect(ownClaim(facts, arrived)).toMatchObject({ place: 'in-review', documents: [] });
  });
});

describe('boxes of a medicine', () => {
  const code = '6119900209612';
  const decision: DecisionRecord = {
    outcome: 'approved',
    lines: [
      {
        ...{ kind: 'medicine', medicineCode: code, quantity: 2, outcome: 'paid', ruleIds: [] },
        ...{ billedCentimes: 370_80, paidCentimes: 259_56 },
      },
      { kind: 'medicine', quantity: 1, outcome: 'referred', ruleIds: [] },
    ],
    ...{ billedCentimes: 370_80, paidCentimes: 259_56, findings: [], ruleBookVersion: '1' },
  };

  it('are called by their name where the list knows it, and counted', () => {
    const { lines } = ownClaim({ ...facts, decision }, undefined, new Map([[code, 'FLUVOSARTAN 160 MG']]));

    expect(lines).toMatchObject([
      { kind: 'medicine', medicineName: 'FLUVOSARTAN 160 MG', quantity: 2, paidCentimes: 259_56 },
      { kind: 'medicine', medicineName: undefined, quantity: 1 },
    ]);
  });
});

describe('a claim that pays an establishment', () => {
  const payeeInpe = '091024578';
  const theirs = { state: 'HELD', attempt: 2, amountCentimes: 115_500, payeeInpe } as const;
  const own = {
    state: 'PENDING',
    attempt: 1,
    amountCentimes: 5_600,
    rib: '007780000123456789012396',
  } as const;
  const held = { ...theirs, heldReason: 'RETURNED_BY_BANK' } as const;
  const decision: DecisionRecord = {
    outcome: 'approved',
    lines: [
      { billedCentimes: 210_000, paidCentimes: 115_500, outcome: 'paid', ruleIds: [], payeeInpe },
      { billedCentimes: 10_000, paidCentimes: 5_600, outcome: 'paid', ruleIds: [] },
    ],
    ...{ billedCentimes: 220_000, paidCentimes: 121_100, findings: [], ruleBookVersion: '1' },
  };
  const approved: Claim = { ...claim, state: 'APPROVED', paidCentimes: 121_100 };
  const events = [{ type: 'payment.returned.v1', occurredAt: '2026-03-03T10:00:00.000Z' }];

  it('says what goes there, what remains, and which lines', () => {
    const shown = ownClaim({
      ...{ claim: { ...approved, payment: theirs, secondPayment: own }, decision, events, messages: [] },
    });
    expect(shown).toMatchObject({
      paidCentimes: 121_100,
      toEstablishmentCentimes: 115_500,
      remainingCentimes: 94_500,
      lines: [{ isPaidToEstablishment: true }, { isPaidToEstablishment: false }],
    });
  });

  it('keeps to itself what the bank says of the establishment’s account', () => {
    const all = { claim: { ...approved, payment: held }, decision, events, messages: [] };
    expect(ownClaim(all)).toMatchObject({ place: 'accepted', held: undefined, steps: [] });
    const paid = { ...held, state: 'PAID', rib: own.rib } as const;
    const [payment] = ownPayments({ ...all, claim: { ...approved, payment: paid } });
    expect(payment).toMatchObject({ isToEstablishment: true, place: 'paid', accountEnding: undefined });
  });

  it('is where the insured’s own money is, which is not the rest of anything', () => {
    const both = { ...approved, payment: held, secondPayment: own };
    expect(summaryOf(both)).toMatchObject({ place: 'accepted', held: undefined });
    const waiting = { ...own, state: 'HELD', heldReason: 'ACCOUNT_MISSING' } as const;
    expect(summaryOf({ ...both, secondPayment: waiting })).toMatchObject({
      place: 'payment-held',
      held: 'ACCOUNT_MISSING',
    });
    const payments = ownPayments({ claim: both, decision, events: [], messages: [] });
    expect(payments).toMatchObject([
      { isToEstablishment: true, isOfRest: false, held: undefined },
      { isToEstablishment: false, isOfRest: false, accountEnding: '2396' },
    ]);
  });

  it('of before, which names nobody, is all the insured’s', () => {
    const before = { ...approved, payment: own };
    expect(summaryOf(before).toEstablishmentCentimes).toBeUndefined();
    expect(ownClaim({ ...facts, claim: before }).remainingCentimes).toBeUndefined();
  });
});
