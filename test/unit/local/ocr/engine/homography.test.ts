import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnImage } from '../../../../../local/ocr/engine/grey-image.ts';
import {
  compose,
  fromFourPoints,
  mapPoint,
  rotationAbout,
  undoQuarterTurns,
} from '../../../../../local/ocr/engine/homography.ts';
import { Drawing, pixelAt } from './support/drawing.ts';

describe('maps between the page as scanned and the page as read', () => {
  it('finds for each pixel of a turned image where it came from', () => {
    const { image } = new Drawing(7, 4).bar(2, 1, 2, 1);
    for (const turns of [0, 1, 2, 3]) {
      const turned = turnImage(image, turns);
      for (let y = 0; y < turned.height; y++) {
        for (let x = 0; x < turned.width; x++) {
          const source = mapPoint(undoQuarterTurns(turns, turned.width, turned.height), { x, y });
          expect(pixelAt(turned, x, y)).toBe(pixelAt(image, source.x, source.y));
        }
      }
    }
  });

  it('takes four corners exactly to where they belong', () => {
    const corner = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 8, maxLength: 8 }), (shift) => {
        const from = [
          { x: 0, y: 0 },
          { x: 1000, y: 0 },
          { x: 1000, y: 1400 },
          { x: 0, y: 1400 },
        ];
        const to = from.map(({ x, y }, i) => ({ x: x + shift[2 * i]!, y: y + shift[2 * i + 1]! }));
        const map = fromFourPoints(from, to)!;
        from.forEach((point, i) => {
          expect(mapPoint(map, point).x).toBeCloseTo(to[i]!.x, 5);
          expect(mapPoint(map, point).y).toBeCloseTo(to[i]!.y, 5);
        });
      }),
    );
  });

  it('does one map after the other when they are composed', () => {
    const first = rotationAbout({ x: 30, y: 40 }, 5);
    const second = undoQuarterTurns(1, 100, 200);
    const point = { x: 12, y: 34 };
    const together = mapPoint(compose(second, first), point);
    const oneByOne = mapPoint(second, mapPoint(first, point));
    expect(together.x).toBeCloseTo(oneByOne.x, 9);
    expect(together.y).toBeCloseTo(oneByOne.y, 9);
  });

  it('has no map for corners that lie on one line', () => {
    const line = [0, 1, 2, 3].map((i) => ({ x: i, y: i }));
    expect(fromFourPoints(line, line)).toBeUndefined();
  });
});
