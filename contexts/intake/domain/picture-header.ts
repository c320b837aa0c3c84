import type { FileLimits } from '#claims';
import { FileFault } from './file-fault.ts';

export interface ImageSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** What the header of a picture says of it, before a pixel is decoded. */
export interface PictureHeader extends ImageSize {
  /** What all of it takes when it is decoded. */
  readonly decodedBytes: number;
  /** Whether a decoder must hold all of it at once (progressive, interlaced); else it goes row by row. */
  readonly isHeldWhole: boolean;
}

/** The bytes of a picture, at `bytesPerPixel`. */
export function pictureHeader(size: ImageSize, bytesPerPixel: number, isHeldWhole = false): PictureHeader {
  const decodedBytes = Math.ceil(size.widthPixels * size.heightPixels * bytesPerPixel);
  return { ...size, decodedBytes, isHeldWhole };
}

/** @throws FileFault `PAGE_TOO_LARGE` for what would take more memory or time than one page may. */
export function demandDecodable(
  { widthPixels, heightPixels, decodedBytes, isHeldWhole }: PictureHeader,
  limits: Pick<FileLimits, 'maxSidePixels' | 'maxPictureBytes' | 'maxHeldBytes'>,
): void {
  const maxBytes = isHeldWhole ? limits.maxHeldBytes : limits.maxPictureBytes;
  if (Math.max(widthPixels, heightPixels) > limits.maxSidePixels || decodedBytes > maxBytes)
    throw new FileFault('PAGE_TOO_LARGE');
}
