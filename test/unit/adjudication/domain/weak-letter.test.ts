import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { isOnlyPossibleLetter } from '../../../../contexts/adjudication/domain/weak-letter.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, field, provider } from './claim-builder.ts';

const rules = currentRuleBook();
const around = (
  specialty: string,
  coefficientHundredths?: number,
  sector: 'PRIVATE' | 'PUBLIC' = 'PRIVATE',
) => ({
  coefficientHundredths,
  provider: { sector, specialty },
  dateOfCare: '2025-09-03',
});

describe('a key letter that was read weakly', () => {
  it.each([
    ['C', around('Médecine générale', 100)],
    ['CS', around('Pédiatrie', 100)],
    ['CS', around('Dermatologie')],
    ['V', around('Médecine générale', 100)],
  ] as const)('%s can be no other letter for %j', (letter, known) => {
    expect(isOnlyPossibleLetter(letter, known, rules)).toBe(true);
  });

  it.each([
    ['CS of a cardiologist, which may be CSC', 'CS', around('Cardiologie', 100)],
    ['C of a specialist, which may be CS', 'C', around('Pédiatrie', 100)],
    ['CS of a general practitioner, who bills none', 'CS', around('Médecine générale', 100)],
    ['C without a coefficient, which may be KC', 'C', around('Médecine générale')],
    ['B, which looks like P', 'B', around('Biologie médicale', 12_000)],
    ['K, which may be KA or KC', 'K', around('Chirurgie', 3_000)],
    ['V of a specialist, which may be VS', 'V', around('Pédiatrie', 100)],
    ['CSC of a cardiologist, which may be CS', 'CSC', around('Cardiologie', 100)],
    ['C in a public hospital, which may be CP', 'C', around('Médecine générale', 100, 'PUBLIC')],
    ['a letter of no rule', 'XY', around('Pédiatrie', 100)],
  ] as const)('is not settled for %s', (_, letter, known) => {
    expect(isOnlyPossibleLetter(letter, known, rules)).toBe(false);
  });
});

describe('a claim with a key letter that was read weakly', () => {
  const weakAct: CareFormAct = {
    ...act(),
    keyLetter: field('CS', { confidencePercent: 62, doubts: ['LOW_CONFIDENCE'] }),
  };
  const pediatrician = provider({ specialty: 'Pédiatrie' });
  const decide = (weak: CareFormAct, changes: Parameters<typeof claimInput>[0] = {}) =>
    adjudicate(claimInput({ provider: pediatrician, ...changes, form: { acts: [weak], ...changes.form } }));

  it('is paid where all that is sure of the act leaves no other letter', () => {
    expect(decide(weakAct)).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 });
  });

  it.each<[string, CareFormAct, Parameters<typeof claimInput>[0]]>([
    ['the specialty allows another letter', weakAct, { provider: provider({ specialty: 'Cardiologie' }) }],
    ['the provider is not sure', weakAct, { form: { inpe: field('091024578', { confidencePercent: 20 }) } }],
    ['the amounts do not add up', weakAct, { form: { totalCentimes: field(26_000) } }],
    [
      'the coefficient is not sure',
      { ...weakAct, coefficientHundredths: field(100, { confidencePercent: 60 }) },
      {},
    ],
    ['the date is not sure', { ...weakAct, dateOfCare: field('2025-09-03', { confidencePercent: 60 }) }, {}],
    ['it was hardly read', { ...weakAct, keyLetter: field('CS', { confidencePercent: 20 }) }, {}],
    [
      'it was made of another character',
      { ...weakAct, keyLetter: field('CS', { doubts: ['CORRECTED_CHARACTERS'] }) },
      {},
    ],
    ['no tariff knows it', { ...weakAct, keyLetter: field('CX', { confidencePercent: 62 }) }, {}],
  ])('is referred where %s', (_, weak, changes) => {
    expect(decide(weak, changes)).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
  });
});
