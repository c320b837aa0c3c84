import { describe, expect, it } from 'vitest';
import { weighStrip } from '../../../../../../local/ocr/engine/strips/weigh-strip.ts';

describe('a word that two engines of different kinds read', () => {
  it.each([
    ['250,00', 45, '250.00', 92],
    ['CD635496', 75, '|CD635496', 96],
    ['12/08/1977', 95, '12/08/1977', 98],
    ['1580.00', 95, '1 580.00', 98],
    ['CSC.1', 65, 'csc.1', 96],
    ['344418132', 75, '3444.18132', 96],
    ['C1', 95, 'C=1', 98],
  ])('alike, as %s at %d %% and %s, is worth %d %%', (text, confidence, strip, percent) =>
    expect(weighStrip({ text, confidence }, { text: strip, leastChance: 0.5 })).toEqual({
      text,
      confidence: percent,
    }),
  );

  it('alike but for the size of its letters is a code in capitals', () =>
    expect(weighStrip({ text: 'Cs.1', confidence: 44 }, { text: 'CS.1', leastChance: 0.8 }).text).toBe(
      'CS.1',
    ));

  it('differently is what the sure one says, where Tesseract doubts', () => {
    const doubted = { text: '20', confidence: 45 };
    const read = (leastChance: number) => weighStrip(doubted, { text: 'B.20', leastChance });
    expect(read(0.99)).toMatchObject({ text: 'B.20' });
    expect(read(0.85)).toMatchObject({ text: 'B.20' });
    expect(read(0.99).confidence).toBeGreaterThan(read(0.85).confidence);
    expect(read(0.7).confidence).toBeLessThan(60);
    expect(read(0.4)).toEqual(doubted);
  });

  it('differently is never worth much, where each is sure of its own', () => {
    expect(weighStrip({ text: '250,00', confidence: 95 }, { text: '280,00', leastChance: 0.98 })).toEqual({
      text: '280,00',
      confidence: 62,
    });
    const kept = { text: '250,00', confidence: 95 };
    expect(weighStrip(kept, { text: '280,00', leastChance: 0.9 })).toEqual(kept);
  });

  it.each([
    ['297.5C', 95, '297.50'],
    ['63896787', 88, '163896787'],
    ['Zine', 77, 'Zineb'],
    ['249', 95, 'Z49'],
  ])('as %s at %d %% and, certainly, as %s is the latter', (text, confidence, strip) =>
    expect(weighStrip({ text, confidence }, { text: strip, leastChance: 0.998 })).toEqual({
      text: strip,
      confidence: 84,
    }),
  );

  it.each([
    ['225', 'Z 25', 'Z25'],
    ['CSI', 'CS1', 'CS1'],
    ['8.220', 'B.220', 'B.220'],
  ])('as %s and as the code of an act that looks like it is the code: %s', (text, strip, code) =>
    expect(weighStrip({ text, confidence: 95 }, { text: strip, leastChance: 0.85 })).toEqual({
      text: code,
      confidence: 62,
    }),
  );

  it('never loses an amount’s comma for a longer number', () => {
    const read = weighStrip({ text: '15.00', confidence: 95 }, { text: '1500', leastChance: 0.99 });
    expect(read.confidence).toBe(62);
  });

  it('stays as it is where the other read nothing, or letters where Tesseract read good ones', () => {
    const arabic = { text: 'pul', confidence: 40 };
    expect(weighStrip(arabic, { text: '', leastChance: 0 })).toEqual(arabic);
    const name = { text: 'EL', confidence: 93 };
    expect(weighStrip(name, { text: 'L', leastChance: 0.99 })).toEqual(name);
  });

  it('in two short ways that have nothing in common is no word: a stamp, Arabic, a drawing', () => {
    const drawing = { text: 'VAS', confidence: 0 };
    expect(weighStrip(drawing, { text: '33', leastChance: 0.99 })).toEqual(drawing);
  });
});
