import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { textractFileLimits } from '#claims';
import { demandDecodable, pictureHeader, type PictureHeader, withEndOfImage } from '#intake';

/** How a camera was held (EXIF and TIFF tag 274): whether the stored picture is mirrored left to right, and then turned clockwise. */
const ORIENTATIONS: Readonly<Record<number, { readonly isMirrored: boolean; readonly degrees: number }>> = {
  2: { isMirrored: true, degrees: 0 },
  3: { isMirrored: false, degrees: 180 },
  4: { isMirrored: true, degrees: 180 },
  5: { isMirrored: true, degrees: 270 },
  6: { isMirrored: false, degrees: 90 },
  7: { isMirrored: true, degrees: 90 },
  8: { isMirrored: false, degrees: 270 },
};

/** One picture of a file as every viewer shows it. */
export interface StoredPicture {
  /** As it is shown: upright as the camera was held. */
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Whether a program that knows nothing of cameras sees the same. */
  readonly isStoredUpright: boolean;
  /**
   * The picture, smaller or as it is, as all viewers show it.
   * @param longSidePixels what it will be made to fit: of a picture that has to be turned no more pixels are kept
   * @param seconds for decoding it, and again for what is made of it; left out, as long as it takes
   */
  upright(longSidePixels: number, seconds?: number): Promise<Sharp>;
}

/** How many pictures a TIFF, JPEG or PNG holds. @throws Error when its header cannot be read */
export async function countPictures(bytes: Uint8Array): Promise<number> {
  const { pages = 1 } = await decoderOf(bytes, 0).metadata();
  return pages;
}

/**
 * Opens one picture of a TIFF, JPEG or PNG; its header alone is read. Whoever shows a page, reads it, or looks at it again, opens
 * it here, so that the boxes of one fit the pixels of the other.
 * @param index from 0
 * @throws FileFault, or what the decoder says
 */
export async function openPicture(bytes: Uint8Array, index = 0): Promise<StoredPicture> {
  const decoder = decoderOf(bytes, index);
  const metadata = await decoder.metadata();
  const { width, height, orientation = 1 } = metadata;
  demandDecodable(headerOf(metadata), textractFileLimits);
  const held = ORIENTATIONS[orientation];
  const isOnItsSide = held !== undefined && held.degrees % 180 !== 0;
  return {
    widthPixels: isOnItsSide ? height : width,
    heightPixels: isOnItsSide ? width : height,
    isStoredUpright: held === undefined,
    upright: async (longSidePixels, seconds = 0) => {
      if (held === undefined) return decoder.clone().timeout({ seconds });
      // A picture that is to be turned is held whole: it is made small before.
      const { data, info } = await decoder
        .clone()
        .timeout({ seconds })
        .flatten({ background: 'white' })
        .resize({ width: longSidePixels, height: longSidePixels, fit: 'inside', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const { isMirrored, degrees } = held;
      return rawPicture(data, info).timeout({ seconds }).flop(isMirrored).rotate(degrees);
    },
  };
}

function headerOf(metadata: Metadata): PictureHeader {
  // Also of a PNG whose rows are interlaced.
  const { width, height, channels, depth, isProgressive, chromaSubsampling } = metadata;
  // Of a progressive JPEG the decoder keeps coefficients of two bytes, with subsampling fewer of them.
  const keepsCoefficients = isProgressive && chromaSubsampling === '4:4:4';
  const bytesPerSample = depth === 'uchar' && !keepsCoefficients ? 1 : 2;
  const size = { widthPixels: width, heightPixels: height };
  return pictureHeader(size, channels * bytesPerSample, isProgressive);
}

function decoderOf(bytes: Uint8Array, index: number): Sharp {
  const { maxSidePixels } = textractFileLimits;
  return sharp(withEndOfImage(bytes), {
    page: index,
    // Decoders warn of what does not harm the picture: odd parameters, bytes between segments, broken tags beside it.
    failOn: 'error',
    limitInputPixels: maxSidePixels * maxSidePixels,
  });
}

function rawPicture(data: Uint8Array, { width, height, channels }: OutputInfo): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
