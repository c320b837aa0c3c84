import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import { rejectedByPerson } from '../../../../contexts/adjudication/domain/rejected-by-person.ts';
import type { Decision, SettledPart } from '../../../../contexts/claims/domain/decision.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { act, child, claimInput, field, personFile } from './claim-builder.ts';

const certain = act();
const unread = act({ dateOfCare: '2025-09-04', keyLetter: 'K', coefficientHundredths: 1_600 });
/** What the unread act turns out to be: 300 DH for 150. */
const found = act({ dateOfCare: '2025-09-08', billedCentimes: 30_000 });

const inputOf = (acts: readonly CareFormAct[], changes: Parameters<typeof claimInput>[0] = {}) =>
  claimInput({ ...changes, form: { acts, ...changes.form } });

/** What is paid of the certain act, while the other one waits. */
function paidFirst(changes: Parameters<typeof claimInput>[0] = {}): SettledPart {
  const { settledPart } = adjudicate(inputOf([certain, unread], changes));
  if (settledPart === undefined) throw new Error('Nothing was paid first');
  return settledPart;
}

const settledPart = paidFirst();
const again = (acts: readonly CareFormAct[], changes: Partial<AdjudicationInput> = {}): Decision =>
  adjudicate({ ...inputOf(acts), settledPart, ...changes });
const doubts = ({ findings }: Decision) =>
  findings.flatMap(({ kind, code, details }) => (kind === 'doubt' ? [[code, details?.['cause']]] : []));

describe('a claim of which a line was paid', () => {
  it('pays the rest, and no more, once nothing of it is doubted', () => {
    expect(again([certain, found])).toMatchObject({
      outcome: 'approved',
      paidCentimes: 21_000,
      paidBefore: { centimes: 10_500, lines: new Set([0]) },
      settledPart: undefined,
      destination: { kind: 'account' },
      lines: [settledPart.lines[0]?.line, { outcome: 'paid', paidCentimes: 10_500 }],
    });
  });

  it('keeps waiting, without another payment, while anything of the rest is doubted', () => {
    const other = act({ dateOfCare: '2025-09-10', billedCentimes: 26_000 });
    expect(again([certain, unread, other])).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      destination: undefined,
      settledPart: undefined,
      lines: [{ outcome: 'paid' }, { outcome: 'referred' }, { outcome: 'referred' }],
    });
  });

  it('is over without another payment where the rest is not there, or is not owed', () => {
    expect(again([certain])).toMatchObject({
      outcome: 'approved',
      paidCentimes: 10_500,
      destination: undefined,
    });
    const taken = new Map([[again([certain, found]).fingerprints[1] ?? '', 'claim-2']]);
    expect(again([certain, found], { knownFingerprints: taken })).toMatchObject({
      outcome: 'partly-approved',
      paidCentimes: 10_500,
      destination: undefined,
      lines: [{ outcome: 'paid' }, { outcome: 'rejected' }],
    });
  });

  it('finds the paid line wherever it stands now, and however sure it is read now', () => {
    const weak = { ...certain, keyLetter: field('CS', { confidencePercent: 20 }) };
    const decision = again([found, weak]);
    expect(decision).toMatchObject({ outcome: 'approved', paidBefore: { lines: new Set([1]) } });
    expect(decision.paidCentimes).toBe(21_000);
  });

  it('pays the paid line neither again nor anew when the same act is written twice', () => {
    expect(again([certain, certain, found])).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
    });
  });

  it('is not decided again as far as it was paid: not by the cover of today, nor by other claims', () => {
    const person = personFile({ contributions: [] });
    const knownFingerprints = new Map([[again([certain]).fingerprints[0] ?? '', 'claim-2']]);
    expect(again([certain], { person, knownFingerprints })).toMatchObject({
      outcome: 'approved',
      paidCentimes: 10_500,
    });
  });

  it.each([
    ['the amount', act({ billedCentimes: 14_000 })],
    ['the letter', act({ keyLetter: 'C' })],
    ['the count', { ...certain, quantity: field(2) }],
    ['the coefficient', act({ coefficientHundredths: 200 })],
  ] satisfies [string, CareFormAct][])(
    'waits for somebody where %s of the paid line was changed',
    (_, changed) => {
      const decision = again([changed, found]);
      expect(decision).toMatchObject({
        outcome: 'partly-referred',
        paidCentimes: 10_500,
        destination: undefined,
      });
      expect(doubts(decision)).toContainEqual(['PAID_LINE_CHANGED', 'LINE']);
    },
  );

  it.each([
    ['amount', act({ billedCentimes: 24_000 })],
    ['day', act({ dateOfCare: '2025-09-02' })],
  ])('still knows the paid line where its %s was corrected and it comes to the same', (_, corrected) => {
    expect(again([corrected, found])).toMatchObject({
      outcome: 'approved',
      paidCentimes: 21_000,
      paidBefore: { lines: new Set([0]), corrected: new Set([0]) },
      lines: [
        { outcome: 'paid', paidCentimes: 10_500, ruleIds: expect.any(Array) as string[] },
        { outcome: 'paid' },
      ],
    });
  });

  it('takes no other claim’s act for the paid line', () => {
    const other = act({ dateOfCare: '2025-09-02' });
    const knownFingerprints = new Map([[again([other]).fingerprints[0] ?? '', 'claim-2']]);
    const decision = again([other, found], { knownFingerprints });
    expect(decision).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      destination: undefined,
    });
  });

  it('takes no other line for the paid one that was changed', () => {
    const acts = [act({ keyLetter: 'C' }), act({ billedCentimes: 24_000, dateOfCare: '2025-09-08' })];
    expect(doubts(again(acts))).toEqual([['PAID_LINE_CHANGED', 'LINE']]);
  });

  it('waits for somebody where the paid line was taken out', () => {
    const decision = again([found]);
    expect(decision).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      destination: undefined,
    });
    expect(doubts(decision)).toEqual([['PAID_LINE_CHANGED', 'LINE']]);
  });

  it('waits for somebody where it is another person’s, or another one was treated', () => {
    const other = { ...personFile().person, registrationNumber: '184203965', cin: 'BK1' };
    const person = { ...personFile(), person: other };
    const form = claimInput({
      form: { acts: [certain, found], registrationNumber: field('184203965') },
    }).form;
    expect(doubts(again([], { person, form, personByCin: undefined }))).toContainEqual([
      'PAID_LINE_CHANGED',
      'PERSON',
    ]);
    const ofChild = claimInput({
      form: {
        acts: [certain, found],
        ...{ beneficiaryLink: field('child'), patientName: field('BENNANI Adam') },
        patientBirthDate: field('2017-06-02'),
      },
    }).form;
    const decision = again([], { form: ofChild, person: personFile({ dependants: [child()] }) });
    expect(doubts(decision)).toEqual([['PAID_LINE_CHANGED', 'BENEFICIARY']]);
    expect(decision).toMatchObject({ paidCentimes: 10_500, destination: undefined });
  });

  it('does not pay a changed line because a supervisor sets that aside', () => {
    const overrides = [{ code: 'PAID_LINE_CHANGED' }];
    expect(again([act({ keyLetter: 'C' })], { overrides })).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
    });
  });

  it('waits for a supervisor where a rule rejects the whole claim now, who says that the rest is not paid', () => {
    const early = act({ dateOfCare: '2025-04-03', billedCentimes: 30_000 });
    const { claim } = inputOf([]);
    const late = {
      claim: { ...claim, submissionDate: '2025-11-20', receivedOn: '2025-11-20', decidedOn: '2025-11-21' },
    };
    const decision = again([certain, early], late);
    expect(decision).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      destination: undefined,
    });
    expect(decision.findings.map(({ code }) => code)).toContain('PAID_CLAIM_REJECTED');
    const overrides = [{ code: 'PAID_CLAIM_REJECTED' }];
    expect(again([certain, early], { ...late, overrides })).toMatchObject({
      outcome: 'partly-approved',
      paidCentimes: 10_500,
      destination: undefined,
      lines: [{ outcome: 'paid' }, { outcome: 'rejected' }],
    });
  });

  it('keeps a doubt about a paid line and another one with the other, whichever stands first', () => {
    const visit = act({ keyLetter: 'V', billedCentimes: 20_000 });
    for (const acts of [
      [certain, visit],
      [visit, certain],
    ]) {
      const decision = again(acts);
      const waiting = acts.indexOf(visit);
      expect(decision).toMatchObject({
        outcome: 'partly-referred',
        paidCentimes: 10_500,
        destination: undefined,
      });
      expect(decision.findings).toContainEqual({
        kind: 'doubt',
        code: 'ACTS_NOT_TOGETHER',
        field: 'keyLetter',
        line: waiting,
        details: { withLine: 1 - waiting },
      });
      const overrides = [{ code: 'ACTS_NOT_TOGETHER', line: waiting }];
      expect(again(acts, { overrides }).outcome).toBe('approved');
    }
  });

  it('keeps what was paid where a person says that there is nothing to pay', () => {
    const decision = rejectedByPerson(again([certain, found]), 'CARE_NOT_PROVEN');
    expect(decision).toMatchObject({
      outcome: 'partly-approved',
      paidCentimes: 10_500,
      destination: undefined,
      lines: [
        { outcome: 'paid', paidCentimes: 10_500 },
        { outcome: 'rejected', paidCentimes: 0 },
      ],
    });
    expect(decision.findings[0]).toEqual({ kind: 'rejection', code: 'CARE_NOT_PROVEN', line: 1 });
  });

  it('knows no line that was paid where nothing was: a claim of before is decided as a whole', () => {
    expect(adjudicate(inputOf([certain, found]))).toMatchObject({
      outcome: 'approved',
      paidBefore: undefined,
      settledPart: undefined,
    });
  });
});
