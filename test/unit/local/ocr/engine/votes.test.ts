import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vote, type Readings } from '../../../../../local/ocr/engine/votes.ts';

const reading = (text: string, confidence = 95) => ({ text, confidence });
/** Later steps refer a value to a person below this. */
const REFERRED_BELOW = 60;

describe('votes on a number', () => {
  it('are sure when two different engines read the same', () => {
    const verdict = vote({ page: '184203957', word: reading('184203957'), shapes: reading('184203957') });
    expect(verdict).toEqual({ text: '184203957', confidencePercent: 95 });
  });

  it('trust the two engines on the word more than a reading of the whole page that lost a digit', () => {
    const verdict = vote({ page: '18420395', word: reading('184203957'), shapes: reading('184203957') });
    expect(verdict.text).toBe('184203957');
    expect(verdict.confidencePercent).toBeGreaterThan(REFERRED_BELOW);
    expect(verdict.confidencePercent).toBeLessThan(95);
  });

  it('hear the enlarged word when the page gave another number of the same length', () => {
    const readings = { page: '90', word: reading('96'), shapes: reading('96') };
    expect(vote({ ...readings, enlarged: reading('96') })).toEqual({ text: '96', confidencePercent: 88 });
    expect(vote({ ...readings, enlarged: reading('90') }).confidencePercent).toBeLessThan(REFERRED_BELOW);
  });

  it('count the comma and the point of an amount as the same', () => {
    expect(
      vote({ page: '250,00', word: reading('250,00'), shapes: reading('250.00') }).confidencePercent,
    ).toBe(95);
  });

  it('accept what the neural network reads alike and surely three times', () => {
    const verdict = vote({
      page: '022',
      word: reading('022'),
      shapes: reading('922'),
      enlarged: reading('022'),
    });
    expect(verdict.text).toBe('022');
    expect(verdict.confidencePercent).toBeGreaterThan(REFERRED_BELOW);
  });

  it.each<[string, Readings]>([
    [
      'the enlarged word reads otherwise',
      { page: '143', word: reading('143'), shapes: reading('743'), enlarged: reading('193') },
    ],
    [
      'the network agrees with itself but is unsure',
      { page: '638', word: reading('638', 70), shapes: reading('538'), enlarged: reading('638', 95) },
    ],
    [
      'only one engine reads anything',
      { page: '', word: reading(''), shapes: reading('123'), enlarged: reading('') },
    ],
    ['nothing was read', { page: '', word: reading(''), shapes: reading(''), enlarged: reading('') }],
  ])('send the number to a person when %s', (_, readings) => {
    expect(vote(readings).confidencePercent).toBeLessThan(REFERRED_BELOW);
  });

  it('never accept a number that only one reading gave', () => {
    const number = fc.stringMatching(/^[0-9]{3,9}$/u);
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { minLength: 4, maxLength: 4 }),
        ([page, word, shapes, enlarged]) => {
          const readings = {
            page: page!,
            word: reading(word!, 99),
            shapes: reading(shapes!, 99),
            enlarged: reading(enlarged!, 99),
          };
          expect(vote(readings).confidencePercent).toBeLessThan(REFERRED_BELOW);
        },
      ),
    );
  });
});
