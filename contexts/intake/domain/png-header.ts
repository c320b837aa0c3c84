import { ByteReader } from './byte-reader.ts';
import { FileFault } from './file-fault.ts';
import { pictureHeader, type PictureHeader } from './picture-header.ts';

const SIGNATURE_BYTES = 8;

/** The four letters of a chunk's type as one number. Browsers read headers too, and have no `Buffer`. */
export const chunkType = (name: string): number =>
  Array.from(name).reduce((type, letter) => type * 0x100 + letter.charCodeAt(0), 0);

const HEADER_TYPE = chunkType('IHDR');
const HEADER_BYTES = 13;
/** By colour type: grey, RGB, palette (drawn as RGB with what it lets through), grey and RGB with alpha. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 };

/**
 * What the first chunk of a PNG says of the picture. Nothing behind it is looked at.
 * @throws FileFault `DAMAGED` or `INCOMPLETE`
 */
export function readPngHeader(bytes: Uint8Array): PictureHeader {
  const reader = new ByteReader(bytes);
  const at = SIGNATURE_BYTES;
  if (reader.uint32(at) !== HEADER_BYTES || reader.uint32(at + 4) !== HEADER_TYPE)
    throw new FileFault('DAMAGED');
  const size = { widthPixels: reader.uint32(at + 8), heightPixels: reader.uint32(at + 12) };
  const channels = channelsOf[reader.uint8(at + 17)];
  if (channels === undefined || size.widthPixels === 0 || size.heightPixels === 0)
    throw new FileFault('DAMAGED');
  const isInterlaced = reader.uint8(at + 20) !== 0;
  return pictureHeader(size, channels * (reader.uint8(at + 16) === 16 ? 2 : 1), isInterlaced);
}
