import { describe, expect, it } from 'vitest';
import { ownClaim, summaryOf } from '../../../../contexts/portal/api/own-claim.ts';
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

  it('waits for the insured, and says what to bring', () => {
    expect(summaryOf(claim, review).place).toBe('waiting-for-you');
    expect(ownClaim(facts, review)).toMatchObject({ place: 'waiting-for-you', documents: ['INVOICE'] });
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
