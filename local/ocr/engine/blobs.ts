import type { GreyImage } from './grey-image.ts';
import type { PixelBox } from './tesseract.ts';

/** A connected area of ink. */
export interface Blob {
  /** Right and bottom are the first column and row past the ink. */
  readonly box: PixelBox;
  readonly pixels: number;
}

/**
 * Finds the connected areas of ink (diagonal neighbours count) in a rectangle of an image.
 * @param inkLevel what is darker is ink
 */
export function findBlobs(
  image: GreyImage,
  { left, top, right, bottom }: PixelBox,
  inkLevel: number,
): Blob[] {
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const seen = new Uint8Array(width * height);
  const isInk = (x: number, y: number): boolean =>
    (image.pixels[(top + y) * image.width + left + x] ?? 255) < inkLevel;
  const blobs: Blob[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || !isInk(start % width, Math.floor(start / width))) continue;
    const area = [start];
    seen[start] = 1;
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const pixel of area) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      box.left = Math.min(box.left, left + x);
      box.right = Math.max(box.right, left + x + 1);
      box.top = Math.min(box.top, top + y);
      box.bottom = Math.max(box.bottom, top + y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (seen[next] === 1 || !isInk(nx, ny)) continue;
          seen[next] = 1;
          area.push(next);
        }
      }
    }
    blobs.push({ box, pixels: area.length });
  }
  return blobs;
}
