import { describe, expect, it } from 'vitest';

import { boxAround } from '../../../../contexts/reading/domain/boxes.ts';
import { hearSecondLooks } from '../../../../contexts/reading/domain/second-look/hear-second-looks.ts';
import type { SecondLook } from '../../../../contexts/reading/domain/witnesses.ts';
import { form } from '../../adjudication/domain/claim-builder.ts';
import { type Said, at, printed, placeOf, read, look, row, heard } from './support/second-looks.ts';

describe('what only the second look found on a line', () => {
  const day: Said = ['03/09/2025', at.date];
  const amount: Said = ['250,00', at.amount];

  it.each([
    ['CS', 'CS'],
    ['K16', 'K'],
    ['Z', 'Z'],
    ['CX1', 'C'],
    ['B=240', 'B'],
  ])('is the letter of `%s` where none was read', (text, letter) => {
    expect(heard({ keyLetter: undefined }, day, [text, at.letter], amount).keyLetter).toMatchObject({
      value: letter,
      doubts: [],
      evidence: ['PLACE'],
    });
  });

  it.each([
    ['two letters stand there', 'CS K'],
    ['no tariff knows the letter', 'W'],
  ])('is no letter where %s', (_, text) => {
    expect(heard({ keyLetter: undefined }, day, [text, at.letter], amount).keyLetter).toBeUndefined();
  });

  it.each(['03/09/2025', '03 / 09 / 2025', '3 septembre 2025'])(
    'is the day `%s` where none was read',
    (text) => {
      const again = heard({ dateOfCare: undefined }, [text, at.date], ['CS', at.letter], amount);
      expect(again.dateOfCare).toMatchObject({ value: '2025-09-03', doubts: [], evidence: ['PLACE'] });
    },
  );

  it('was read twice where the line and the letter by itself give the same', () => {
    const whole = form({ acts: [row({ keyLetter: undefined })] });
    const cell: SecondLook = {
      ...placeOf('CSC', at.letter),
      quarterTurns: 0,
      lines: [printed(['CS', at.letter], 100, 0)],
    };
    const [only] = hearSecondLooks(whole, [look([day, ['CS', at.letter], amount]), cell]).acts;
    expect(only?.keyLetter).toMatchObject({ value: 'CS', evidence: ['SECOND_LOOK', 'PLACE'] });
  });

  it('is the coefficient of a graded act where none was read, as sure as two looks are that agree', () => {
    const whole = form({
      acts: [
        row({ coefficientHundredths: undefined, quantity: read(1, '1', at.coefficient) }),
        row({ keyLetter: read('KC', 'KC', at.letter, {}, 110), coefficientHundredths: undefined }, 110),
      ],
    });
    const line = look([day, ['KC', at.letter], ['31', at.coefficient], amount], 110);
    const cell: SecondLook = {
      ...placeOf('KC         31', at.letter, 110),
      quarterTurns: 0,
      lines: [printed(['31', at.coefficient], 110, 0)],
    };
    const once = hearSecondLooks(whole, [line]).acts[1];
    expect(once?.coefficientHundredths).toMatchObject({ value: 3_100, doubts: [], evidence: ['PLACE'] });
    const [consultation, surgery] = hearSecondLooks(whole, [line, cell]).acts;
    expect(surgery?.coefficientHundredths?.evidence).toEqual(['SECOND_LOOK', 'PLACE']);
    // What stands over it is a coefficient as well, and no count.
    expect(consultation?.quantity).toBeUndefined();
    expect(consultation?.coefficientHundredths?.value).toBe(100);
  });

  it.each<[string, string, readonly Said[]]>([
    [
      'two numbers are left over',
      'B',
      [
        ['31', at.coefficient],
        ['2', at.quantity],
      ],
    ],
    ['the number may be a count', 'B', [['1', at.coefficient]]],
    ['the number may be a count, whatever the letter', 'K', [['4', at.coefficient]]],
  ])('is no sure coefficient where %s', (_, letter, numbers) => {
    const lost = { keyLetter: read(letter, letter, at.letter), coefficientHundredths: undefined };
    const again = heard(lost, day, [letter, at.letter], ...numbers, amount).coefficientHundredths;
    expect(again?.doubts ?? ['NOT_READ']).not.toEqual([]);
  });

  it('is no sure coefficient where the number may be that of the row', () => {
    const acts = Array.from({ length: 6 }, (__, line) => {
      const y = 100 + 8 * line;
      return row({ keyLetter: read('K', 'K', at.letter, {}, y), coefficientHundredths: undefined }, y);
    });
    const sixth = (text: string) =>
      hearSecondLooks(form({ acts }), [
        look(
          [
            ['K', at.letter],
            [text, at.coefficient],
          ],
          140,
        ),
      ]).acts[5];
    expect(sixth('6')?.coefficientHundredths?.doubts).toEqual(['CONFLICTING_VALUES']);
    expect(sixth('16')?.coefficientHundredths).toMatchObject({ value: 1_600, doubts: [] });
  });

  it('makes a doubt of a coefficient that its own number contradicts, or that a graded act hardly has', () => {
    const count = { keyLetter: undefined, coefficientHundredths: read(200, '2', at.quantity) };
    const own = heard(count, day, ['Z16', at.letter], ['2', at.quantity], amount);
    expect(own.coefficientHundredths?.doubts).toContain('CONFLICTING_VALUES');
    const once = { keyLetter: undefined, coefficientHundredths: read(100, '1', at.quantity) };
    const bare = heard(once, day, ['B', at.letter], ['1', at.quantity], amount);
    expect(bare.coefficientHundredths?.doubts).toContain('CONFLICTING_VALUES');
  });

  it('leaves no doubt what a number is that was read again with the letter beside it, too large for a count', () => {
    const bare = (value: number) =>
      row({
        keyLetter: undefined,
        coefficientHundredths: read(value, String(value / 100), at.coefficient, {
          doubts: ['CONFLICTING_VALUES'],
        }),
      });
    const both = (value: number) => {
      const said: readonly Said[] = [
        ['B', at.letter],
        [String(value / 100), at.coefficient],
      ];
      const cell: SecondLook = {
        ...placeOf('B             350', at.letter),
        quarterTurns: 0,
        lines: said.map((one) => printed(one, 100, 0)),
      };
      return hearSecondLooks(form({ acts: [bare(value)] }), [look([day, ...said, amount]), cell]).acts[0];
    };
    expect(both(35_000)).toMatchObject({
      keyLetter: { value: 'B', evidence: ['SECOND_LOOK', 'PLACE'] },
      coefficientHundredths: { value: 35_000, doubts: [] },
    });
    expect(both(300)?.coefficientHundredths?.doubts).toContain('CONFLICTING_VALUES');
  });

  it('is not the letter of the row below, which a box around a row that falls holds too', () => {
    /** The row falls by a row's pitch on its way from the day to the amount; the letter is that of the row below. */
    const falling = row({
      keyLetter: undefined,
      coefficientHundredths: undefined,
      dateOfCare: read('2025-09-03', '03/09/2025', at.date, {}, 96),
      billedCentimes: read(25_000, '250,00', at.amount, {}, 104),
      source: {
        page: 1,
        box: boxAround([placeOf('-', at.date, 96).box, placeOf('250,00', at.amount, 104).box]),
      },
    });
    const letterAt = (y: number) => {
      const band = { ...falling.source, quarterTurns: 0, lines: [printed(['CS', at.letter], y, 0)] };
      return hearSecondLooks(form({ acts: [falling] }), [band]).acts[0]?.keyLetter?.value;
    };
    expect(letterAt(99)).toBe('CS');
    expect(letterAt(103)).toBeUndefined();
  });

  it('is no day where two stand there', () => {
    const again = heard({ dateOfCare: undefined }, day, ['04/09/2025', at.amount]);
    expect(again.dateOfCare).toBeUndefined();
  });

  it('is as sure as it is by itself', () => {
    const again = heard({ keyLetter: undefined }, ['CS', at.letter, 70]);
    expect(again.keyLetter).toMatchObject({ confidencePercent: 70, doubts: ['LOW_CONFIDENCE'] });
  });
});
