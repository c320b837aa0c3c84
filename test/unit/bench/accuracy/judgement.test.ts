import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../bench/accuracy/judgement.ts';
import type { Decision, DecisionLine } from '../../../../contexts/claims/domain/decision.ts';

const whole: Decision = {
  outcome: 'approved',
  registrationNumber: '184203957',
  beneficiary: { kind: 'dependant', dependantId: '1' },
  scheme: 'AMO_SALARIE',
  lines: [],
  billedCentimes: 25_000,
  paidCentimes: 10_500,
  findings: [],
  ruleBookVersion: '1',
  fingerprints: [],
  fingerprintGroups: [],
  destination: { kind: 'account', rib: '007780000123456789012396' },
};
const paidLine: DecisionLine = {
  dateOfCare: '2025-09-03',
  keyLetter: 'CS',
  coefficientHundredths: 100,
  billedCentimes: 25_000,
  unitTariffCentimes: 15_000,
  basisCentimes: 15_000,
  rateBasisPoints: 7_000,
  paidCentimes: 10_500,
  outcome: 'paid',
  ruleIds: [],
};
const truth: Decision = { ...whole, lines: [paidLine] };
const part: Decision = { ...truth, outcome: 'partly-referred', paidCentimes: 9_000 };
const unpaid: Decision = { ...truth, outcome: 'referred', paidCentimes: 0, destination: undefined };

describe('what became of the money', () => {
  it.each([
    ['right', 'the same payment', truth],
    ['right', 'the same payment, although more was billed', { ...truth, billedCentimes: 26_000 }],
    ['wrong', 'a centime more', { ...truth, paidCentimes: 10_501 }],
    ['wrong', 'less, as a part', { ...truth, outcome: 'partly-approved', paidCentimes: 100 }],
    ['wrong', 'for another member of the family', { ...truth, beneficiary: { kind: 'insured' } }],
    ['wrong', 'to another person', { ...truth, registrationNumber: '184203958' }],
    ['wrong', 'to another account', { ...truth, destination: { kind: 'held', reason: 'ACCOUNT_MISSING' } }],
    ['right-in-part', 'a line of it as it should be, the others wait', { ...part, lines: [paidLine] }],
    ['wrong', 'a line of it with another amount', { ...part, lines: [{ ...paidLine, paidCentimes: 9_000 }] }],
    ['wrong', 'a line twice', { ...part, lines: [paidLine, paidLine] }],
    ['wrong', 'a line of it to another person', { ...part, lines: [paidLine], registrationNumber: '1' }],
    ['referred', 'nothing, a person looks at it', unpaid],
    ['incomplete', 'nothing, something is asked for', { ...unpaid, outcome: 'incomplete' }],
    ['refused-wrongly', 'nothing, for good', { ...unpaid, outcome: 'rejected' }],
  ] as [string, string, Decision][])('is %s: %s', (verdict, _what, decision) => {
    expect(verdictOf(decision, truth)).toBe(verdict);
  });

  it('is wrong where the truth pays nothing', () => {
    expect(verdictOf(truth, unpaid)).toBe('wrong');
  });

  it('is referred where no form was found, and refused rightly where the truth is', () => {
    expect(verdictOf(undefined, truth)).toBe('referred');
    const rejected: Decision = { ...unpaid, outcome: 'rejected' };
    expect(verdictOf(rejected, rejected)).toBe('rightly-refused');
  });
});
