import { describe, expect, it } from 'vitest';
import { findTilt } from '../../../../../local/ocr/engine/deskew.ts';
import { fromFourPoints, rotationAbout } from '../../../../../local/ocr/engine/homography.ts';
import { findStraightView } from '../../../../../local/ocr/engine/straighten.ts';
import { warpImage } from '../../../../../local/ocr/engine/warp.ts';
import { Drawing } from './support/drawing.ts';

const WIDTH = 1200;
const HEIGHT = 1600;

/** A page of letters and rules. */
function form(): Drawing {
  const drawing = new Drawing(WIDTH, HEIGHT);
  for (let row = 0; row < 32; row++) drawing.letters(80 + 12 * (row % 3), 60 + 44 * row, 70 + (row % 4));
  for (let row = 0; row < 11; row++) drawing.bar(60, 84 + 132 * row, 1140, 86 + 132 * row);
  return drawing.bar(60, 40, 62, 1560).bar(1138, 40, 1140, 1560);
}

describe('straightening', () => {
  it.each([-7, -1.8, -0.5, 0, 0.9, 3, 6])('finds a tilt of %d degrees to a tenth of a degree', (degrees) => {
    const tilted = warpImage(form().image, rotationAbout({ x: WIDTH, y: HEIGHT }, -degrees), WIDTH, HEIGHT);
    expect(Math.abs((findTilt(tilted)?.degrees ?? 99) - degrees)).toBeLessThan(0.1);
  });

  it('does not guess a tilt for an empty page', () => {
    expect(findTilt(new Drawing(300, 300).image)).toBeUndefined();
  });

  it('pulls a page square that was photographed at an angle', () => {
    const corners = [
      { x: 0, y: 0 },
      { x: WIDTH, y: 0 },
      { x: WIDTH, y: HEIGHT },
      { x: 0, y: HEIGHT },
    ];
    const seen = [
      { x: 0, y: 0 },
      { x: WIDTH, y: 0 },
      { x: WIDTH - 40, y: HEIGHT },
      { x: 40, y: HEIGHT },
    ];
    const photograph = warpImage(form().image, fromFourPoints(seen, corners)!, WIDTH, HEIGHT);
    const straight = warpImage(photograph, findStraightView(photograph), WIDTH, HEIGHT);
    const left = { left: 0, top: 0, right: 400, bottom: HEIGHT };
    const right = { left: 800, top: 0, right: WIDTH, bottom: HEIGHT };
    const between = (image: typeof straight): number =>
      findTilt(image, 'columns', right)!.degrees - findTilt(image, 'columns', left)!.degrees;
    expect(Math.abs(between(photograph))).toBeGreaterThan(1.5);
    expect(Math.abs(between(straight))).toBeLessThan(0.4);
  });
});
