import { darkPoints, type DarkPoints } from './deskew.ts';
import type { GreyImage } from './grey-image.ts';
import { compose, IDENTITY, mapPoint, rotationAbout, type Homography } from './homography.ts';
import { warpImage } from './warp.ts';

/** What the straightening of an upright page deals with by itself. */
const SMALL_TILT_DEGREES = 6;
/** Beyond, a page is nearer to the next quarter turn. */
const LARGEST_TILT_DEGREES = 45;
const STEP_DEGREES = 0.5;
/** So many points of ink show the tilt as well as all of them. */
const MOST_POINTS = 40_000;
const FEWEST_POINTS = 500;
/** A page is turned where its lines stand out this much: the mean over all angles is 1. */
const SHARP_ENOUGH = 1.5;
/** A row of the profile. */
const ROW_PIXELS = 2;
const MARGIN_PIXELS = 48;
const INK_LEVEL = 140;

export interface LevelledPage {
  readonly page: GreyImage;
  /** Where a pixel of the levelled page lies in the page as it was. */
  readonly toPage: Homography;
}

/**
 * Lays a page level that was put down askew by more than a few degrees, to the nearest quarter turn: whether it stands upright can
 * only be told afterwards. The paper that the turn would push over the edge is kept, and empty surroundings are cut off.
 * @param flat a page with the shadows taken out
 */
export function levelRoughly(flat: GreyImage): LevelledPage {
  const degrees = findRoughTilt(flat);
  if (Math.abs(degrees) <= SMALL_TILT_DEGREES) return { page: flat, toPage: IDENTITY };
  const { width, height } = flat;
  const toPage = rotationAbout({ x: width / 2, y: height / 2 }, degrees);
  const { left, top, right, bottom } = inkExtent(
    flat,
    rotationAbout({ x: width / 2, y: height / 2 }, -degrees),
  );
  const shifted = compose(toPage, [1, 0, left, 0, 1, top, 0, 0, 1]);
  return { page: warpImage(flat, shifted, right - left, bottom - top), toPage: shifted };
}

/** Looks along the lines of text and down the rules: of a page that lies on its side one of the two shows nothing. */
function findRoughTilt(flat: GreyImage): number {
  const region = { left: 0, top: 0, right: flat.width, bottom: flat.height };
  const [rows, columns] = (['rows', 'columns'] as const).map((direction) =>
    sharpestAngle(thinned(darkPoints(flat, direction, region))),
  );
  const best = (rows?.sharpness ?? 0) >= (columns?.sharpness ?? 0) ? rows : columns;
  return best !== undefined && best.sharpness >= SHARP_ENOUGH ? best.degrees : 0;
}

function thinned({ along, across }: DarkPoints): DarkPoints {
  const every = Math.max(1, Math.floor(along.length / MOST_POINTS));
  const isKept = (_: number, index: number): boolean => index % every === 0;
  return { along: along.filter(isKept), across: across.filter(isKept) };
}

function sharpestAngle(points: DarkPoints): { degrees: number; sharpness: number } | undefined {
  if (points.along.length < FEWEST_POINTS) return undefined;
  let degrees = 0;
  let best = -1;
  let sum = 0;
  let count = 0;
  for (let angle = -LARGEST_TILT_DEGREES; angle <= LARGEST_TILT_DEGREES; angle += STEP_DEGREES) {
    const score = turnedProfileScore(points, angle);
    sum += score;
    count += 1;
    if (score > best) [degrees, best] = [angle, score];
  }
  return { degrees, sharpness: (best * count) / sum };
}

/** As `profileScore`, with rows of the same height at every angle. */
function turnedProfileScore({ along, across }: DarkPoints, degrees: number): number {
  const sine = Math.sin((degrees * Math.PI) / 180) / ROW_PIXELS;
  const cosine = Math.cos((degrees * Math.PI) / 180) / ROW_PIXELS;
  const rows = along.map((distance, index) => Math.floor((across[index] ?? 0) * cosine - distance * sine));
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    first = Math.min(first, row);
    last = Math.max(last, row);
  }
  const profile = new Int32Array(last - first + 1);
  for (const row of rows) profile[row - first] = (profile[row - first] ?? 0) + 1;
  return profile.reduce((score, ink) => score + ink * ink, 0);
}

/** How far the ink of a page reaches when it is turned. */
function inkExtent({ width, height, pixels }: GreyImage, turn: Homography) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if ((pixels[y * width + x] ?? 255) >= INK_LEVEL) continue;
      const point = mapPoint(turn, { x, y });
      left = Math.min(left, point.x);
      right = Math.max(right, point.x);
      top = Math.min(top, point.y);
      bottom = Math.max(bottom, point.y);
    }
  }
  return {
    left: Math.floor(left) - MARGIN_PIXELS,
    top: Math.floor(top) - MARGIN_PIXELS,
    right: Math.ceil(right) + MARGIN_PIXELS,
    bottom: Math.ceil(bottom) + MARGIN_PIXELS,
  };
}
