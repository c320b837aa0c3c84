import { describe, expect, it } from 'vitest';

import type { CareForm, CareFormAct, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import type { FieldEvidence } from '../../../../contexts/rules/reading-signs.ts';
import { hearSecondLooks } from '../../../../contexts/reading/domain/second-look/hear-second-looks.ts';
import type { SecondLook } from '../../../../contexts/reading/domain/witnesses.ts';
import { form } from '../../adjudication/domain/claim-builder.ts';
import {
  type Turns,
  type Weakness,
  type Said,
  at,
  unsure,
  guess,
  printed,
  placeOf,
  read,
  look,
  row,
  heard,
} from './support/second-looks.ts';

describe('a second reading that agrees with the first', () => {
  it.each<[keyof CareFormAct, ReadField<unknown>, Said]>([
    ['keyLetter', read('CS', 'CS', at.letter, unsure), ['CS', at.letter]],
    ['coefficientHundredths', read(1_600, '16', at.coefficient, unsure), ['16', at.coefficient]],
    ['quantity', read(2, '2', at.quantity, unsure), ['2', at.quantity]],
    ['dateOfCare', read('2025-09-03', '03/09/2025', at.date, unsure), ['03.09.2025', at.date]],
    ['billedCentimes', read(25_000, '250,00', at.amount, unsure), ['250,00', at.amount]],
    ['billedCentimes', read(25_000, '250 00', at.amount, unsure), ['25000', at.amount]],
    ['billedCentimes', read(25_000, '250 00', at.amount, unsure), ['250 | O.', at.amount]],
    ['billedCentimes', read(25_000, '250.00DH', at.amount, unsure), ['250 QODH', at.amount]],
    ['billedCentimes', read(25_000, '250 | 00', at.amount, unsure), ['250 1 00', at.amount]],
    ['billedCentimes', read(25_000, '250, 00Dhs', at.amount, unsure), ['250, 00DOS', at.amount]],
    ['billedCentimes', read(25_000, '250,00 Dhs hs', at.amount, unsure), ['250,00Dhs hs', at.amount]],
  ])('takes away the doubt about the characters of the %s', (name, weak, said) => {
    expect(heard({ [name]: weak }, said)[name]).toMatchObject({
      value: weak.value,
      doubts: [],
      confidencePercent: 95,
      evidence: ['SECOND_LOOK'],
    });
  });

  it.each<[keyof CareForm, ReadField<unknown>, string]>([
    ['registrationNumber', read('184203957', '184203957', at.date, unsure), '184203957'],
    ['cin', read('BK412087', 'BK412087', at.date, unsure), 'BK412087'],
    ['inpe', read('091024578', '091024578', at.date, unsure), '091024578'],
    ['patientBirthDate', read('1979-03-14', '14/03/1979', at.date, unsure), '14/03/1979'],
    ['totalCentimes', read(25_000, '250,00', at.date, unsure), '250,00'],
    ['patientName', read('TAHIRI Aziz', 'TAHIRI Aziz', at.date, unsure), 'Tahiri AZIZ'],
  ])('takes it away of the %s too', (name, weak, said) => {
    const again = hearSecondLooks(form({ [name]: weak }), [look([[said, at.date]])]);
    expect(again[name]).toMatchObject({ value: weak.value, doubts: [], evidence: ['SECOND_LOOK'] });
  });

  it('takes the whole of a day of which the first lost the beginning', () => {
    const short = read('2028-10-06', '6-10-28', at.date);
    expect(heard({ dateOfCare: short }, ['2026-10-28', at.date]).dateOfCare).toMatchObject({
      value: '2026-10-28',
      doubts: [],
    });
    expect(heard({ dateOfCare: short }, ['2026-11-28', at.date]).dateOfCare).toMatchObject({
      value: '2028-10-06',
      doubts: ['SECOND_LOOK_DIFFERS'],
    });
  });

  it('makes nothing less sure than it was, and leaves what else speaks for it', () => {
    const sure = read('CS', 'CS', at.letter, { confidencePercent: 99, evidence: ['LABEL'] });
    expect(heard({ keyLetter: sure }, ['CS', at.letter, 55]).keyLetter).toMatchObject({
      confidencePercent: 99,
      evidence: ['SECOND_LOOK', 'LABEL'],
    });
  });

  it('leaves a doubt that is about the value and not about its characters', () => {
    const dateOfCare = read('2025-09-03', '03/09/2025', at.date, { doubts: ['IMPOSSIBLE_VALUE'] });
    expect(heard({ dateOfCare }, ['03/09/2025', at.date]).dateOfCare?.doubts).toEqual(['IMPOSSIBLE_VALUE']);
  });

  it('leaves doubted what both readings had to correct', () => {
    const weak = { confidencePercent: 60, doubts: ['LOW_CONFIDENCE', 'CORRECTED_CHARACTERS'] } as const;
    const coefficientHundredths = read(4_800, '4B', at.coefficient, weak);
    const doubtsAfter = (said: string) =>
      heard({ coefficientHundredths }, [said, at.coefficient]).coefficientHundredths?.doubts;
    expect(doubtsAfter('4B')).toEqual(['CORRECTED_CHARACTERS']);
    expect(doubtsAfter('48')).toEqual([]);
  });

  it('gives letter and coefficient of `Z48`, and no 248', () => {
    const keyLetter = read('Z', 'Z48', at.letter, unsure);
    const coefficientHundredths = read(4_800, 'Z48', at.letter, unsure);
    expect(heard({ keyLetter, coefficientHundredths }, ['Z48', at.letter])).toMatchObject({
      keyLetter: { value: 'Z', doubts: [], evidence: ['SECOND_LOOK'] },
      coefficientHundredths: { value: 4_800, doubts: [], evidence: ['SECOND_LOOK'] },
    });
  });

  it.each<Turns>([0, 1, 2, 3])('is put together in the order of its words on a page lying by %i', (lying) => {
    const text = '184 203 957';
    const registrationNumber = {
      ...read('184203957', text, at.date, unsure),
      source: placeOf(text, at.date, 100, lying),
    };
    const line = printed([text, at.date], 100, lying);
    for (const words of [line.words, line.words.toReversed()]) {
      const again: SecondLook = {
        ...registrationNumber.source,
        quarterTurns: (4 - lying) % 4,
        lines: [{ ...line, words }],
      };
      const heardAgain = hearSecondLooks(form({ registrationNumber }), [again]).registrationNumber;
      expect(heardAgain).toMatchObject({ value: '184203957', doubts: [] });
    }
  });
});

describe('a second reading that differs from the first', () => {
  it('leaves the value and makes it a doubt', () => {
    const { keyLetter } = heard({}, ['C', at.letter]);
    expect(keyLetter).toMatchObject({ value: 'CS', doubts: ['SECOND_LOOK_DIFFERS'] });
    expect(keyLetter?.confidencePercent).toBeLessThan(80);
  });

  it.each<FieldEvidence>(['REGISTRY', 'SUM'])('says nothing against what the %s proves', (proof) => {
    const inpe = read('091024578', '091024578', at.date, { evidence: [proof] });
    expect(hearSecondLooks(form({ inpe }), [look([['091024579', at.date]])]).inpe).toEqual(inpe);
  });

  it('says something against what has only its label or place to show', () => {
    const inpe = read('091024578', '091024578', at.date, { evidence: ['LABEL', 'PLACE'] });
    expect(hearSecondLooks(form({ inpe }), [look([['091024579', at.date]])]).inpe?.doubts).toEqual([
      'SECOND_LOOK_DIFFERS',
    ]);
  });

  it.each<[string, Said]>([
    ['is a guess itself', ['C', at.letter, 49]],
    ['had to be corrected', ['0', at.letter]],
    ['stands in another column', ['C', at.coefficient]],
  ])('says nothing where it %s', (_, said) => {
    expect(heard({}, said).keyLetter).toEqual(row().keyLetter);
  });

  it('takes the place of a guess where it is sure', () => {
    const coefficientHundredths = read(1_600, '16', at.coefficient, guess);
    expect(heard({ coefficientHundredths }, ['18', at.coefficient]).coefficientHundredths).toMatchObject({
      value: 1_800,
      text: '18',
      confidencePercent: 96,
      doubts: [],
      evidence: ['PLACE'],
    });
  });

  it.each<[string, Weakness, Said]>([
    ['of a guess where it is unsure itself', guess, ['18', at.coefficient, 79]],
    ['of a guess that the registry proves', { ...guess, evidence: ['REGISTRY'] }, ['18', at.coefficient]],
    ['of a guess that the sum proves', { ...guess, evidence: ['SUM'] }, ['18', at.coefficient]],
    ['of what was read better than a guess', { confidencePercent: 50 }, ['18', at.coefficient]],
  ])('does not take the place %s', (_, weakness, said) => {
    const coefficientHundredths = read(1_600, '16', at.coefficient, weakness);
    const again = heard({ coefficientHundredths }, said).coefficientHundredths;
    expect(again?.value).toBe(1_600);
  });
});

describe('two second looks at one place, of which one differs', () => {
  /** A look at the coefficient by itself. */
  const cell = (said: string): SecondLook => ({
    ...placeOf('000', at.coefficient),
    quarterTurns: 0,
    lines: [printed([said, at.coefficient], 100, 0)],
  });
  const coefficientOf = (line: string, alone: string) => {
    const whole = form({ acts: [row({ coefficientHundredths: read(35_000, '350', at.coefficient) })] });
    const looks = [look([[line, at.coefficient]]), cell(alone)];
    return hearSecondLooks(whole, looks).acts[0]?.coefficientHundredths;
  };

  it('agree with the first reading where the one that differs only lost characters at an end', () => {
    const agreed = { value: 35_000, doubts: [], evidence: ['SECOND_LOOK'] };
    expect(coefficientOf('35', '350')).toMatchObject(agreed);
    expect(coefficientOf('350', '50')).toMatchObject(agreed);
  });

  it.each([
    ['another character', '380', '350'],
    ['a character more', '3500', '350'],
    ['a character less, and the other one too', '35', '35'],
  ])('make a doubt where it has %s', (_, line, alone) => {
    expect(coefficientOf(line, alone)).toMatchObject({ value: 35_000, doubts: ['SECOND_LOOK_DIFFERS'] });
  });
});

describe('a look at another place', () => {
  it('changes nothing', () => {
    const whole = form({ acts: [row({ keyLetter: read('CS', 'CS', at.letter, unsure) })] });
    expect(hearSecondLooks(whole, [])).toEqual(whole);
    expect(hearSecondLooks(whole, [look([['CS', at.letter]], 110)])).toEqual(whole);
    expect(hearSecondLooks(whole, [{ ...look([['CS', at.letter]]), page: 2 }])).toEqual(whole);
    expect(hearSecondLooks(whole, [look([])])).toEqual(whole);
  });
});

describe('a second reading that took the letter for a digit', () => {
  it('says nothing against the coefficient in the same word', () => {
    const code = {
      keyLetter: read('Z', 'Z56', at.letter),
      coefficientHundredths: read(5_600, 'Z56', at.letter),
    };
    expect(heard(code, ['756', at.letter]).coefficientHundredths?.doubts).toEqual([]);
    expect(heard(code, ['Z58', at.letter]).coefficientHundredths?.doubts).toEqual(['SECOND_LOOK_DIFFERS']);
  });
});

describe('amounts that do not add up', () => {
  const first = row();
  const second = (billedCentimes: number, text: string): CareFormAct =>
    row({ billedCentimes: read(billedCentimes, text, at.amount, {}, 107) }, 107);
  const total = (centimes: number, text: string): ReadField<number> =>
    read(centimes, text, at.amount, {}, 120);
  const amounts = ({ acts, totalCentimes }: CareForm) => [
    ...acts.map(({ billedCentimes }) => billedCentimes?.value),
    totalCentimes?.value,
  ];

  it('are right by a second reading of the total that is their sum', () => {
    const whole = form({
      acts: [first, second(135_200, '1352,00')],
      totalCentimes: total(160_700, '1607,00'),
    });
    const again = hearSecondLooks(whole, [look([['1602,00', at.amount]], 120)]);
    expect(again.totalCentimes).toMatchObject({ value: 160_200, doubts: [] });
    expect(again.totalCentimes?.evidence).toEqual(expect.arrayContaining(['SUM']));
  });

  it('are right without what OCR took Arabic beside the total for, and does not believe', () => {
    const of = (weakness: Weakness, ...said: readonly Said[]): CareForm => {
      const misread = read(50_160_200, '501 602,00', at.amount, weakness, 120);
      const whole = form({ acts: [first, second(35_200, '352,00')], totalCentimes: misread });
      return hearSecondLooks(whole, [look(said, 120)]);
    };
    const rubbish = { ...guess, confidencePercent: 7 };
    const arabic: Said = [':es«xJ|', at.amount];
    const amount: Said = ['602,00', at.amount + 7];
    expect(of(rubbish, arabic, amount).totalCentimes).toMatchObject({ value: 60_200, doubts: [] });
    expect(of(guess, arabic, amount).totalCentimes).toMatchObject({ value: 60_200, doubts: [] });
    expect(of(unsure, arabic, amount).totalCentimes?.value).toBe(50_160_200);
    expect(of(rubbish, ['501', at.amount], amount).totalCentimes?.value).toBe(50_160_200);
  });

  it('are right by a second reading of one amount that makes them add up', () => {
    const whole = form({
      acts: [first, second(135_700, '1357,00')],
      totalCentimes: total(160_200, '1602,00'),
    });
    const again = hearSecondLooks(whole, [look([['1352,00', at.amount]], 107)]);
    expect(amounts(again)).toEqual([25_000, 135_200, 160_200]);
    expect(again.acts[1]?.billedCentimes?.evidence).toEqual(expect.arrayContaining(['SUM']));
    // However weak it is: no misreading makes the very amount that is missing.
    const weak = hearSecondLooks(whole, [look([['1352,00', at.amount, 30]], 107)]);
    expect(amounts(weak)).toEqual([25_000, 135_200, 160_200]);
  });

  it('stay as they were, in doubt, where the second reading does not make them right', () => {
    const whole = form({
      acts: [first, second(135_700, '1357,00')],
      totalCentimes: total(160_200, '1602,00'),
    });
    const again = hearSecondLooks(whole, [look([['1351,00', at.amount]], 107)]);
    expect(amounts(again)).toEqual([25_000, 135_700, 160_200]);
    expect(again.acts[1]?.billedCentimes?.doubts).toEqual(['SECOND_LOOK_DIFFERS']);
  });

  it('stay as they were where either of two second readings would make them right', () => {
    const whole = form({
      acts: [first, second(135_100, '1351,00')],
      totalCentimes: total(160_200, '1602,00'),
    });
    const looks = [look([['251,00', at.amount]]), look([['1352,00', at.amount]], 107)];
    expect(amounts(hearSecondLooks(whole, looks))).toEqual([25_000, 135_100, 160_200]);
  });
});
