import { describe, expect, it } from 'vitest';
import { completeWord } from '../../../../../local/ocr/engine/adjoining-ink.ts';
import { settleLetterCase } from '../../../../../local/ocr/engine/letter-case.ts';
import { splitLines } from '../../../../../local/ocr/engine/lines.ts';
import {
  allowedCharacters,
  isNumberLike,
  withoutDust,
} from '../../../../../local/ocr/engine/number-words.ts';
import { PageFrame } from '../../../../../local/ocr/engine/page-frame.ts';
import { undoQuarterTurns } from '../../../../../local/ocr/engine/homography.ts';
import type { ReadWord } from '../../../../../local/ocr/engine/tesseract.ts';
import { Drawing } from './support/drawing.ts';

/** A word whose letters are 10 wide every 12 pixels and as tall as given. */
function word(text: string, left: number, top = 100, height = 20): ReadWord {
  const symbols = text.split('').map((letter, i) => ({
    text: letter,
    confidence: 90,
    box: { left: left + 12 * i, top, right: left + 12 * i + 10, bottom: top + height },
  }));
  const right = left + 12 * text.length - 2;
  return { text, confidence: 90, symbols, box: { left, top, right, bottom: top + height } };
}

describe('words that get a second look', () => {
  it.each([
    '184203957',
    'BK412087',
    '2025-0048713',
    '03/09/2025',
    '250,00',
    '‘022',
    'O11:',
    'Jessse13',
    'B120',
  ])('are numbers, dates, amounts and codes, as %s', (text) => expect(isNumberLike(text)).toBe(true));

  it.each(['Casablanca', 'N°', '(24', 'II,', ':', '', '1', 'K'])('are not %s', (text) =>
    expect(isNumberLike(text)).toBe(false),
  );

  it('may hold letters only when letters were seen that are no misread digits', () => {
    expect(allowedCharacters('2O25-OO48').text).not.toContain('A');
    expect(allowedCharacters('AE93214').shapes).toContain('A');
    expect(allowedCharacters('BK412087').text).toContain('K');
  });

  it('may hold letters for one engine when they are as short as the code of an act', () => {
    expect(allowedCharacters('210').text).toContain('Z');
    expect(allowedCharacters('210').shapes).not.toContain('Z');
  });

  it('are rid of the dust around them', () => {
    expect(withoutDust('|‘022.')).toBe('022');
  });
});

describe('a digit lost at the end of a word', () => {
  it('is brought back into its box', () => {
    const page = new Drawing(200, 80).digit(40, 30).digit(55, 30).digit(70, 30);
    const found = completeWord(page.image, { left: 40, top: 30, right: 67, bottom: 50 }, []);
    expect(found).toEqual({ box: { left: 40, top: 30, right: 82, bottom: 50 }, isDoubtful: false });
  });

  it('is only suspected when it is as thin as a bit of wall', () => {
    const page = new Drawing(200, 80).digit(40, 30).digit(55, 30).bar(71, 28, 73, 50);
    const found = completeWord(page.image, { left: 40, top: 30, right: 67, bottom: 50 }, []);
    expect(found).toEqual({ box: { left: 40, top: 30, right: 67, bottom: 50 }, isDoubtful: true });
  });

  it('is not looked for in the next word', () => {
    const page = new Drawing(200, 80).digit(40, 30).digit(55, 30);
    const next = { left: 55, top: 30, right: 67, bottom: 50 };
    const found = completeWord(page.image, { left: 40, top: 30, right: 52, bottom: 50 }, [next]);
    expect(found.box.right).toBe(52);
  });
});

describe('lines', () => {
  it('are cut at gaps as wide as those between columns, and only there', () => {
    const line = { words: [word('Nom', 100), word(':', 142), word('BENNANI', 400), word('Youssef', 490)] };
    const parts = splitLines([line, { words: [word(' ', 10)] }], 2339);
    expect(parts.map(({ words }) => words.map(({ text }) => text))).toEqual([
      ['Nom', ':'],
      ['BENNANI', 'Youssef'],
    ]);
  });
});

describe('the case of letters that differ only in size', () => {
  it('is settled by the digits in the same row', () => {
    const lines = [
      { words: [word('03', 50)] },
      { words: [word('cs', 300, 101, 19)] },
      { words: [word('Z', 400, 106, 14)] },
      { words: [word('cs', 300, 300, 19)] },
    ];
    expect(settleLetterCase(lines).map(({ words }) => words[0]?.text)).toEqual(['03', 'CS', 'z', 'cs']);
  });
});

describe('boxes on the page as handed in', () => {
  it('start at the text’s own top left: bottom right on an upside-down page', () => {
    const frame = new PageFrame(undoQuarterTurns(2, 1000, 2000), 1000, 2000);
    const [first, second, third] = frame.polygon({ left: 100, top: 200, right: 300, bottom: 240 });
    expect(first).toEqual({ x: 0.899, y: 0.8995 });
    expect(second.x).toBeLessThan(first.x);
    expect(third.y).toBeLessThan(first.y);
  });
});
