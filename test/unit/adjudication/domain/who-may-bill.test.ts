import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, provider, specialtyBilling } from './claim-builder.ts';

const rules = currentRuleBook();

const billedBy = (specialty: string, keyLetter: string, coefficientHundredths = 100, book = rules) =>
  adjudicate(
    claimInput({
      provider: provider({ specialty }),
      form: { acts: [act({ keyLetter, coefficientHundredths, billedCentimes: 100_000 })] },
      rules: book,
    }),
  );

describe('a letter that the profession of its provider does not bill', () => {
  it.each([
    ['surgery of a nurse', 'Soins infirmiers', 'KC', 5_000],
    ['a consultation of a pharmacist', 'Pharmacie', 'C', 100],
    ['biology of a general practitioner', 'Médecine générale', 'B', 8_000],
    ['biology of a cardiologist', 'Cardiologie', 'B', 12_000],
    ['physiotherapy of a general practitioner', 'Médecine générale', 'AMM', 100],
    ['a consultation of an optician', 'Opticien', 'CS', 100],
    ['a psychiatrist’s consultation of a paediatrician', 'Pédiatrie', 'CNPSY', 100],
    ['a cardiologist’s consultation of a dermatologist', 'Dermatologie', 'CSC', 100],
    ['a consultation of a laboratory', 'Laboratoire d’analyses médicales', 'CS', 100],
    ['a pathology of a dentist', 'Chirurgie dentaire', 'P', 10_000],
  ])('is referred, not paid: %s', (_, specialty, letter, coefficient) => {
    const decision = billedBy(specialty, letter, coefficient);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'ACT_NOT_OF_SPECIALTY',
      field: 'keyLetter',
      line: 0,
      details: { sector: 'PRIVATE', keyLetter: letter },
    });
  });

  it('is paid where the profession does', () => {
    for (const [specialty, letter, coefficient] of [
      ['Médecine générale', 'C', 100],
      ['Gynécologie-obstétrique', 'CS', 100],
      ['ORL', 'CS', 100],
      ['Psychiatrie', 'CNPSY', 100],
      ['Cardiologie', 'CSC', 100],
      ['Laboratoire d’analyses médicales', 'B', 12_000],
      ['Anatomie pathologique', 'P', 10_000],
      ['Radiologie', 'Z', 4_000],
      ['Clinique', 'KC', 5_000],
    ] as const)
      expect(billedBy(specialty, letter, coefficient)).toMatchObject({ outcome: 'approved' });
  });
});

describe('a provider of a specialty that no rule knows', () => {
  it('is not told from a profession: a person says', () => {
    const decision = billedBy('Acupuncture', 'CS');
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        kind: 'doubt',
        code: 'ACT_NOT_OF_SPECIALTY',
        details: { sector: 'PRIVATE', keyLetter: 'CS', cause: 'PROFESSION_UNKNOWN' },
      }),
    );
  });
});

describe('the table of professions', () => {
  it('says who may bill each letter that has a rule', () => {
    for (const { letter } of rules.data.keyLetters) {
      const specialty = specialtyBilling(letter);
      const billing = rules.professionsOn(specialty, '2025-09-03').map(({ profession }) => profession);
      const allowed = rules
        .letterProfessionsOn(letter, '2025-09-03')
        .flatMap(({ professions }) => professions);
      expect({ letter, allowed }).toEqual({ letter, allowed: expect.arrayContaining(billing) as unknown });
      expect({ letter, professions: billing.length }).toEqual({ letter, professions: 1 });
    }
  });

  it('decides by the row of the day of care', () => {
    const until = '2025-09-02';
    const letterProfessions = rules.data.letterProfessions.flatMap((row) =>
      row.letter === 'CS'
        ? [
            { ...row, validTo: until },
            { ...row, id: 'letter-profession-cs-later', validFrom: '2025-09-03', professions: ['NURSE'] },
          ]
        : [row],
    );
    const book = createRuleBook({ ...rules.data, letterProfessions });
    expect(billedBy('Cardiologie', 'CS', 100, book).outcome).toBe('referred');
    expect(billedBy('Soins infirmiers', 'CS', 100, book).outcome).toBe('approved');
  });

  it('decides nothing by a row that is known less well than the settings accept', () => {
    const letterProfessions = rules.data.letterProfessions.map((row) =>
      row.letter === 'CS' ? { ...row, confidence: 'UNCERTAIN' as const } : row,
    );
    const decision = billedBy('Cardiologie', 'CS', 100, createRuleBook({ ...rules.data, letterProfessions }));
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        code: 'ACT_NOT_OF_SPECIALTY',
        details: expect.objectContaining({ cause: 'RULE_NOT_CERTAIN' }) as unknown,
      }),
    );
  });

  it.each([
    [
      'a specialty of two professions',
      { professions: rules.data.professions.map((row) => ({ ...row, specialties: ['cardiologie'] })) },
      /which another profession has/,
    ],
    [
      'a profession without a specialty',
      {
        letterProfessions: rules.data.letterProfessions.map((row) => ({ ...row, professions: ['HEALER'] })),
      },
      /HEALER, which no specialty has/,
    ],
    ['a letter that nobody may bill', { letterProfessions: [] }, /a letter that nobody may bill/],
  ])('refuses %s', (_, changes, message) => {
    expect(() => createRuleBook({ ...rules.data, ...changes })).toThrow(message);
  });
});
