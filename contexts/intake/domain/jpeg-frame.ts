import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';
import { pictureHeader, type ImageSize, type PictureHeader } from './picture-header.ts';

/** Baseline, extended sequential and progressive Huffman: what Textract and every browser decode. */
const decodableFrames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames: ReadonlySet<number> = new Set([
  0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xf7,
]);
const PROGRESSIVE = 0xc2;
const FIXED_BYTES = 8;
const COMPONENT_BYTES = 3;
/** A decoder keeps the coefficients of a progressive picture until the last scan, two bytes each. */
const COEFFICIENT_BYTES = 2;

export interface JpegComponent {
  readonly id: number;
  /** Blocks of 8 × 8 across and down in each unit that is coded at once. */
  readonly across: number;
  readonly down: number;
}

export interface JpegFrame extends ImageSize {
  readonly isProgressive: boolean;
  readonly components: readonly JpegComponent[];
}

/**
 * Reads a frame header.
 * @param offset of its length, behind the marker
 * @returns undefined where the marker begins something else
 * @throws FileFault `DAMAGED`, or `IMAGE_FORMAT_NOT_ACCEPTED` (lossless, arithmetic coding, more than 8 bits a sample)
 */
export function readFrame(reader: ByteReader, marker: number, offset: number): JpegFrame | undefined {
  if (otherFrames.has(marker)) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
  if (!decodableFrames.has(marker)) return undefined;
  const length = reader.uint16(offset);
  const count = length < FIXED_BYTES ? 0 : reader.uint8(offset + 7);
  if (count === 0 || length < FIXED_BYTES + count * COMPONENT_BYTES) throw new FileFault('DAMAGED');
  if (reader.uint8(offset + 2) !== 8) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
  const components = Array.from({ length: count }, (_, index): JpegComponent => {
    const at = offset + FIXED_BYTES + index * COMPONENT_BYTES;
    const sampling = reader.uint8(at + 1);
    return { id: reader.uint8(at), across: sampling >> 4, down: sampling & 15 };
  });
  if (components.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4))
    throw new FileFault('DAMAGED');
  const heightPixels = reader.uint16(offset + 3);
  const widthPixels = reader.uint16(offset + 5);
  if (heightPixels === 0 || widthPixels === 0) throw new FileFault('DAMAGED');
  return { heightPixels, widthPixels, isProgressive: marker === PROGRESSIVE, components };
}

const START_OF_IMAGE = 0xffd8;
const START_OF_SCAN = 0xda;
/** Segments before the picture: a profile of megabytes has some hundred. */
const MAX_SEGMENTS = 1000;

/**
 * The frame header of a JPEG, wherever its pixels end.
 * @returns undefined where none is found, or of a kind that is not decoded
 */
export function findFrame(bytes: Uint8Array): JpegFrame | undefined {
  const reader = new ByteReader(bytes);
  try {
    if (reader.uint16(0) !== START_OF_IMAGE) return undefined;
    for (let segment = 0, offset = 2; segment < MAX_SEGMENTS; segment += 1) {
      const marker = reader.uint8(offset + 1);
      if (reader.uint8(offset) !== 0xff || marker === START_OF_SCAN) return undefined;
      const frame = readFrame(reader, marker, offset + 2);
      if (frame !== undefined) return frame;
      offset += 2 + reader.uint16(offset + 2);
    }
    return undefined;
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

export function headerOf(frame: JpegFrame): PictureHeader {
  const { components, isProgressive, widthPixels, heightPixels } = frame;
  const { across, down } = largestSampling(frame);
  const coefficients = components.reduce((sum, one) => sum + one.across * one.down, 0) / (across * down);
  const bytesPerPixel = isProgressive
    ? Math.max(components.length, coefficients * COEFFICIENT_BYTES)
    : components.length;
  return pictureHeader({ widthPixels, heightPixels }, bytesPerPixel, isProgressive);
}

export function largestSampling({ components }: JpegFrame): Pick<JpegComponent, 'across' | 'down'> {
  return {
    across: Math.max(...components.map(({ across }) => across)),
    down: Math.max(...components.map(({ down }) => down)),
  };
}
