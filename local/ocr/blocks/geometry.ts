import type { Geometry } from '@aws-sdk/client-textract';
import type { Corner } from '../engine/ocr-engine.ts';

/** Textract's geometry of a polygon given in ratios of the page; what lies outside the page is moved to its edge. */
export function geometryOf(corners: readonly Corner[]): Geometry {
  const polygon = corners.map(({ x, y }) => ({ X: toRatio(x), Y: toRatio(y) }));
  const left = Math.min(...polygon.map(({ X }) => X));
  const top = Math.min(...polygon.map(({ Y }) => Y));
  return {
    BoundingBox: {
      Width: Math.max(...polygon.map(({ X }) => X)) - left,
      Height: Math.max(...polygon.map(({ Y }) => Y)) - top,
      Left: left,
      Top: top,
    },
    Polygon: polygon,
  };
}

function toRatio(value: number): number {
  return Math.min(1, Math.max(0, value));
}
