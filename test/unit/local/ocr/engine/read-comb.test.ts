import { describe, expect, it } from 'vitest';

import { findBoxes } from '../../../../../local/ocr/engine/boxes.ts';
import { readComb } from '../../../../../local/ocr/engine/read-comb.ts';
import type { Readers } from '../../../../../local/ocr/engine/second-look.ts';
import type { Tesseract } from '../../../../../local/ocr/engine/tesseract.ts';
import { Drawing } from './support/drawing.ts';
import { silentStrips } from './support/silent-strips.ts';

const cell = { width: 34, height: 36 } as const;

/** Two fields of filled cells side by side, no further apart than day and month of one. */
function twoFields(first: number, second: number): Drawing {
  const drawing = new Drawing(900, 100);
  const draw = (left: number, cells: number): void => {
    for (let i = 0; i < cells; i++) {
      const x = left + cell.width * i;
      drawing.box({ left: x, top: 30, right: x + cell.width, bottom: 30 + cell.height }).digit(x + 11, 38);
    }
  };
  draw(30, first);
  draw(30 + cell.width * first + 30, second);
  return drawing;
}

/** Engines that read strips by how many characters stand on them, which their shape tells. */
function readersOf(textOfLength: ReadonlyMap<number, string>): Readers {
  const read: Tesseract['read'] = (view) => {
    const characters = Math.round((68 * (view.width / view.height) - 32) / 19);
    const text = textOfLength.get(characters) ?? '';
    const box = { left: 0, top: 0, right: 1, bottom: 1 };
    return Promise.resolve([{ words: [{ text, confidence: 60, box, symbols: [] }] }]);
  };
  const engine: Tesseract = {
    read,
    findUprightTurn: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
  return { text: engine, shapes: engine, orientation: engine, strips: silentStrips };
}

/** An engine that reads what the first one reads, else what the second does. */
function eitherOf(first: Readers, second: Readers): Tesseract['read'] {
  return async (...asked) => {
    const lines = await first.shapes.read(...asked);
    const isRead = lines.some(({ words }) => words.some(({ text }) => text !== ''));
    return isRead ? lines : second.shapes.read(...asked);
  };
}

async function textsOf(drawing: Drawing, readers: Readers): Promise<readonly string[]> {
  const [comb, ...others] = findBoxes(drawing.ink).combs;
  expect(others).toEqual([]);
  const lines = await readComb(drawing.image, comb!, readers);
  return lines.map(({ words }) => words.map(({ text }) => text).join(' '));
}

describe('fields of cells that stand near each other', () => {
  it('are read each by itself where no alphabet fits both', async () => {
    const readers = readersOf(
      new Map([
        [9, '985744239'],
        [7, 'BK69580'],
      ]),
    );
    expect(await textsOf(twoFields(9, 7), readers)).toEqual(['985744239', 'BK69580']);
  });

  it('are read each by itself also where one of them stays in doubt', async () => {
    const whole = readersOf(new Map([[16, '9857442393659591']]));
    const apart = readersOf(
      new Map([
        [9, '985744239'],
        [7, 'BK69580'],
      ]),
    );
    const second = readersOf(new Map([[9, '985744239']]));
    const readers = { ...apart, shapes: { ...second.shapes, read: eitherOf(second, whole) } };
    expect(await textsOf(twoFields(9, 7), readers)).toEqual(['985744239', 'BK69580']);
  });

  it('are one where they are read as one', async () => {
    const readers = readersOf(
      new Map([
        [16, '9857442391234567'],
        [9, '985744239'],
        [7, 'BK69580'],
      ]),
    );
    expect(await textsOf(twoFields(9, 7), readers)).toEqual(['985744239 1234567']);
  });

  it('are left as they were read where one of them cannot be read by itself', async () => {
    const own = readersOf(new Map([[9, '985744239']]));
    const both = readersOf(new Map([[16, '9857442391234567']]));
    expect(await textsOf(twoFields(9, 7), { ...own, shapes: both.shapes })).toEqual(['985744239 1234567']);
  });
});
