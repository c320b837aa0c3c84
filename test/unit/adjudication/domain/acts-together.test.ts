import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { isOverridable } from '../../../../contexts/adjudication/domain/attestations.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, provider, type ActValues } from './claim-builder.ts';

const decide = (
  lines: readonly ActValues[],
  changes: Parameters<typeof claimInput>[0] = {},
): ReturnType<typeof adjudicate> =>
  adjudicate(claimInput({ ...changes, form: { acts: lines.map((line) => act(line)), ...changes.form } }));

const apart = (line: number, withLine: number) => ({
  kind: 'doubt',
  code: 'ACTS_NOT_TOGETHER',
  field: 'keyLetter',
  line,
  details: { withLine },
});

describe('several acts of one provider and day', () => {
  it('are doubted where they are consultations: no rule lets two be paid', () => {
    const psychiatrist = provider({ specialty: 'Psychiatrie' });
    const decision = decide(
      [
        { billedCentimes: 25_000 },
        { billedCentimes: 20_000 },
        { keyLetter: 'CNPSY', billedCentimes: 30_000 },
      ],
      { provider: psychiatrist },
    );
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(decision.findings).toEqual(expect.arrayContaining([apart(1, 0), apart(2, 0)]));
  });

  it.each([
    ['a consultation and a visit', 'CS', 'VS'],
    ['two consultations of other letters', 'CS', 'CSC'],
    ['a consultation with its ECG and an act that may be that ECG', 'CSC', 'KC'],
  ])('are doubted where they are %s, in any order', (_, one, other) => {
    for (const letters of [
      [one, other],
      [other, one],
    ]) {
      const lines = letters.map((keyLetter) => ({ keyLetter, billedCentimes: 25_000 }));
      expect(decide(lines).findings).toContainEqual(apart(1, 0));
    }
  });

  it.each([
    ['a consultation with a picture', [{}, { keyLetter: 'Z', coefficientHundredths: 1_000 }]],
    [
      'two pictures',
      [
        { keyLetter: 'Z', coefficientHundredths: 1_000 },
        { keyLetter: 'Z', coefficientHundredths: 2_000, billedCentimes: 30_000 },
      ],
    ],
    ['two consultations of other days', [{}, { dateOfCare: '2025-09-10' }]],
  ])('are paid where they are %s', (_, lines) => {
    expect(decide(lines).outcome).toBe('approved');
  });

  it('are paid where a rule of the day allows the pair, and doubted the day before', () => {
    const rules = currentRuleBook();
    const [row] = rules.data.actsTogether;
    const pair = { ...row!, id: 'together-cs-csc', letters: ['CS'], with: ['CSC'], validFrom: '2025-09-03' };
    const book = createRuleBook({ ...rules.data, actsTogether: [...rules.data.actsTogether, pair] });
    const on = (dateOfCare: string) =>
      decide([{ dateOfCare }, { dateOfCare, keyLetter: 'CSC' }], { rules: book }).outcome;
    expect(on('2025-09-03')).toBe('approved');
    expect(on('2025-09-02')).toBe('referred');
  });

  it('are for a supervisor to say, with a reason', () => {
    expect(isOverridable({ kind: 'doubt', code: 'ACTS_NOT_TOGETHER' })).toBe(true);
    const overrides = [{ code: 'ACTS_NOT_TOGETHER', line: 1 }];
    expect(decide([{}, { keyLetter: 'CSC' }], { overrides }).outcome).toBe('approved');
  });
});
