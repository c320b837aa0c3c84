import { describe, expect, it } from 'vitest';
import { claimText } from '../../../bin/view/claim-text.ts';
import type { ClaimHistory } from '../../../contexts/claims/ports/claim-store.ts';
import { claimWith } from '../../support/claim-examples.ts';

const decision: NonNullable<ClaimHistory['decision']> = {
  outcome: 'partly-approved',
  lines: [
    { keyLetter: 'KC', coefficientHundredths: 5000, quantity: 2, outcome: 'paid', ruleIds: [] },
    { kind: 'medicine', medicineCode: '6119900209612', quantity: 2, outcome: 'paid', ruleIds: [] },
    { kind: 'medicine', quantity: 1, outcome: 'referred', ruleIds: [] },
  ],
  ...{ billedCentimes: 0, paidCentimes: 0, findings: [], ruleBookVersion: '1' },
};

describe('a claim on the command line', () => {
  it('says of each line which act or which boxes it is', () => {
    const history = { claim: claimWith({}), decision, events: [], messages: [] };

    const text = claimText(history, new Map([['6119900209612', 'FLUVOSARTAN 160 MG']]));

    expect(text).toContain('KC 50 × 2');
    expect(text).toContain('2 × FLUVOSARTAN 160 MG');
    expect(text).toContain('6119900209612');
    expect(text).toContain('1 × medicine');
    expect(text).toContain('code not read');
  });
});
