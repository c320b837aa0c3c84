import { describe, expect, it } from 'vitest';
import { readShortCodes } from '../../../../../local/ocr/engine/short-codes.ts';
import type { PixelBox, ReadLine, ReadWord, Tesseract } from '../../../../../local/ocr/engine/tesseract.ts';
import { Drawing } from './support/drawing.ts';
import { silentStrips } from './support/silent-strips.ts';

const wordAt = (text: string, box: PixelBox): ReadWord => ({ text, confidence: 70, box, symbols: [] });

/** Both engines read the same letter, whatever they are shown. */
const engine: Tesseract = {
  read: () =>
    Promise.resolve([
      { words: [{ ...wordAt('B', { left: 0, top: 0, right: 1, bottom: 1 }), confidence: 96 }] },
    ]),
  findUprightTurn: () => Promise.resolve(undefined),
  close: () => Promise.resolve(),
};
const readers = { text: engine, shapes: engine, orientation: engine, strips: silentStrips };

/** Rows of a number, and a letter far to the right of it, 20 pixels tall. */
const ROWS = [30, 70, 110] as const;
const page = ROWS.reduce(
  (drawing, top) => drawing.digit(40, top).digit(55, top).digit(70, top).digit(160, top),
  new Drawing(260, 160),
);
const numbers = ROWS.map((top): ReadLine => {
  const box = { left: 40, top, right: 82, bottom: top + 20 };
  return { words: [{ ...wordAt('350', box), symbols: [wordAt('3', { ...box, right: 52 })] }] };
});
const letters = ROWS.map((top) => ({ left: 160, top, right: 172, bottom: top + 20 }));

const textsOf = (lines: readonly ReadLine[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('letters that stand under each other, each alone in its cell', () => {
  it('are read where reading the whole page passed over them', async () => {
    const read = await readShortCodes(page.image, numbers, readers);
    expect(textsOf(read)).toEqual(['350', '350', '350', 'B', 'B', 'B']);
  });

  it('are read in place of the one line down the page that reading all of it made of them', async () => {
    const rubbish: ReadLine = { words: letters.map((box, at) => wordAt(['ww', 'w', 'v'][at] ?? '', box)) };
    const read = await readShortCodes(page.image, [...numbers, rubbish], readers);
    expect(textsOf(read)).toEqual(['350', '350', '350', 'B', 'B', 'B']);
  });

  it('are left where words beside each other cover them', async () => {
    const covered = letters.map((box): ReadLine => ({ words: [{ ...wordAt('C', box), confidence: 95 }] }));
    expect(textsOf(await readShortCodes(page.image, [...numbers, ...covered], readers))).toEqual([
      '350',
      '350',
      '350',
      'C',
      'C',
      'C',
    ]);
  });
});
