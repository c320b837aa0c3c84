import { describe, expect, it } from 'vitest';
import { flattenShadows } from '../../../../../local/ocr/engine/flatten.ts';
import type { GreyImage } from '../../../../../local/ocr/engine/grey-image.ts';
import { paintOverSurroundings } from '../../../../../local/ocr/engine/surroundings.ts';
import { Drawing, pixelAt } from './support/drawing.ts';

/** Letters on paper that gets darker from right to left. */
function shaded(): GreyImage {
  const { image } = new Drawing(400, 300).letters(20, 60, 30).letters(20, 140, 30);
  const pixels = image.pixels.map((value, i) => {
    const light = 0.5 + (0.45 * (i % image.width)) / image.width;
    return Math.round((value === 0 ? 60 : 240) * light);
  });
  return { ...image, pixels };
}

describe('flattening shadows', () => {
  it('makes paper white and ink dark on both ends of a shadow', () => {
    const page = shaded();
    const flat = flattenShadows(page);
    expect(pixelAt(page, 21, 100)).toBeLessThan(130);
    for (const x of [5, 200, 390]) expect(pixelAt(flat, x, 100)).toBeGreaterThan(240);
    for (const x of [21, 369]) expect(pixelAt(flat, x, 65)).toBeLessThan(60);
  });

  it('brings faded ink back to black', () => {
    const { image } = new Drawing(400, 300).letters(20, 60, 30);
    const faded = { ...image, pixels: image.pixels.map((value) => (value === 0 ? 150 : 240)) };
    expect(pixelAt(flattenShadows(faded), 21, 65)).toBeLessThan(120);
  });
});

describe('surroundings of the paper', () => {
  it('are painted over when the paper lies on a dark desk', () => {
    const page = new Drawing(400, 300).bar(0, 0, 399, 299, 230).letters(150, 140, 10);
    page.bar(0, 0, 69, 299, 90).bar(0, 270, 399, 299, 90);
    const painted = paintOverSurroundings(page.image);
    for (const [x, y] of [
      [10, 10],
      [68, 200],
      [300, 290],
    ] as const) {
      expect(pixelAt(painted, x, y)).toBeGreaterThan(200);
    }
    expect(pixelAt(painted, 151, 150)).toBe(0);
  });

  it('are not seen in a shadow that fades out on the paper', () => {
    const page = shaded();
    expect(paintOverSurroundings(page)).toBe(page);
  });
});
