import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import {
  linesInDoubt,
  type Reach,
  reachOf,
} from '../../../../contexts/adjudication/domain/lines-that-wait.ts';
import type { Finding, ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import type { RuleBook } from '../../../../contexts/rules/rule-book.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, field, personFile } from './claim-builder.ts';

/** Two acts of one day, one of another, and two boxes. */
const lines = [
  { line: 0, dateOfCare: '2025-09-03', kind: undefined },
  { line: 1, dateOfCare: '2025-09-03', kind: undefined },
  { line: 2, dateOfCare: '2025-09-05', kind: undefined },
  { line: 3, dateOfCare: '2025-09-05', kind: 'medicine' },
  { line: 4, dateOfCare: '2025-09-05', kind: 'medicine' },
].map(({ line, dateOfCare, kind }) => ({
  act: {
    line,
    read: {
      kind: kind === 'medicine' ? kind : undefined,
      dateOfCare,
      keyLetter: undefined,
      coefficientHundredths: undefined,
      billedCentimes: undefined,
    } as const,
    sure: { dateOfCare },
  },
}));

const waiting = (...findings: readonly Finding[]) => {
  const held = linesInDoubt(findings, lines);
  return held === undefined ? 'all' : [...held].toSorted();
};
const codes = Object.keys(reachOf).filter((code): code is ReasonCode => code in reachOf);
const coded = (...reaches: readonly Reach[]) => codes.filter((code) => reaches.includes(reachOf[code]));

describe('what a doubt keeps waiting', () => {
  it.each(codes.filter((code) => reachOf[code] !== 'medicines'))(
    '%s without a line: the whole claim',
    (code) => {
      for (const kind of ['doubt', 'missing', 'rejection'] as const)
        expect(waiting({ kind, code })).toBe('all');
      expect(waiting({ kind: 'signal', code })).toEqual([]);
    },
  );

  it.each(coded('claim'))('%s: the whole claim, also where it is found on one line', (code) => {
    expect(waiting({ kind: 'doubt', code, line: 1 })).toBe('all');
  });

  it.each(coded('line'))('%s: its line alone', (code) => {
    expect(waiting({ kind: 'doubt', code, line: 1 })).toEqual([1]);
    expect(waiting({ kind: 'missing', code, line: 3 })).toEqual([3]);
  });

  it('of two lines that are the same: both', () => {
    expect(waiting({ kind: 'doubt', code: 'DUPLICATE', line: 2, details: { sameAsLine: 0 } })).toEqual([
      0, 2,
    ]);
  });

  it('of acts that may not be paid together: all acts of the day', () => {
    const finding = { kind: 'doubt', code: 'ACTS_NOT_TOGETHER', line: 1, details: { withLine: 0 } } as const;
    expect(waiting(finding)).toEqual([0, 1]);
  });

  it('of what a person has to bring for the boxes: all boxes', () => {
    expect(waiting({ kind: 'missing', code: 'PRESCRIPTION_MISSING' })).toEqual([3, 4]);
  });

  it('of a provider: all that it gave, as far as that is known', () => {
    expect(waiting({ kind: 'doubt', code: 'INPE_UNKNOWN', field: 'pharmacyInpe' })).toEqual([3, 4]);
    expect(waiting({ kind: 'doubt', code: 'FIELD_UNREADABLE', field: 'pharmacyInpe' })).toEqual([3, 4]);
    expect(waiting({ kind: 'doubt', code: 'PROVIDER_NOT_ACTIVE', line: 3 })).toEqual([3, 4]);
    expect(waiting({ kind: 'doubt', code: 'PROVIDER_NOT_ACTIVE', line: 0 })).toBe('all');
    expect(waiting({ kind: 'doubt', code: 'PROVIDER_NOT_ACTIVE', line: 0, field: 'inpe' })).toEqual([0]);
    expect(waiting({ kind: 'doubt', code: 'PROVIDER_MISMATCH', line: 1, field: 'inpe' })).toEqual([1]);
    expect(waiting({ kind: 'doubt', code: 'FIELD_UNREADABLE', field: 'inpe' })).toBe('all');
  });

  it.each(['keyLetter', 'coefficientHundredths', 'quantity', 'billedCentimes', 'medicineCode', 'boxes'])(
    'of the %s of a line: that line',
    (name) => {
      for (const code of ['FIELD_UNREADABLE', 'FORM_INCOMPLETE'] as const)
        expect(waiting({ kind: 'doubt', code, line: 1, field: name })).toEqual([1]);
    },
  );

  it.each(['dateOfCare', 'dispensedOn', 'aFieldOfLater'])('of the %s of a line: the whole claim', (name) => {
    expect(waiting({ kind: 'doubt', code: 'FIELD_UNREADABLE', line: 1, field: name })).toBe('all');
  });

  it('of a line that the claim does not have: the whole claim', () => {
    expect(waiting({ kind: 'doubt', code: 'TARIFF_UNKNOWN', line: 9 })).toBe('all');
  });

  it('is nothing where a rule rejects a line: that is certain', () => {
    expect(waiting({ kind: 'rejection', code: 'DUPLICATE', line: 1 })).toEqual([]);
  });
});

const certain = act();
/** An act without a tariff: 352 DH on the day after. */
const doubtful = act({
  dateOfCare: '2025-09-04',
  keyLetter: 'K',
  coefficientHundredths: 1_600,
  billedCentimes: 35_200,
});
const decide = (changes: Parameters<typeof claimInput>[0] = {}) =>
  adjudicate(claimInput({ ...changes, form: { acts: [certain, doubtful], ...changes.form } }));

const withSettings = (changes: Partial<RuleBook['data']['settings'][number]>): RuleBook => {
  const { data } = currentRuleBook();
  return createRuleBook({ ...data, settings: data.settings.map((row) => ({ ...row, ...changes })) });
};

describe('a claim with a line that is certain and one that is not', () => {
  it('pays the one and says of both what it is', () => {
    const decision = decide();
    expect(decision).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      paidBefore: undefined,
      destination: { kind: 'account' },
      lines: [
        { outcome: 'paid', paidCentimes: 10_500 },
        { outcome: 'referred', paidCentimes: undefined },
      ],
    });
    expect(decision.settledPart?.lines.map(({ line }) => line)).toEqual([decision.lines[0]]);
  });

  it('says already that a certain line is rejected, and does not call it paid', () => {
    const fingerprint = decide().fingerprints[0] ?? '';
    const other = act({ dateOfCare: '2025-09-05', billedCentimes: 26_000 });
    const decision = decide({
      form: { acts: [certain, doubtful, other] },
      knownFingerprints: new Map([[fingerprint, 'claim-2']]),
    });
    expect(decision.lines.map(({ outcome }) => outcome)).toEqual(['rejected', 'referred', 'paid']);
    expect(decision.settledPart?.lines).toHaveLength(1);
  });

  it.each([
    ['the total is not that of the lines', { form: { totalCentimes: field(60_201) } }],
    [
      'who is insured is in doubt',
      { form: { insuredName: field('ALAMI Karim'), insuredBirthDate: field('1990-01-01') } },
    ],
    ['who was treated is in doubt', { form: { beneficiaryLink: field('child') } }],
    ['it may be filed too late', { claim: { submissionDate: '2025-11-20' } }],
    ['there is no account', { person: personFile({ accounts: [] }) }],
    [
      'the day of the other line is in doubt',
      { form: { acts: [certain, { ...doubtful, dateOfCare: undefined }] } },
    ],
    [
      'nothing but a rejected line is certain',
      { knownFingerprints: new Map([[decide().fingerprints[0] ?? '', 'claim-2']]) },
    ],
    [
      'the rules say that lines wait for each other',
      { rules: withSettings({ certainLines: 'with-the-rest' }) },
    ],
    ['the claim is rounded as a whole', { rules: withSettings({ rounding: 'total' }) }],
  ] satisfies [string, Parameters<typeof claimInput>[0]][])('pays nothing yet where %s', (_, changes) => {
    const decision = decide(changes);
    expect(decision.outcome).not.toBe('partly-referred');
    expect(decision).toMatchObject({ paidCentimes: 0, destination: undefined, settledPart: undefined });
    expect(decision.lines.every(({ outcome }) => outcome !== 'paid')).toBe(true);
  });
});
