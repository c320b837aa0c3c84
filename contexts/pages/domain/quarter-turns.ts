import type { GreyPixels } from './negative.ts';

/** The same page turned counterclockwise by so many quarters: a sheet that lay turned clockwise by them is upright then. */
export function turnedBack({ pixels, width, height }: GreyPixels, quarterTurns: number): GreyPixels {
  if (quarterTurns === 0) return { pixels, width, height };
  const [newWidth, newHeight] = quarterTurns === 2 ? [width, height] : [height, width];
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const at =
        quarterTurns === 1
          ? x * width + (width - 1 - y)
          : quarterTurns === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : (height - 1 - x) * width + y;
      turned[y * newWidth + x] = pixels[at] ?? 255;
    }
  }
  return { pixels: turned, width: newWidth, height: newHeight };
}
