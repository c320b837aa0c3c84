import { findTilt, type Tilt } from './deskew.ts';
import type { GreyImage } from './grey-image.ts';
import { fromFourPoints, rotationAbout, type Homography, type Point } from './homography.ts';

/** Largest difference of tilt between two ends of the page that is put down to a camera held at an angle. */
const LARGEST_BEND_DEGREES = 3;
/** Below this the page lies flat as far as reading is concerned. */
const SMALLEST_BEND_DEGREES = 0.25;
/** A band's tilt is believed when its profile stands out this much. */
const SHARP_ENOUGH = 1.4;

/**
 * Finds how to draw a page straight: turned level, and where top and bottom or left and right tilt differently
 * (a photograph taken at an angle), pulled square as well.
 * @param flat a page with the shadows taken out, upright but for a few degrees
 * @returns where each pixel of the straight page, which is of the same size, lies in `flat`
 */
export function findStraightView(flat: GreyImage): Homography {
  const { width, height } = flat;
  const overall = findTilt(flat)?.degrees ?? 0;
  const third = { x: Math.round(width / 3), y: Math.round(height / 3) };
  const page = { left: 0, top: 0, right: width, bottom: height };
  const band = (direction: 'rows' | 'columns', region: typeof page): number | undefined =>
    believe(findTilt(flat, direction, region, overall, LARGEST_BEND_DEGREES));
  const top = band('rows', { ...page, bottom: third.y }) ?? overall;
  const bottom = band('rows', { ...page, top: height - third.y }) ?? overall;
  const left = band('columns', { ...page, right: third.x });
  const right = band('columns', { ...page, left: width - third.x });
  const tilts = { top, bottom, left: left ?? right ?? overall, right: right ?? left ?? overall };
  const all = Object.values(tilts);
  if (Math.max(...all) - Math.min(...all) >= SMALLEST_BEND_DEGREES) {
    const pulled = pullSquare(width, height, tilts);
    if (pulled !== undefined) return pulled;
  }
  return rotationAbout({ x: width / 2, y: height / 2 }, overall);
}

function believe(tilt: Tilt | undefined): number | undefined {
  return tilt !== undefined && tilt.sharpness >= SHARP_ENOUGH ? tilt.degrees : undefined;
}

interface Tilts {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Four lines, each through the middle of its band at the band's tilt, enclose the part of the source that becomes the
 * middle two thirds of the straight page.
 */
function pullSquare(width: number, height: number, tilts: Tilts): Homography | undefined {
  const [sixthX, sixthY] = [width / 6, height / 6];
  const level = (degrees: number, y: number): Line => lineThrough({ x: width / 2, y }, degrees, 'rows');
  const plumb = (degrees: number, x: number): Line => lineThrough({ x, y: height / 2 }, degrees, 'columns');
  const top = level(tilts.top, sixthY);
  const bottom = level(tilts.bottom, height - sixthY);
  const left = plumb(tilts.left, sixthX);
  const right = plumb(tilts.right, width - sixthX);
  const source = [cross(top, left), cross(top, right), cross(bottom, right), cross(bottom, left)];
  const target = [
    { x: sixthX, y: sixthY },
    { x: width - sixthX, y: sixthY },
    { x: width - sixthX, y: height - sixthY },
    { x: sixthX, y: height - sixthY },
  ];
  return fromFourPoints(target, source);
}

interface Line {
  readonly point: Point;
  readonly direction: Point;
}

function lineThrough(point: Point, degrees: number, along: 'rows' | 'columns'): Line {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return { point, direction: along === 'rows' ? { x: c, y: s } : { x: -s, y: c } };
}

function cross(a: Line, b: Line): Point {
  const determinant = a.direction.x * b.direction.y - a.direction.y * b.direction.x;
  const [dx, dy] = [b.point.x - a.point.x, b.point.y - a.point.y];
  const t = (dx * b.direction.y - dy * b.direction.x) / determinant;
  return { x: a.point.x + t * a.direction.x, y: a.point.y + t * a.direction.y };
}
