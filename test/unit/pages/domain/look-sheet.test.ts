import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../contexts/reading/domain/care-form.ts';
import type { OcrLine } from '../../../../contexts/reading/domain/ocr-document.ts';
import type { LookWanted } from '../../../../contexts/reading/domain/witnesses.ts';
import {
  layOutLooks,
  looksOf,
  type LookSheet,
} from '../../../../contexts/reading/domain/second-look/look-sheet.ts';

const A4 = { widthPixels: 1654, heightPixels: 2339 };
const sizes = new Map([
  [1, A4],
  [2, { widthPixels: 2339, heightPixels: 1654 }],
]);
const box: Box = { left: 0.3, top: 0.4, width: 0.2, height: 0.015 };

const look = (more: Partial<LookWanted> = {}): LookWanted => ({ page: 1, box, quarterTurns: 0, ...more });

const laidOut = (...looks: readonly LookWanted[]): LookSheet => {
  const sheet = layOutLooks(looks, sizes);
  if (sheet === undefined) throw new Error('Nothing was laid out');
  return sheet;
};

/** A line that fills a part of a band of the sheet, as the OCR would find it there. */
function lineIn(
  sheet: LookSheet,
  index: number,
  part: Box = { left: 0, top: 0, width: 1, height: 1 },
): OcrLine {
  const { onto } = sheet.bands[index]!;
  const left = (onto.left + part.left * onto.width) / sheet.widthPixels;
  const top = (onto.top + part.top * onto.height) / sheet.heightPixels;
  const width = (part.width * onto.width) / sheet.widthPixels;
  const height = (part.height * onto.height) / sheet.heightPixels;
  const word = {
    text: `band ${index}`,
    confidencePercent: 99,
    box: { left, top, width, height },
    polygon: [
      { x: left, y: top },
      { x: left + width, y: top },
      { x: left + width, y: top + height },
      { x: left, y: top + height },
    ],
  };
  return { ...word, words: [word] };
}

const expectBox = (found: Box, wanted: Box): void => {
  for (const side of ['left', 'top', 'width', 'height'] as const)
    expect(found[side]).toBeCloseTo(wanted[side], 2);
};

describe('places to be looked at again', () => {
  it('are put below each other, enlarged, with white between them', () => {
    const { bands, heightPixels } = laidOut(look(), look({ box: { ...box, top: 0.6 } }));
    const [first, second] = bands;
    expect(second!.onto.top - (first!.onto.top + first!.onto.height)).toBeGreaterThan(50);
    expect(heightPixels).toBeGreaterThan(second!.onto.top + second!.onto.height);
    expect(first!.onto.width / first!.from.width).toBeCloseTo(2, 1);
  });

  it('have room around their letters, but none beyond the edge of the page', () => {
    const [inside] = laidOut(look()).bands;
    expect(inside!.from.top).toBeLessThan(box.top * A4.heightPixels - 5);
    const [corner] = laidOut(look({ box: { left: 0.85, top: 0.98, width: 0.15, height: 0.02 } })).bands;
    expect(corner!.from.left + corner!.from.width).toBe(A4.widthPixels);
    expect(corner!.from.top + corner!.from.height).toBe(A4.heightPixels);
  });

  it('that lie on their side come upright: as wide as they were high', () => {
    const upright = { left: 0.4, top: 0.3, width: 0.015, height: 0.2 };
    for (const quarterTurns of [1, 3]) {
      const [band] = laidOut(look({ box: upright, quarterTurns })).bands;
      expect(band!.onto.width).toBeGreaterThan(5 * band!.onto.height);
    }
  });

  it('of several pages are told apart', () => {
    const sheet = laidOut(look(), look({ page: 2 }));
    const [first, second] = looksOf(sheet, [lineIn(sheet, 1), lineIn(sheet, 0)], sizes);
    expect(first).toMatchObject({ page: 1, lines: [{ text: 'band 0' }] });
    expect(second).toMatchObject({ page: 2, lines: [{ text: 'band 1' }] });
  });

  it('that gave no line say so', () => {
    const sheet = laidOut(look());
    expect(looksOf(sheet, [], sizes)).toEqual([{ ...look(), lines: [] }]);
  });

  it('of which there is no picture are left out', () => {
    expect(layOutLooks([look({ page: 3 })], sizes)).toBeUndefined();
    expect(laidOut(look({ page: 3 }), look()).bands).toHaveLength(1);
  });

  it('stay out when the sheet is full, and smaller ones behind them still get in', () => {
    const half = { left: 0, top: 0, width: 1, height: 0.5 };
    const { bands, heightPixels } = laidOut(
      look({ box: half }),
      look({ box: half }),
      look({ box: half }),
      look(),
    );
    expect(bands.map((band) => band.look.box)).toEqual([half, box]);
    expect(heightPixels).toBeLessThanOrEqual(5000);
  });

  it.each([
    [0, 0.3],
    [2, 0.4],
  ])(
    'give the left half of what they say, with %i turns, where it stands on the page',
    (quarterTurns, left) => {
      const sheet = laidOut(look({ quarterTurns }));
      const [found] = looksOf(sheet, [lineIn(sheet, 0, { left: 0, top: 0, width: 0.5, height: 1 })], sizes);
      expect(found!.lines[0]!.box.left).toBeCloseTo(left, 1);
      expect(found!.lines[0]!.box.width).toBeCloseTo(0.105, 2);
    },
  );

  it.each([
    // The sheet lay turned to the left, its text runs upwards: one turn clockwise makes it upright, and it begins at the bottom.
    [1, { x: 0.4, y: 0.5 }],
    // Its text runs downwards: it begins at the top.
    [3, { x: 0.415, y: 0.3 }],
  ])('keep with %i turns the corner where the text begins', (quarterTurns, begins) => {
    const sheet = laidOut(look({ box: { left: 0.4, top: 0.3, width: 0.015, height: 0.2 }, quarterTurns }));
    const [found] = looksOf(sheet, [lineIn(sheet, 0)], sizes);
    const [first] = found!.lines[0]!.polygon;
    expect(first!.x).toBeCloseTo(begins.x, 1);
    expect(first!.y).toBeCloseTo(begins.y, 1);
  });

  it('say their lines in reading order, also where the paper slopes', () => {
    const sheet = laidOut(look());
    const part = (left: number, top: number) => lineIn(sheet, 0, { left, top, width: 0.1, height: 0.5 });
    const [second, first, third] = [part(0.4, 0.2), part(0.1, 0.3), part(0.7, 0.1)];
    const [found] = looksOf(sheet, [third, second, first], sizes);
    const lefts = found!.lines.map((line) => line.box.left);
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
  });

  it('of a row that falls are as high as the row, not as the box around it', () => {
    const level = laidOut(look({ box: { left: 0.1, top: 0.4, width: 0.8, height: 0.03 } })).bands[0]!;
    const fallen = laidOut(look({ box: { left: 0.1, top: 0.4, width: 0.8, height: 0.03 }, slope: 0.02 }));
    const band = fallen.bands[0]!;
    expect(level.strip).toMatchObject({ degrees: 0, height: level.from.height });
    expect(band.strip.width).toBe(band.from.width);
    expect(band.strip.height).toBeLessThan(0.6 * band.from.height);
    expect(band.strip.degrees).toBeCloseTo(1.6, 1);
  });

  it('that are no higher than their row should fall are cut out as they are', () => {
    const [band] = laidOut(look({ slope: 0.1 })).bands;
    expect(band!.strip).toEqual({ degrees: 0, width: band!.from.width, height: band!.from.height });
  });

  it.each([0.02, -0.02])('say where on a row that falls by %d each word stands', (slope) => {
    const box = { left: 0.1, top: 0.4, width: 0.8, height: 0.03 };
    const sheet = laidOut(look({ box, slope }));
    const middleOf = (left: number): number => {
      const [found] = looksOf(
        sheet,
        [lineIn(sheet, 0, { left, top: 0.25, width: 0.05, height: 0.5 })],
        sizes,
      );
      const { top, height } = found!.lines[0]!.box;
      return top + height / 2;
    };
    // The row falls by its slope on its way over eight tenths of the page, and is in the middle of its box in its middle.
    expect(middleOf(0.475)).toBeCloseTo(0.415, 3);
    expect(middleOf(0.95) - middleOf(0)).toBeCloseTo(0.95 * 0.8 * slope, 2);
  });

  it('come back to where they were cut out, wherever that is', () => {
    const ratio = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            page: fc.integer({ min: 1, max: 2 }),
            quarterTurns: fc.integer({ min: 0, max: 3 }),
            box: fc.record({
              left: ratio,
              top: ratio,
              width: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
              height: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
            }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (looks) => {
          const sheet = laidOut(...looks);
          const found = looksOf(
            sheet,
            sheet.bands.map((_, index) => lineIn(sheet, index)),
            sizes,
          );
          for (const [index, { from, look: wanted }] of sheet.bands.entries()) {
            const { widthPixels, heightPixels } = sizes.get(wanted.page)!;
            expect(found[index]!.lines.map(({ text }) => text)).toEqual([`band ${index}`]);
            expectBox(found[index]!.lines[0]!.box, {
              left: from.left / widthPixels,
              top: from.top / heightPixels,
              width: from.width / widthPixels,
              height: from.height / heightPixels,
            });
          }
        },
      ),
    );
  });
});
