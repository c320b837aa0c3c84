/** A page as it is stored: grey, row by row, with how it is to be turned (tag 274). */
export interface StoredPage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;

/** A little-endian TIFF of grey pages, uncompressed, each with an orientation of its own: libvips writes one for all. */
export function turnedTiff(pages: readonly StoredPage[]): Uint8Array {
  const header = Buffer.from([0x49, 0x49, 42, 0, HEADER_BYTES, 0, 0, 0]);
  const parts: Buffer[] = [header];
  let offset = HEADER_BYTES;
  pages.forEach(({ pixels, width, height, orientation }, index) => {
    const entries = [
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, 0],
      [274, SHORT, orientation],
      [277, SHORT, 1],
      [278, LONG, height],
      [279, LONG, pixels.byteLength],
    ] as const;
    const directoryBytes = 2 + entries.length * ENTRY_BYTES + 4;
    const pixelsAt = offset + directoryBytes;
    // The next directory begins on an even byte.
    const end = pixelsAt + pixels.byteLength + (pixels.byteLength % 2);
    const directory = Buffer.alloc(directoryBytes);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, value], at) => {
      const start = 2 + at * ENTRY_BYTES;
      directory.writeUInt16LE(tag, start);
      directory.writeUInt16LE(type, start + 2);
      directory.writeUInt32LE(1, start + 4);
      directory.writeUInt32LE(tag === 273 ? pixelsAt : value, start + 8);
    });
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : end, directoryBytes - 4);
    parts.push(directory, Buffer.from(pixels), Buffer.alloc(pixels.byteLength % 2));
    offset = end;
  });
  return Buffer.concat(parts);
}
