import { describe, expect, it } from 'vitest';
import { cutAtRules } from '../../../../contexts/reading/domain/words-at-rules.ts';
import { printPage } from '../../../support/ocr-builder.ts';

const wordsOf = (text: string) =>
  cutAtRules(printPage({ texts: [{ text, x: 20, y: 40 }] }).lines).flatMap(({ words }) => words);

describe('a word in which the rule of a table stands', () => {
  it('is the words of two cells, each where it stands', () => {
    const [amount, inpe, ...more] = wordsOf('300.00Dhs|158966918');
    expect(more).toEqual([]);
    expect([amount?.text, inpe?.text]).toEqual(['300.00Dhs', '158966918']);
    expect(amount!.box.left).toBeCloseTo(wordsOf('300.00Dhs')[0]!.box.left);
    expect(inpe!.box.left).toBeGreaterThan(amount!.box.left + amount!.box.width - 1e-9);
    expect(inpe!.polygon[0]!.x).toBeCloseTo(inpe!.box.left);
  });

  it.each(['1|3|9|7', '|EL', 'K|', 'CS|1', '250,00|'])('is one word where it is %s', (text) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual([text]);
  });
});
