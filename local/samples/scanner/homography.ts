import type { PixelPoint } from '../drawing/page-pen.ts';
import type { Degradation } from './degradation.ts';

/** A 3 by 3 matrix in row order: maps pixels of the drawn page to pixels of the scan. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export interface ScanGeometry {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly toScan: Homography;
}

/** Size of the scan and the one mapping that turns, skews, shrinks and tilts the page. */
export function scanGeometry(width: number, height: number, degradation: Degradation): ScanGeometry {
  const turn = degradation.turn ?? 0;
  const sideways = turn === 90 || turn === 270;
  const widthPixels = sideways ? height : width;
  const heightPixels = sideways ? width : height;
  const angle = (((degradation.rotate ?? 0) + turn) * Math.PI) / 180;
  const scale = degradation.shrink ?? 1;
  const tilt = degradation.perspective ?? 0;
  const fromCentre: Homography = [1, 0, -width / 2, 0, 1, -height / 2, 0, 0, 1];
  const tilted: Homography = [1, 0, 0, 0, 1, 0, (tilt * 0.6) / (width / 2), tilt / (height / 2), 1];
  const cosine = Math.cos(angle) * scale;
  const sine = Math.sin(angle) * scale;
  const turned: Homography = [cosine, -sine, 0, sine, cosine, 0, 0, 0, 1];
  const toCentre: Homography = [1, 0, widthPixels / 2, 0, 1, heightPixels / 2, 0, 0, 1];
  return {
    widthPixels,
    heightPixels,
    toScan: multiply(toCentre, multiply(turned, multiply(tilted, fromCentre))),
  };
}

export function project(matrix: Homography, { x, y }: PixelPoint): PixelPoint {
  const [a, b, c, d, e, f, g, h, i] = matrix;
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

export function invert([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const A = e * i - f * h;
  const B = f * g - d * i;
  const C = d * h - e * g;
  const k = 1 / (a * A + b * B + c * C);
  return [
    A * k,
    (c * h - b * i) * k,
    (b * f - c * e) * k,
    B * k,
    (a * i - c * g) * k,
    (c * d - a * f) * k,
    C * k,
    (b * g - a * h) * k,
    (a * e - b * d) * k,
  ];
}

function multiply(left: Homography, right: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = left;
  const [A, B, C, D, E, F, G, H, I] = right;
  return [
    a * A + b * D + c * G,
    a * B + b * E + c * H,
    a * C + b * F + c * I,
    d * A + e * D + f * G,
    d * B + e * E + f * H,
    d * C + e * F + f * I,
    g * A + h * D + i * G,
    g * B + h * E + i * H,
    g * C + h * F + i * I,
  ];
}
