import { describe, expect, it } from 'vitest';
import { readMissedLines } from '../../../../../local/ocr/engine/missed-lines.ts';
import type { Readers } from '../../../../../local/ocr/engine/second-look.ts';
import type { ReadLine, Tesseract } from '../../../../../local/ocr/engine/tesseract.ts';
import { Drawing } from './support/drawing.ts';

/** Engines that read the same on whatever they are shown, each its own. */
function reading(text: string, strip: string, { confidence = 92, leastChance = 0.97 } = {}): Readers {
  const box = { left: 14, top: 14, right: 80, bottom: 30 };
  const engine: Tesseract = {
    read: () => Promise.resolve([{ words: [{ text, confidence, box, symbols: [] }] }]),
    findUprightTurn: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
  return {
    text: engine,
    shapes: engine,
    orientation: engine,
    strips: { read: () => Promise.resolve({ text: strip, leastChance }) },
  };
}

/** Seven letters, at (100, 60). */
const page = () => new Drawing(400, 160).letters(100, 60, 7).image;

const missedOn = async (readers: Readers, lines: readonly ReadLine[] = [], image = page()) =>
  (await readMissedLines(image, image, lines, readers)).flatMap(({ words }) => words);

describe('a line that reading the whole page passed over', () => {
  it('is read by itself, where it stands on the page', async () => {
    expect(await missedOn(reading('Khadija', 'Khadija'))).toMatchObject([
      { text: 'Khadija', box: { left: 100, top: 60, right: 166, bottom: 76 } },
    ]);
  });

  it('is not read again where a word covers it', async () => {
    const box = { left: 96, top: 56, right: 190, bottom: 80 };
    const covered: ReadLine = { words: [{ text: 'Karima', confidence: 90, box, symbols: [] }] };
    expect(await missedOn(reading('Khadija', 'Khadija'), [covered])).toEqual([]);
  });

  it.each([
    ['the engines differ, as on Arabic and signatures', reading('Khadija', 'Hal!')],
    ['one of them is not sure', reading('Khadija', 'Khadija', { leastChance: 0.3 })],
    ['neither letters nor digits are read', reading('—;', '—;')],
  ])('is left where %s', async (_, readers) => {
    expect(await missedOn(readers)).toEqual([]);
  });

  it('is kept where it is a number of which the engines differ in a digit: all numbers are read again', async () => {
    expect(await missedOn(reading('15-5-2011', '15-3-2011'))).toMatchObject([{ text: '15-5-2011' }]);
    expect(await missedOn(reading('15-5-2011', '4-12-1987'))).toEqual([]);
  });

  it('is no line where two letters stand alone, nor where a rule is left', async () => {
    const two = new Drawing(400, 160).letters(100, 60, 2).bar(20, 100, 380, 112).image;
    expect(await missedOn(reading('AB', 'AB'), [], two)).toEqual([]);
  });
});
