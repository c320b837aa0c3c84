import type { FileLimits } from '#claims';
import { ByteReader } from './byte-reader.ts';
import { isCameraRaw } from './camera-raw.ts';
import { FileFault } from './file-fault.ts';
import { JpegScans } from './jpeg-scans.ts';
import { demandDecodable, pictureHeader } from './picture-header.ts';
import { firstValue, readDirectory, valueAt, type TiffDirectory, type TiffEntry } from './tiff-directory.ts';

// utif2 is not used here: it follows a loop of directories for ever, reads array lengths it is told without a limit and
// takes what lies beyond the end of the file for zeros. The walk below visits each directory once and reads only tags it needs.

const BIG_TIFF_VERSION = 43;
const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  samplesPerPixel: 277,
  stripOffsets: 273,
  stripByteCounts: 279,
  tileOffsets: 324,
  tileByteCounts: 325,
} as const;
const UNCOMPRESSED = 1;
/** What libvips decodes: CCITT (2 to 4), LZW, JPEG as it is written today, deflate by both of its names, PackBits. */
const knownCompressions: ReadonlySet<number> = new Set([UNCOMPRESSED, 2, 3, 4, 5, 7, 8, 32_773, 32_946]);
/** More samples a pixel than any scanner writes (CMYK with alpha is 5). */
const MAX_SAMPLES_PER_PIXEL = 8;
/** Strips and tiles of a whole file: 1,000 pages of single-row strips at 300 dpi. Bounds the time of a hostile file. */
const MAX_PARTS = 4_000_000;
/** Of one page: the largest in tiles of 64 × 64 pixels. Each is begun anew by the decoder, which cannot be ended meanwhile. */
const MAX_TILES = 25_000;
const JPEG = 7;

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bitsPerSample: number;
}

function rasterOf(reader: ByteReader, directory: TiffDirectory): Raster {
  const raster = {
    width: firstValue(reader, directory, TAG.width),
    height: firstValue(reader, directory, TAG.height),
    samples: firstValue(reader, directory, TAG.samplesPerPixel, 1),
    bitsPerSample: firstValue(reader, directory, TAG.bitsPerSample, 1),
  };
  if (raster.width === 0 || raster.height === 0 || raster.samples > MAX_SAMPLES_PER_PIXEL)
    throw new FileFault('DAMAGED');
  return raster;
}

/**
 * A picture in one piece. Where its length is not said, is said to be 0, or goes beyond the file, decoders take what the picture
 * needs, or, where it is compressed and nothing is said, whatever follows.
 */
function demandOnlyStrip(reader: ByteReader, directory: TiffDirectory, raster: Raster): void {
  const { width, height, samples, bitsPerSample } = raster;
  const isPlain = firstValue(reader, directory, TAG.compression, UNCOMPRESSED) === UNCOMPRESSED;
  const offset = firstValue(reader, directory, TAG.stripOffsets);
  const said = firstValue(reader, directory, TAG.stripByteCounts, 0);
  if (isPlain && (said === 0 || offset + said > reader.length))
    reader.demand(offset, Math.ceil((width * samples * bitsPerSample) / 8) * height);
  else reader.demand(offset, Math.max(1, said));
}

function demandParts(
  reader: ByteReader,
  offsets: TiffEntry,
  byteCounts: TiffEntry | undefined,
  maxParts: number,
): void {
  if (offsets.count !== byteCounts?.count || offsets.count > maxParts) throw new FileFault('DAMAGED');
  for (let part = 0; part < offsets.count; part++) {
    const byteCount = valueAt(reader, byteCounts, part);
    if (byteCount === 0) throw new FileFault('DAMAGED');
    reader.demand(valueAt(reader, offsets, part), byteCount);
  }
}

interface Parts {
  readonly offsets: TiffEntry;
  readonly byteCounts: TiffEntry | undefined;
}

function partsOf({ entries }: TiffDirectory): Parts {
  const offsets = entries.get(TAG.stripOffsets) ?? entries.get(TAG.tileOffsets);
  if (offsets === undefined || offsets.count === 0) throw new FileFault('DAMAGED');
  if (!entries.has(TAG.stripOffsets) && offsets.count > MAX_TILES) throw new FileFault('TOO_COMPLEX');
  return { offsets, byteCounts: entries.get(TAG.stripByteCounts) ?? entries.get(TAG.tileByteCounts) };
}

/** @returns the number of strips or tiles of the page. */
function demandPixels(
  reader: ByteReader,
  directory: TiffDirectory,
  { offsets, byteCounts }: Parts,
  raster: Raster,
): number {
  const { entries } = directory;
  if (offsets.count === 1 && entries.has(TAG.stripOffsets)) {
    demandOnlyStrip(reader, directory, raster);
    return 1;
  }
  const { width, height, samples } = raster;
  // A strip has one row at least; tiles are 16 × 16 pixels at least, so never more than rows × columns / 256.
  const maxParts = samples * Math.max(height, Math.ceil(width / 16) * Math.ceil(height / 16));
  demandParts(reader, offsets, byteCounts, maxParts);
  return offsets.count;
}

/**
 * Counts the pages of a TIFF by its chain of image directories, and checks that all pixel data they point to is in the
 * file. Nothing is decoded.
 * @throws FileFault `INCOMPLETE`, `DAMAGED`, `NO_PAGES`, `TOO_MANY_PAGES`, `PAGE_TOO_LARGE`, `TOO_COMPLEX`, or
 *   `IMAGE_FORMAT_NOT_ACCEPTED` (BigTIFF, raw pictures of cameras, other compressions).
 */
export function inspectTiff(bytes: Uint8Array, limits: FileLimits): { readonly pageCount: number } {
  const reader = new ByteReader(bytes, bytes[0] === 0x49);
  if (reader.uint16(2) === BIG_TIFF_VERSION) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
  const directories = readDirectories(reader, limits);
  if (directories.length === 0) throw new FileFault('NO_PAGES');
  if (isCameraRaw(reader, directories)) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
  const scans = new JpegScans(bytes.byteLength);
  let parts = 0;
  for (const directory of directories) {
    const compression = firstValue(reader, directory, TAG.compression, UNCOMPRESSED);
    if (!knownCompressions.has(compression)) throw new FileFault('IMAGE_FORMAT_NOT_ACCEPTED');
    const raster = rasterOf(reader, directory);
    const { width: widthPixels, height: heightPixels, samples, bitsPerSample } = raster;
    demandDecodable(
      pictureHeader({ widthPixels, heightPixels }, samples * Math.ceil(bitsPerSample / 8)),
      limits,
    );
    const pixels = partsOf(directory);
    parts += demandPixels(reader, directory, pixels, raster);
    if (parts > MAX_PARTS) throw new FileFault('DAMAGED');
    if (compression !== JPEG) continue;
    for (let part = 0; part < pixels.offsets.count; part++) {
      const offset = valueAt(reader, pixels.offsets, part);
      scans.demandFew(bytes.subarray(offset, offset + lengthOf(reader, pixels, part)));
    }
  }
  return { pageCount: directories.length };
}

/** What is said to be empty, or is not said, may be anything behind where it begins. */
function lengthOf(reader: ByteReader, { byteCounts }: Parts, part: number): number {
  const said = byteCounts !== undefined && part < byteCounts.count ? valueAt(reader, byteCounts, part) : 0;
  return said > 0 ? said : reader.length;
}

function readDirectories(reader: ByteReader, limits: FileLimits): readonly TiffDirectory[] {
  const visited = new Set<number>();
  const directories: TiffDirectory[] = [];
  for (let offset = reader.uint32(4); offset !== 0; offset = directories.at(-1)?.nextOffset ?? 0) {
    if (visited.has(offset)) throw new FileFault('DAMAGED');
    visited.add(offset);
    if (visited.size > limits.maxPages) throw new FileFault('TOO_MANY_PAGES');
    directories.push(readDirectory(reader, offset));
  }
  return directories;
}
