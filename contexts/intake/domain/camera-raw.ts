import type { ByteReader } from './byte-reader.ts';
import { firstValue, type TiffDirectory } from './tiff-directory.ts';

const TAG = {
  subfileType: 254,
  compression: 259,
  photometric: 262,
  subDirectories: 330,
  dngVersion: 50706,
} as const;
const REDUCED_RESOLUTION = 1;
/** Values of single sensors, and linear values of a sensor: no colours before they are developed. */
const sensorPhotometrics: ReadonlySet<number> = new Set([32803, 34892]);
/** Nikon, Sony, Kodak, Samsung, Pentax, and DNG with loss: no decoder of scans has them. */
const cameraCompressions: ReadonlySet<number> = new Set([
  32767, 32769, 32770, 34713, 34892, 65000, 65535, 32772,
]);
/** A Canon CR2 says so behind the header of its TIFF. */
const CR2 = 0x4352;

/**
 * Whether a file that is a TIFF by its structure is the raw picture of a camera, by what its directories say of their pixels. How
 * many tags a directory has, and which come first, says nothing: office scanners write as many as Nikon.
 */
export function isCameraRaw(reader: ByteReader, directories: readonly TiffDirectory[]): boolean {
  if (reader.length >= 10 && (reader.uint8(8) << 8) + reader.uint8(9) === CR2) return true;
  const [first] = directories;
  if (first === undefined) return false;
  // The first picture is a small preview, and the others hang below it where a scan has none.
  const isPreview =
    (firstValue(reader, first, TAG.subfileType, 0) & REDUCED_RESOLUTION) !== 0 &&
    first.tags.has(TAG.subDirectories);
  return isPreview || directories.some((directory) => isOfSensor(reader, directory));
}

function isOfSensor(reader: ByteReader, directory: TiffDirectory): boolean {
  return (
    directory.tags.has(TAG.dngVersion) ||
    sensorPhotometrics.has(firstValue(reader, directory, TAG.photometric, 0)) ||
    cameraCompressions.has(firstValue(reader, directory, TAG.compression, 1))
  );
}
