import type { PixelBox } from './tesseract.ts';

export function heightOf({ top, bottom }: PixelBox): number {
  return bottom - top;
}

/** Whether two boxes have a pixel in common. */
export function touch(a: PixelBox, b: PixelBox): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** Share of the lower of two boxes that stands beside the other. */
export function sharedHeight(a: PixelBox, b: PixelBox): number {
  return (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / Math.min(heightOf(a), heightOf(b));
}
