import type { GreyImage } from './grey-image.ts';

/**
 * Paints marked pixels white, together with the grey halo that scanning leaves around a line.
 * @param mask 1 where to erase
 * @param keep 1 where there is ink that stays
 */
export function eraseMarked(flat: GreyImage, mask: Uint8Array, ink: Uint8Array): GreyImage {
  const { width, height } = flat;
  const pixels = flat.pixels.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (mask[i] !== 1) continue;
      pixels[i] = 255;
      for (const next of [i - width - width, i - width, i + width, i + width + width, i - 1, i + 1]) {
        if (next >= 0 && next < pixels.length && ink[next] !== 1) pixels[next] = 255;
      }
    }
  }
  return { width, height, pixels };
}
