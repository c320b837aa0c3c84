import type { GreyImage } from './grey-image.ts';

/** Steepest tilt that is looked for; OSD has already settled the quarter turns. */
const LARGEST_TILT_DEGREES = 8;

export interface Tilt {
  /** Clockwise tilt of the text on the screen; turning the page by minus this straightens it. */
  readonly degrees: number;
  /** How much the profile at this angle stands out from the mean over all angles; 1 is not at all. */
  readonly sharpness: number;
}

interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Points of ink, by where they lie along the lines that are looked for, and across them. */
export interface DarkPoints {
  readonly along: Float32Array;
  readonly across: Float32Array;
}

/**
 * Finds the tilt of text and rules by projection profile: at the right angle ink gathers in few rows.
 * @param flat a page with the shadows taken out
 * @param direction `rows` looks at text lines and horizontal rules, `columns` at vertical rules
 * @returns undefined when the region has too little ink to tell
 */
export function findTilt(
  flat: GreyImage,
  direction: 'rows' | 'columns' = 'rows',
  region: Region = { left: 0, top: 0, right: flat.width, bottom: flat.height },
  centreDegrees = 0,
  reachDegrees = LARGEST_TILT_DEGREES,
): Tilt | undefined {
  const points = darkPoints(flat, direction, region);
  if (points.along.length < 500) return undefined;
  let step = Math.min(0.5, reachDegrees / 4);
  let best = centreDegrees;
  let bestScore = -1;
  let sum = 0;
  let count = 0;
  for (
    let degrees = centreDegrees - reachDegrees;
    degrees <= centreDegrees + reachDegrees + 1e-9;
    degrees += step
  ) {
    const score = profileScore(points, degrees);
    sum += score;
    count++;
    if (score > bestScore) [best, bestScore] = [degrees, score];
  }
  const mean = sum / count;
  for (; step > 0.02; step /= 2) {
    for (const degrees of [best - step / 2, best + step / 2]) {
      const score = profileScore(points, degrees);
      if (score > bestScore) [best, bestScore] = [degrees, score];
    }
  }
  return { degrees: best, sharpness: bestScore / mean };
}

/** Every second pixel in each direction that is dark and has a light neighbour above or beside: edges, not fillings. */
export function darkPoints(flat: GreyImage, direction: 'rows' | 'columns', region: Region): DarkPoints {
  const { width, pixels } = flat;
  const along: number[] = [];
  const across: number[] = [];
  for (let y = Math.max(2, region.top); y < region.bottom; y += 2) {
    for (let x = Math.max(2, region.left); x < region.right; x += 2) {
      const i = y * width + x;
      if ((pixels[i] ?? 255) >= 140) continue;
      const before = direction === 'rows' ? i - 2 * width : i - 2;
      if ((pixels[before] ?? 255) < 140) continue;
      along.push(direction === 'rows' ? x : y);
      across.push(direction === 'rows' ? y : -x);
    }
  }
  return { along: Float32Array.from(along), across: Float32Array.from(across) };
}

/** Sum of squares of the ink gathered per two-pixel row when the points are turned back by an angle. */
function profileScore({ along, across }: DarkPoints, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  let lowest = Infinity;
  let highest = -Infinity;
  const rows = new Int32Array(along.length);
  for (let i = 0; i < along.length; i++) {
    const row = Math.floor(((across[i] ?? 0) - slope * (along[i] ?? 0)) / 2);
    rows[i] = row;
    if (row < lowest) lowest = row;
    if (row > highest) highest = row;
  }
  const profile = new Int32Array(highest - lowest + 1);
  for (const row of rows) profile[row - lowest] = (profile[row - lowest] ?? 0) + 1;
  let score = 0;
  for (const ink of profile) score += ink * ink;
  return score;
}
