import type { Corner, RecognisedLine } from '../engine/ocr-engine.ts';

/** A box with its sides along the lines of text: `left` is where reading starts, whichever way the page lies. */
export interface UprightBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Turns places on a page into a frame in which text runs level from left to right, and back. In pixels. */
export interface ReadingFrame {
  upright(polygon: readonly Corner[]): UprightBox;
  /** The corners on the page, clockwise from the text's own top left. */
  polygonOf(box: UprightBox): Corner[];
}

/** Takes the frame's angle from the direction of the lines, long lines counting more. */
export function readingFrameOf(
  lines: readonly RecognisedLine[],
  widthPixels: number,
  heightPixels: number,
): ReadingFrame {
  let alongX = 0;
  let alongY = 0;
  for (const { polygon } of lines) {
    alongX += (polygon[1].x - polygon[0].x) * widthPixels;
    alongY += (polygon[1].y - polygon[0].y) * heightPixels;
  }
  const angle = Math.atan2(alongY, alongX);
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  return {
    upright: (polygon) => {
      const xs = polygon.map(({ x, y }) => x * widthPixels * cosine + y * heightPixels * sine);
      const ys = polygon.map(({ x, y }) => y * heightPixels * cosine - x * widthPixels * sine);
      return {
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs),
        bottom: Math.max(...ys),
      };
    },
    polygonOf: ({ left, top, right, bottom }) =>
      [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ].map(({ x, y }) => ({
        x: (x * cosine - y * sine) / widthPixels,
        y: (x * sine + y * cosine) / heightPixels,
      })),
  };
}

/** The smallest box around some boxes; there must be at least one. */
export function boxAround(boxes: readonly UprightBox[]): UprightBox {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** True when the middle of the lower box is within the height of the taller one. */
export function onOneRow(a: UprightBox, b: UprightBox): boolean {
  const distance = Math.abs((a.top + a.bottom) / 2 - (b.top + b.bottom) / 2);
  return distance < Math.max(a.bottom - a.top, b.bottom - b.top) / 2;
}
