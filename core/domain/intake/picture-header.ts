import { FileFault } from './file-fault.ts';
import type { FileLimits } from './quarantine-reason.ts';

export interface ImageSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** What the header of a picture says of it, before a pixel is decoded. */
export interface PictureHeader extends ImageSize {
  /** What a decoder that holds the whole picture needs for it. */
  readonly decodedBytes: number;
}

/** The bytes of a picture, at `bytesPerPixel`. */
export function pictureHeader(size: ImageSize, bytesPerPixel: number): PictureHeader {
  return { ...size, decodedBytes: Math.ceil(size.widthPixels * size.heightPixels * bytesPerPixel) };
}

/** @throws FileFault `PAGE_TOO_LARGE` for what would take more memory than one page may. */
export function demandDecodable(
  { widthPixels, heightPixels, decodedBytes }: PictureHeader,
  limits: Pick<FileLimits, 'maxSidePixels' | 'maxPictureBytes'>,
): void {
  if (Math.max(widthPixels, heightPixels) > limits.maxSidePixels || decodedBytes > limits.maxPictureBytes)
    throw new FileFault('PAGE_TOO_LARGE');
}
