import { describe, expect, it } from 'vitest';
import { findBoxes } from '../../../../../local/ocr/engine/boxes.ts';
import { makeCombStrip } from '../../../../../local/ocr/engine/comb-strip.ts';
import { judgeMark } from '../../../../../local/ocr/engine/marks.ts';
import { Drawing } from './support/drawing.ts';

const box = { left: 40, top: 30, right: 66, bottom: 56 };

/** Draws groups of adjoining cells, 34 wide and 36 tall, with room for a slash between the groups. */
function drawComb(drawing: Drawing, groups: readonly number[], left = 30, top = 30): Drawing {
  let x = left;
  for (const cells of groups) {
    for (let i = 0; i < cells; i++)
      drawing.box({ left: x + 34 * i, top, right: x + 34 * (i + 1), bottom: top + 36 });
    x += 34 * cells + 26;
  }
  return drawing;
}

describe('check boxes', () => {
  it.each([
    ['an empty box', (d: Drawing) => d, false],
    ['a crossed box', (d: Drawing) => d.stroke(43, 33, 62, 52).stroke(62, 33, 43, 52), true],
    [
      'a bold cross that hides the corners',
      (d: Drawing) => d.stroke(41, 31, 62, 52, 5).stroke(62, 31, 41, 52, 5),
      true,
    ],
    ['a tick that leaves the box', (d: Drawing) => d.stroke(46, 42, 52, 50).stroke(52, 50, 72, 22), true],
    ['a filled box', (d: Drawing) => d.bar(45, 35, 61, 51), true],
    ['a box with a speck in it', (d: Drawing) => d.bar(52, 42, 54, 44), false],
  ])('are found and judged: %s', (_, mark, selected) => {
    const drawing = mark(new Drawing(120, 90).box(box));
    const { checkBoxes, combs } = findBoxes(drawing.ink);
    expect(combs).toEqual([]);
    expect(checkBoxes).toHaveLength(1);
    expect(Math.abs(checkBoxes[0]!.left - box.left)).toBeLessThanOrEqual(1);
    expect(Math.abs(checkBoxes[0]!.bottom - box.bottom)).toBeLessThanOrEqual(2);
    expect(judgeMark(drawing.ink, checkBoxes[0]!).selected).toBe(selected);
  });

  it('are less sure when the mark is faint', () => {
    const clear = new Drawing(120, 90).box(box).stroke(43, 33, 62, 52).stroke(62, 33, 43, 52);
    const faint = new Drawing(120, 90).box(box).stroke(46, 40, 54, 46, 2);
    const confidence = (drawing: Drawing): number => judgeMark(drawing.ink, box).confidencePercent;
    expect(confidence(faint)).toBeLessThan(confidence(clear));
  });

  it('are not seen in a bold O', () => {
    expect(findBoxes(new Drawing(120, 90).ring(50, 45, 14, 6).ink).checkBoxes).toEqual([]);
  });
});

describe('a letter as large as a box, of thick strokes', () => {
  /** Straight sides around a hole, with corners that are cut off by so many pixels, as enlarged print has them. */
  const glyph = (cut: { left: number; right: number }) =>
    new Drawing(120, 90)
      .bar(40, 30 + cut.left, 46, 66 - cut.left)
      .bar(62, 30 + cut.right, 68, 66 - cut.right)
      .bar(40 + cut.left, 30, 68 - cut.right, 36)
      .bar(40 + cut.left, 60, 68 - cut.right, 66);

  it.each([
    ['0', glyph({ left: 3, right: 3 })],
    ['D', glyph({ left: 0, right: 3 })],
    ['B', glyph({ left: 0, right: 3 }).bar(40, 45, 68, 51)],
    ['8', glyph({ left: 3, right: 3 }).bar(43, 45, 65, 51)],
  ])('is no check box: %s', (_, drawing) => {
    expect(findBoxes(drawing.ink).checkBoxes).toEqual([]);
  });

  it('is one where its corners are square outside too', () => {
    expect(findBoxes(glyph({ left: 0, right: 0 }).ink).checkBoxes).toHaveLength(1);
  });
});

describe('comb fields', () => {
  it('are found with their groups, as the day, month and year of a date', () => {
    const { combs, checkBoxes } = findBoxes(drawComb(new Drawing(500, 100), [2, 2, 4]).ink);
    expect(checkBoxes).toEqual([]);
    expect(combs.map(({ groups }) => groups.map((cells) => cells.length))).toEqual([[2, 2, 4]]);
  });

  it('keep a cell whose wall is broken', () => {
    const drawing = drawComb(new Drawing(500, 100), [9]).bar(30 + 34 * 4 - 2, 40, 30 + 34 * 4 + 2, 56, 255);
    expect(findBoxes(drawing.ink).combs.map(({ groups }) => groups.map((cells) => cells.length))).toEqual([
      [9],
    ]);
  });

  it('are not made of the digits in their cells', () => {
    const drawing = drawComb(new Drawing(500, 100), [9]);
    for (let i = 0; i < 9; i++) drawing.digit(41 + 34 * i, 38);
    expect(findBoxes(drawing.ink).combs[0]?.groups[0]).toHaveLength(9);
  });

  it('give their characters at normal spacing, with a break for each empty cell and the slash between groups', () => {
    const drawing = drawComb(new Drawing(500, 100), [2, 2, 4]);
    for (const cell of [0, 1, 2, 3]) drawing.digit(41 + 34 * cell + (cell > 1 ? 26 : 0), 38);
    for (const cell of [0, 2, 3]) drawing.digit(41 + 34 * (4 + cell) + 52, 38);
    drawing.stroke(30 + 68 + 10, 58, 30 + 68 + 15, 36);
    const field = findBoxes(drawing.ink).combs[0]!;
    const strip = makeCombStrip(drawing.image, field)!;
    expect(strip.filled).toHaveLength(7);
    expect([...strip.breaks]).toEqual([
      [2, '/'],
      [4, ''],
      [5, ''],
    ]);
    expect(strip.image.width).toBeLessThan(field.box.right - field.box.left);
  });

  it('have no character made of the inner edge of a thick wall', () => {
    const drawing = drawComb(new Drawing(500, 100), [9]);
    for (let i = 1; i < 9; i++) drawing.bar(30 + 34 * i, 30, 30 + 34 * i + 5, 66);
    for (let i = 0; i < 6; i++) drawing.digit(41 + 34 * i, 38);
    const strip = makeCombStrip(drawing.image, findBoxes(drawing.ink).combs[0]!)!;
    expect(strip.filled).toHaveLength(6);
  });

  it('have nothing to read when all cells are empty', () => {
    const drawing = drawComb(new Drawing(500, 100), [6]);
    expect(makeCombStrip(drawing.image, findBoxes(drawing.ink).combs[0]!)).toBeUndefined();
  });
});

describe('comb fields without a top', () => {
  it('are found by the ticks on their line, with digits that reach above the ticks', () => {
    const drawing = new Drawing(500, 100).bar(30, 66, 338, 68);
    for (let i = 0; i <= 9; i++) drawing.bar(30 + 34 * i, 54, 32 + 34 * i, 68);
    for (let i = 0; i < 9; i++) drawing.digit(41 + 34 * i, 42);
    const { combs, checkBoxes } = findBoxes(drawing.ink);
    expect(checkBoxes).toEqual([]);
    expect(combs.map(({ groups }) => groups.map((cells) => cells.length))).toEqual([[9]]);
    expect(makeCombStrip(drawing.image, combs[0]!)?.filled).toHaveLength(9);
  });

  it('go on in short ones beside them, also where a tick has a blot below the line', () => {
    const drawing = new Drawing(700, 100);
    const drawOpen = (left: number, cells: number): number => {
      drawing.bar(left, 66, left + 32 * cells + 2, 68);
      for (let i = 0; i <= cells; i++) drawing.bar(left + 32 * i, 54, left + 2 + 32 * i, 68);
      for (let i = 0; i < cells; i++) drawing.digit(left + 11 + 32 * i, 42);
      return left + 32 * cells + 20;
    };
    const second = drawOpen(30, 3);
    drawOpen(drawOpen(second, 5), 5);
    drawing.bar(second + 64, 66, second + 66, 69);
    const { combs } = findBoxes(drawing.ink);
    expect(combs.map(({ groups }) => groups.map((cells) => cells.length))).toEqual([[3, 5, 5]]);
  });

  it('have the day of a date, which stands beside the month and not beside the longer year', () => {
    const drawing = new Drawing(500, 100);
    let left = 30;
    for (const cells of [2, 2, 4]) {
      drawing.bar(left, 66, left + 32 * cells + 2, 68);
      for (let i = 0; i <= cells; i++) drawing.bar(left + 32 * i, 54, left + 2 + 32 * i, 68);
      left += 32 * cells + 24;
    }
    const { combs } = findBoxes(drawing.ink);
    expect(combs.map(({ groups }) => groups.map((cells) => cells.length))).toEqual([[2, 2, 4]]);
  });

  it('are not made of letters on a line', () => {
    expect(findBoxes(new Drawing(600, 100).letters(40, 50, 30).bar(30, 70, 560, 72).ink).combs).toEqual([]);
  });
});
