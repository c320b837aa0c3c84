import { describe, expect, it } from 'vitest';
import { paidForOf, paidForOfLetter } from '../../../../contexts/messaging/domain/paid-for.ts';
import { readRuleBookData } from '../../../../contexts/rules/rule-book-data.ts';

const paid = (keyLetter: string, paidCentimes = 5_600) => ({ outcome: 'paid', keyLetter, paidCentimes });

describe('what something is paid for', () => {
  it('is known of every key letter that the rules know', () => {
    const letters = new Set(readRuleBookData().keyLetters.map(({ letter }) => letter));
    expect(Object.keys(paidForOfLetter).toSorted()).toEqual([...letters].toSorted());
  });

  it('is each kind once, and nothing that is rejected, waits, comes to nothing or goes to an establishment', () => {
    expect(
      paidForOf([
        paid('CS'),
        paid('CNPSY'),
        { ...paid('Z'), outcome: 'rejected' },
        { ...paid('B'), outcome: 'referred', paidCentimes: undefined },
        { ...paid('V'), paidCentimes: 0 },
        { ...paid('HOSP_MED_JOUR'), payeeInpe: '091024578' },
        { outcome: 'paid', kind: 'medicine', paidCentimes: 100 },
      ]),
    ).toEqual(['consultation', 'medicines']);
  });

  it('is what was not told before, where part was paid before', () => {
    expect(paidForOf([paid('CS'), paid('B')], [paid('CS')])).toEqual(['analyses']);
    expect(paidForOf([paid('CS'), paid('CS')], [paid('CS')])).toEqual(['consultation']);
    expect(paidForOf([paid('C'), paid('B')], [paid('CS')])).toBeUndefined();
  });

  it('is known however the letter was written', () => {
    expect(paidForOf([paid('Cs.'), paid('b ')])).toEqual(['consultation', 'analyses']);
  });

  it('is an act where the letter is of another version of the rules', () => {
    expect(paidForOf([paid('toString'), { outcome: 'paid', paidCentimes: 1 }])).toEqual(['acts']);
  });
});
