import { describe, expect, it } from 'vitest';
import { turnImage, whiteImage, type GreyImage } from '../../../../../local/ocr/engine/grey-image.ts';
import { compose, mapPoint, rotationAbout } from '../../../../../local/ocr/engine/homography.ts';
import { levelRoughly } from '../../../../../local/ocr/engine/rough-tilt.ts';
import { warpImage } from '../../../../../local/ocr/engine/warp.ts';
import { Drawing } from './support/drawing.ts';

const WIDTH = 900;
const HEIGHT = 1200;
const CANVAS = 1700;

function form(): GreyImage {
  const drawing = new Drawing(WIDTH, HEIGHT);
  for (let row = 0; row < 22; row++) drawing.letters(80 + 12 * (row % 3), 60 + 50 * row, 50 + (row % 4));
  for (let row = 0; row < 8; row++) drawing.bar(60, 84 + 132 * row, 840, 86 + 132 * row);
  return drawing.image;
}

/** Laid askew, clockwise, in the middle of a large white sheet. */
function askew(
  page: GreyImage,
  degrees: number,
): { image: GreyImage; place: (x: number, y: number) => { x: number; y: number } } {
  const middle = { x: CANVAS / 2, y: CANVAS / 2 };
  const [dx, dy] = [(CANVAS - page.width) / 2, (CANVAS - page.height) / 2];
  const toPage = compose([1, 0, -dx, 0, 1, -dy, 0, 0, 1], rotationAbout(middle, -degrees));
  const place = (x: number, y: number) => mapPoint(rotationAbout(middle, degrees), { x: x + dx, y: y + dy });
  return { image: warpImage(page, toPage, CANVAS, CANVAS), place };
}

/** Whether the rule at the top of the form is level: it darkens one row more than any askew would. */
function darkestRow({ width, height, pixels }: GreyImage): number {
  let most = 0;
  for (let y = 0; y < height; y++) {
    let dark = 0;
    for (let x = 0; x < width; x++) if ((pixels[y * width + x] ?? 255) < 140) dark += 1;
    most = Math.max(most, dark);
  }
  return most;
}

describe('a page that was laid down askew', () => {
  it.each([-40, -30, -25, -14, -8, 8, 12, 20, 25, 30, 40])('is laid level from %d degrees', (degrees) => {
    const { image, place } = askew(form(), degrees);
    const { page, toPage } = levelRoughly(image);
    expect(darkestRow(page)).toBeGreaterThan(500);
    // What the level page says of a place is where it lies on the page as it was.
    const corner = place(60, 84);
    const found = Array.from({ length: page.width * page.height }, (_, at) => at).find(
      (at) => (page.pixels[at] ?? 255) < 100,
    );
    const first = mapPoint(toPage, { x: found! % page.width, y: Math.floor(found! / page.width) });
    expect(Math.hypot(first.x - corner.x, first.y - corner.y)).toBeLessThan(140);
  });

  it('is laid level to the nearest quarter turn where it lies on its side', () => {
    const { image } = askew(turnImage(form(), 1), 25);
    const { page } = levelRoughly(image);
    expect(darkestRow(turnImage(page, 3))).toBeGreaterThan(500);
  });

  it('is left as it is where it lies straight, or shows no lines', () => {
    for (const degrees of [0, 2, -4]) {
      const { image } = askew(form(), degrees);
      expect(levelRoughly(image).page).toBe(image);
    }
    const empty = whiteImage(400, 400);
    expect(levelRoughly(empty).page).toBe(empty);
    const grain = whiteImage(600, 600);
    for (let at = 0, seed = 1; at < grain.pixels.length; at++) {
      seed = (seed * 48_271) % 2_147_483_647;
      grain.pixels[at] = seed % 11 === 0 ? 0 : 255;
    }
    expect(levelRoughly(grain).page).toBe(grain);
  });
});
