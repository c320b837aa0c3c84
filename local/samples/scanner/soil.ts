import { seededRandom } from '../random.ts';
import type { Degradation } from './degradation.ts';
import type { RawImage } from './warp.ts';

/** Paper is not quite white. */
const PAPER_TINT = [0.985, 0.98, 0.965] as const;
const NOISE_TABLE = 8192;

/** Fades, shades, dirties and adds noise to a scan, in place. */
export function soil(image: RawImage, degradation: Degradation, seed: number): void {
  const random = seededRandom(seed);
  const noise = gaussianTable(random.next, degradation.noise ?? 0);
  const { data, width, height, channels } = image;
  const fade = degradation.fade ?? 0;
  const columnShade = shades(width, (part) => (degradation.shadow ?? 0) * Math.exp(-part * 5));
  const rowShade = shades(height, (part) => (degradation.shadow ?? 0) * 0.8 * Math.exp(-(1 - part) * 6));
  if (degradation.streak !== undefined) {
    const centre = Math.round(degradation.streak * width);
    for (let x = centre; x < Math.min(centre + Math.ceil(width / 500), width); x++)
      columnShade[x] = (columnShade[x] ?? 1) * 0.8;
  }
  addSpecks(image, degradation.specks ?? 0, random.next);
  let noiseAt = random.whole(0, NOISE_TABLE - 1);
  let at = 0;
  for (let y = 0; y < height; y++) {
    // Each row begins elsewhere in the table, so that no pattern shows.
    noiseAt = (noiseAt + random.whole(1, NOISE_TABLE - 1)) % NOISE_TABLE;
    const rowFactor = rowShade[y] ?? 1;
    for (let x = 0; x < width; x++) {
      const factor = rowFactor * (columnShade[x] ?? 1);
      const grain = noise[noiseAt] ?? 0;
      noiseAt = noiseAt + 1 === NOISE_TABLE ? 0 : noiseAt + 1;
      for (let channel = 0; channel < channels; channel++, at++) {
        const value = data[at] ?? 0;
        const faded = value + (235 - value) * fade;
        const tinted = faded * (channels === 3 ? (PAPER_TINT[channel] ?? 1) : 0.98) * factor + grain;
        data[at] = tinted < 0 ? 0 : tinted > 255 ? 255 : tinted;
      }
    }
  }
}

function shades(length: number, darkness: (part: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, index) => 1 - darkness(index / length));
}

/** Normal deviates (Box-Muller) of the given standard deviation. */
function gaussianTable(next: () => number, deviation: number): Float64Array {
  return Float64Array.from(
    { length: NOISE_TABLE },
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()) * deviation,
  );
}

function addSpecks({ data, width, height, channels }: RawImage, count: number, next: () => number): void {
  for (let speck = 0; speck < count; speck++) {
    const centreX = Math.floor(next() * width);
    const centreY = Math.floor(next() * height);
    const radius = 0.5 + next() * (width / 1100);
    const ink = 20 + next() * 90;
    for (
      let y = Math.max(0, Math.floor(centreY - radius));
      y <= Math.min(height - 1, centreY + radius);
      y++
    ) {
      for (
        let x = Math.max(0, Math.floor(centreX - radius));
        x <= Math.min(width - 1, centreX + radius);
        x++
      ) {
        if ((x - centreX) ** 2 + (y - centreY) ** 2 > radius ** 2) continue;
        data.fill(ink, (y * width + x) * channels, (y * width + x + 1) * channels);
      }
    }
  }
}
