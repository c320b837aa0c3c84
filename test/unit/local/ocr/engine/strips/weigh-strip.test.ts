import { describe, expect, it } from 'vitest';
import { weighStrip } from '../../../../../../local/ocr/engine/strips/weigh-strip.ts';

describe('a word that two engines of different kinds read', () => {
  it.each([
    ['250,00', 45, '250.00', 88],
    ['CD635496', 75, '|CD635496', 95],
    ['12/08/1977', 95, '12/08/1977', 98],
    ['1580.00', 95, '1 580.00', 98],
    ['csc.1', 65, 'CSC.1', 95],
    ['344418132', 75, '3444.18132', 95],
  ])('alike, as %s at %d %% and %s, is worth %d %%', (text, confidence, strip, percent) =>
    expect(weighStrip({ text, confidence }, { text: strip, leastChance: 0.5 })).toEqual({
      text,
      confidence: percent,
    }),
  );

  it('differently is what the sure one says, where Tesseract doubts', () => {
    const doubted = { text: '20', confidence: 45 };
    expect(weighStrip(doubted, { text: 'B.20', leastChance: 0.99 })).toEqual({
      text: 'B.20',
      confidence: 75,
    });
    expect(weighStrip(doubted, { text: 'B.20', leastChance: 0.85 })).toEqual({
      text: 'B.20',
      confidence: 62,
    });
    expect(weighStrip(doubted, { text: 'B.20', leastChance: 0.7 }).confidence).toBeLessThan(60);
    expect(weighStrip(doubted, { text: 'B.20', leastChance: 0.4 })).toEqual(doubted);
  });

  it('differently is never worth much, where each is sure of its own', () => {
    expect(weighStrip({ text: '225', confidence: 95 }, { text: 'Z 25', leastChance: 0.98 })).toEqual({
      text: 'Z25',
      confidence: 62,
    });
    const kept = { text: '225', confidence: 95 };
    expect(weighStrip(kept, { text: 'Z25', leastChance: 0.9 })).toEqual(kept);
  });

  it('never loses an amount’s comma for a longer number', () => {
    expect(
      weighStrip({ text: '15.00', confidence: 95 }, { text: '1500', leastChance: 0.99 }).confidence,
    ).toBe(62);
  });

  it('stays as it is where the other read nothing, or letters where Tesseract read good ones', () => {
    const arabic = { text: 'pul', confidence: 40 };
    expect(weighStrip(arabic, { text: '', leastChance: 0 })).toEqual(arabic);
    const name = { text: 'EL', confidence: 93 };
    expect(weighStrip(name, { text: 'L', leastChance: 0.99 })).toEqual(name);
  });
});
