import { describe, expect, it } from 'vitest';

import { readMissedNumbers } from '../../../../../local/ocr/engine/missed-numbers.ts';
import type { Readers } from '../../../../../local/ocr/engine/second-look.ts';
import type { PixelBox, ReadLine, Tesseract } from '../../../../../local/ocr/engine/tesseract.ts';
import { Drawing } from './support/drawing.ts';
import { silentStrips } from './support/silent-strips.ts';

/** Engines that read the same on whatever they are shown, each its own, and count how often they are asked. */
function reading(
  text: string,
  shapes = text,
  confidence = 60,
): { readonly readers: Readers; readonly asked: () => number } {
  let asked = 0;
  const box: PixelBox = { left: 0, top: 0, right: 1, bottom: 1 };
  const engine = (read: string): Tesseract => ({
    read: () => {
      asked += 1;
      return Promise.resolve([{ words: [{ text: read, confidence, box, symbols: [] }] }]);
    },
    findUprightTurn: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  });
  const readers = {
    text: engine(text),
    shapes: engine(shapes),
    orientation: engine(''),
    strips: silentStrips,
  };
  return { readers, asked: () => asked };
}

/** A number of three digits, each 12 wide and 20 tall, at (40, 30). */
const number = () => new Drawing(200, 80).digit(40, 30).digit(55, 30).digit(70, 30);

const textsOf = (lines: readonly ReadLine[]) => lines.flatMap(({ words }) => words.map(({ text }) => text));

describe('a number that reading the whole page passed over', () => {
  it('is read by itself, with the place of each digit', async () => {
    const { readers } = reading('260');
    const [line] = await readMissedNumbers(number().image, [], readers);
    expect(line?.words[0]).toMatchObject({
      text: '260',
      box: { left: 40, top: 30, right: 82 },
    });
    expect(line?.words[0]?.symbols.map(({ box }) => box.left)).toEqual([40, 55, 70]);
  });

  it('is read with the letter and the sign before it, where it is an act’s coefficient', async () => {
    const { readers } = reading('B=260', '', 93);
    const coded = number().digit(8, 30).bar(26, 38, 34, 39).bar(26, 43, 34, 44);
    const [line, ...others] = await readMissedNumbers(coded.image, [], readers);
    expect(line?.words[0]).toMatchObject({ text: 'B=260', box: { left: 8, right: 82 } });
    expect(others).toEqual([]);
    expect(await readMissedNumbers(coded.image, [], reading('B=260', '', 70).readers)).toEqual([]);
  });

  it('is not read again where a word covers it', async () => {
    const { readers, asked } = reading('260');
    const box = { left: 40, top: 30, right: 82, bottom: 50 };
    const covered: ReadLine = { words: [{ text: '260', confidence: 96, box, symbols: [] }] };
    expect(await readMissedNumbers(number().image, [covered], readers)).toEqual([]);
    expect(asked()).toBe(0);
  });

  it('is not taken for one where the ink is uneven, as Arabic and handwriting are', async () => {
    const { readers, asked } = reading('260');
    const uneven = new Drawing(200, 80).digit(40, 30).bar(55, 24, 62, 58);
    expect(await readMissedNumbers(uneven.image, [], readers)).toEqual([]);
    expect(asked()).toBe(0);
  });

  it.each([
    ['what is read is no number', 'lune', 'lune'],
    ['the engines differ', '260', '280'],
  ])('is left where %s', async (_, text, shapes) => {
    const { readers } = reading(text, shapes);
    expect(textsOf(await readMissedNumbers(number().image, [], readers))).toEqual([]);
  });

  it('costs a page full of such ink no more than sixty readings', async () => {
    const { readers, asked } = reading('lune');
    const crowded = new Drawing(2_000, 2_000);
    for (let row = 0; row < 40; row += 1)
      for (let column = 0; column < 20; column += 1)
        crowded.digit(10 + 90 * column, 10 + 45 * row).digit(25 + 90 * column, 10 + 45 * row);
    await readMissedNumbers(crowded.image, [], readers);
    expect(asked()).toBe(60);
  });
});
