import { cropImage, whiteImage, type GreyImage } from './grey-image.ts';
import type { PixelBox } from './tesseract.ts';

/** Kept of the surroundings of a word: its soft edge. */
const EDGE_PIXELS = 2;
/** White on each side: Tesseract misreads characters that touch the image's edge. */
const MARGIN_PIXELS = 12;
/** How far a cut word stands from the edges of its image. */
export const CUT_MARGIN_PIXELS = EDGE_PIXELS + MARGIN_PIXELS;

/** Cuts a word out of the page onto white, so that its neighbours and specks beside it are not read along. */
export function cutWord(page: GreyImage, { left, top, right, bottom }: PixelBox): GreyImage {
  const width = right - left + 2 * EDGE_PIXELS;
  const height = bottom - top + 2 * EDGE_PIXELS;
  const word = cropImage(page, left - EDGE_PIXELS, top - EDGE_PIXELS, width, height);
  return cropImage(
    word,
    -MARGIN_PIXELS,
    -MARGIN_PIXELS,
    width + 2 * MARGIN_PIXELS,
    height + 2 * MARGIN_PIXELS,
  );
}

/** Enlarges a small image smoothly (Catmull-Rom), which gives other readings a view of their own on the same ink. */
export function enlarge(image: GreyImage, factor: number): GreyImage {
  const width = Math.round(image.width * factor);
  const height = Math.round(image.height * factor);
  const horizontal = resampleRows(image, width);
  const turned = resampleRows(transpose(horizontal), height);
  return transpose(turned);
}

function resampleRows({ width, height, pixels }: GreyImage, newWidth: number): GreyImage {
  const target = whiteImage(newWidth, height);
  for (let x = 0; x < newWidth; x++) {
    const position = ((x + 0.5) * width) / newWidth - 0.5;
    const first = Math.floor(position) - 1;
    const t = position - Math.floor(position);
    const weights = [
      -0.5 * t ** 3 + t ** 2 - 0.5 * t,
      1.5 * t ** 3 - 2.5 * t ** 2 + 1,
      -1.5 * t ** 3 + 2 * t ** 2 + 0.5 * t,
      0.5 * t ** 3 - 0.5 * t ** 2,
    ];
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (const [i, weight] of weights.entries()) {
        const column = Math.max(0, Math.min(width - 1, first + i));
        sum += weight * (pixels[y * width + column] ?? 255);
      }
      target.pixels[y * newWidth + x] = Math.max(0, Math.min(255, Math.round(sum)));
    }
  }
  return target;
}

function transpose({ width, height, pixels }: GreyImage): GreyImage {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = pixels[y * width + x] ?? 255;
  }
  return { width: height, height: width, pixels: turned };
}
