import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../../../local/ocr/engine/clean-page.ts';
import { Drawing, pixelAt } from './support/drawing.ts';

/** How many dark pixels a cleaned page has left in a rectangle. */
function inkLeft(drawing: Drawing, left: number, top: number, right: number, bottom: number): number {
  const { text } = cleanPage(drawing.image);
  let count = 0;
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) if (pixelAt(text, x, y) < 128) count++;
  return count;
}

describe('cleaning a page', () => {
  it('erases rules across and down, with the knots where they cross', () => {
    const table = new Drawing(400, 300).bar(20, 100, 380, 103).bar(20, 200, 380, 203).bar(100, 40, 103, 280);
    expect(inkLeft(table, 0, 0, 399, 299)).toBe(0);
  });

  it('erases a dotted leader under a word and leaves the word', () => {
    const line = new Drawing(600, 100).letters(40, 40, 10);
    for (let x = 30; x < 560; x += 5) line.bar(x, 62, x + 1, 63);
    expect(inkLeft(line, 0, 60, 599, 99)).toBe(0);
    expect(inkLeft(line, 40, 40, 160, 56)).toBeGreaterThan(1000);
  });

  it('leaves a letter whole that crosses a rule', () => {
    const crossing = new Drawing(400, 100).bar(20, 60, 380, 62).bar(200, 40, 203, 75);
    expect(inkLeft(crossing, 200, 40, 203, 75)).toBe(4 * 36);
  });

  it('does not take a row of letters for a rule', () => {
    const letters = new Drawing(600, 100).letters(40, 40, 40);
    expect(inkLeft(letters, 0, 0, 599, 99)).toBe(inkOf(letters));
  });

  it('erases a lone speck but not the dot that belongs to a letter', () => {
    const dots = new Drawing(200, 100).letters(40, 40, 3).bar(42, 30, 45, 33).bar(150, 50, 154, 54);
    expect(inkLeft(dots, 42, 30, 45, 33)).toBe(16);
    expect(inkLeft(dots, 150, 50, 154, 54)).toBe(0);
  });
});

function inkOf(drawing: Drawing): number {
  return drawing.image.pixels.filter((value) => value < 128).length;
}
