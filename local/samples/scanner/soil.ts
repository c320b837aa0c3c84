import { seededRandom } from '../random.ts';
import type { Degradation } from './degradation.ts';
import type { RawImage } from './warp.ts';

/** Paper is not quite white. */
const PAPER_TINT = { 1: [0.98], 3: [0.985, 0.98, 0.965] } as const;
/** Level that ink fades to. */
const FADED_INK = 235;
/** A power of two. */
const NOISE_TABLE = 8192;
const STREAK_SHADE = 0.8;
const WHITE_FROM = 160;

/** Fades, shades, dirties and adds noise to a scan, in place. */
export function soil(image: RawImage, degradation: Degradation, seed: number): void {
  const random = seededRandom(seed);
  const { data, width, height, channels } = image;
  const noise = gaussianTable(random.next, degradation.noise ?? 0);
  const columnShade = shades(width, (part) => (degradation.shadow ?? 0) * Math.exp(-part * 5));
  const rowShade = shades(height, (part) => (degradation.shadow ?? 0) * 0.8 * Math.exp(-(1 - part) * 6));
  if (degradation.streak !== undefined) {
    const centre = Math.round(degradation.streak * width);
    columnShade.fill(STREAK_SHADE, centre, centre + Math.ceil(width / 500));
  }
  addSpecks(image, degradation.specks ?? 0, random.next);
  const levels = PAPER_TINT[channels].map((tint) => fadedLevels(degradation.fade ?? 0, tint));
  for (const [channel, level] of levels.entries()) {
    // A clamped array keeps 0 to 255 by itself.
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
    let at = channel;
    for (let y = 0; y < height; y++) {
      // Each row begins elsewhere in the table, so that no pattern shows.
      let noiseAt = random.whole(0, NOISE_TABLE - 1);
      const rowFactor = rowShade[y] ?? 1;
      for (let x = 0; x < width; x++, at += channels) {
        pixels[at] =
          (level[pixels[at] ?? 0] ?? 0) * rowFactor * (columnShade[x] ?? 1) + (noise[noiseAt] ?? 0);
        noiseAt = (noiseAt + 1) & (NOISE_TABLE - 1);
      }
    }
  }
}

/** What becomes of each level of grey when ink fades and paper is tinted. */
function fadedLevels(fade: number, tint: number): Float64Array {
  return Float64Array.from({ length: 256 }, (_, level) => (level + (FADED_INK - level) * fade) * tint);
}

/** Leaves black and white only, in place, as a fax does; thin strokes stay whole. */
export function toBlackAndWhite({ data }: RawImage): void {
  for (let at = 0; at < data.length; at++) data[at] = (data[at] ?? 0) < WHITE_FROM ? 0 : 255;
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
