import { describe, expect, it } from 'vitest';
import { darkOnLight, isNegative } from '../../../../contexts/pages/domain/negative.ts';
import { Drawing } from '../../local/ocr/engine/support/drawing.ts';

/** A page of rows of letters. */
function page(): Drawing {
  const drawing = new Drawing(600, 800);
  for (let row = 0; row < 15; row++) drawing.letters(40, 40 + 48 * row, 34);
  return drawing;
}

const changed = (drawing: Drawing, change: (level: number) => number): Drawing => {
  drawing.image.pixels.forEach((level, index) => (drawing.image.pixels[index] = change(level)));
  return drawing;
};

describe('a page that was scanned light on dark', () => {
  it.each([
    ['black and white', (level: number) => 255 - level],
    ['faint', (level: number) => 20 + (255 - level) / 4],
    ['on grey', (level: number) => 90 + (255 - level) / 3],
  ])('is known by its ink: %s', (_, change) => {
    const negative = changed(page(), change).image;
    expect(isNegative(negative)).toBe(true);
    const positive = darkOnLight(negative);
    const darkest = positive.reduce((least, level) => Math.min(least, level), 255);
    expect(positive[0]).toBeGreaterThan(darkest);
  });

  it.each([
    ['as it should be', (level: number) => level],
    ['in the dark', (level: number) => level / 6],
    ['with little contrast', (level: number) => 30 + level / 5],
  ])('is not seen in a page %s', (_, change) => {
    expect(isNegative(changed(page(), change).image)).toBe(false);
  });

  it('is not seen in a page on a dark desk, a page with a dark band, an empty page, or large shapes', () => {
    const onDesk = new Drawing(1600, 1600).bar(0, 0, 1599, 1599, 25);
    const { image } = page();
    for (let y = 0; y < image.height; y++)
      onDesk.image.pixels.set(image.pixels.subarray(y * 600, y * 600 + 600), (y + 400) * 1600 + 500);
    expect(isNegative(onDesk.image)).toBe(false);

    const band = new Drawing(600, 200).bar(0, 0, 599, 199, 0);
    for (let row = 0; row < 3; row++) band.letters(40, 30 + 48 * row, 30);
    const banded = page();
    banded.image.pixels.set(changed(band, (level) => (level === 0 ? 30 : level)).image.pixels, 0);
    expect(isNegative(banded.image)).toBe(false);

    expect(isNegative(new Drawing(400, 400).image)).toBe(false);
    expect(isNegative(new Drawing(400, 400).bar(0, 0, 399, 399).image)).toBe(false);
    expect(isNegative(new Drawing(900, 600).bar(0, 0, 290, 190).image)).toBe(false);
  });
});
