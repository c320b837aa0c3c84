import { entryOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';

type Resolve = (value: PdfValue) => PdfValue;

/** Colour spaces by name (ISO 32000-1, 8.6), and how many samples a pixel has in them. */
const samplesOf: Readonly<Record<string, number>> = {
  ...{ DeviceGray: 1, G: 1, CalGray: 1, Indexed: 1, I: 1, Separation: 1 },
  ...{ DeviceRGB: 3, RGB: 3, CalRGB: 3, Lab: 3, DeviceCMYK: 4, CMYK: 4 },
};
/** Of a colour space that is not known, or not said. */
const USUAL_SAMPLES = 3;
/** JPEG 2000 says its colours itself, and is decoded whole with four bytes a sample. */
const JPEG_2000_BYTES = 4 * USUAL_SAMPLES;

/** What one pixel of an image takes when it is decoded, as far as its dictionary says; data that say otherwise are met when drawn. */
export function unfoldedBytesPerPixel(image: PdfDictionary, resolve: Resolve): number {
  if (filtersOf(image, resolve).includes('JPXDecode')) return JPEG_2000_BYTES;
  const bits = resolve(entryOf(image, 'BitsPerComponent'));
  const space = resolve(entryOf(image, 'ColorSpace'));
  // A mask is of one bit, and has no colours.
  const isMask = resolve(entryOf(image, 'ImageMask')).kind === 'other' && space.kind === 'null';
  if (isMask && bits.kind !== 'number') return 1 / 8;
  const samples = isMask ? 1 : samplesIn(space, resolve);
  return (samples * (bits.kind === 'number' ? Math.min(16, Math.max(1, bits.number)) : 8)) / 8;
}

/** An image whose data are those of a JPEG file. */
export function isJpeg(image: PdfDictionary, resolve: Resolve): boolean {
  const filters = filtersOf(image, resolve);
  return filters.length === 1 && (filters[0] === 'DCTDecode' || filters[0] === 'DCT');
}

function filtersOf(image: PdfDictionary, resolve: Resolve): readonly string[] {
  const filter = resolve(entryOf(image, 'Filter'));
  const all = filter.kind === 'array' ? filter.items.map(resolve) : [filter];
  return all.flatMap((one) => (one.kind === 'name' ? [one.name] : []));
}

function samplesIn(space: PdfValue, resolve: Resolve): number {
  if (space.kind === 'name') return samplesOf[space.name] ?? USUAL_SAMPLES;
  if (space.kind !== 'array') return USUAL_SAMPLES;
  const [family = space, second = space] = space.items.map(resolve);
  if (family.kind !== 'name') return USUAL_SAMPLES;
  if (family.name === 'DeviceN' && second.kind === 'array') return Math.max(1, second.items.length);
  if (family.name === 'ICCBased' && second.kind === 'dictionary') {
    const samples = resolve(entryOf(second, 'N'));
    return samples.kind === 'number' ? Math.min(4, Math.max(1, samples.number)) : USUAL_SAMPLES;
  }
  return samplesOf[family.name] ?? USUAL_SAMPLES;
}
