import { PDFDocument } from '@cantoo/pdf-lib';
import { textractFileLimits } from '#claims';
import { FileFault, type ScanUprighter } from '#intake';
import { PageNotDrawableError, PageTooCostlyError } from '#reading';
import { isTimeUp } from './is-time-up.ts';
import { orNotDrawable } from './or-not-drawable.ts';
import { countPictures, openPicture, type StoredPicture } from './stored-picture.ts';

/** A4 at 430 dpi. A picture is held whole while it is turned, so of a larger one no more is kept. */
const LONG_SIDE_PIXELS = 5_000;
const MAX_PIXELS = 17_700_000;
/** From what no OCR tells from the original, down to what still reads well: the first that is small enough is taken. */
const JPEG_QUALITIES = [92, 80, 60];
/** Of all pages of a copy: five times what a file may have. */
const MAX_COPY_BYTES = 100 * 1024 * 1024;
/** A page of a PDF is as long as A4, however many pixels it has: boxes are ratios of it. */
const LONG_SIDE_POINTS = 842;

/** Stores pictures that a camera or scanner says to turn or mirror as viewers show them, with libvips. */
export class TurnedScanUprighter implements ScanUprighter {
  readonly #timeoutSeconds: number;

  /** @param timeoutSeconds for all pictures of a file */
  constructor(timeoutSeconds: number) {
    this.#timeoutSeconds = timeoutSeconds;
  }

  async upright(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | undefined> {
    if (!mediaType.startsWith('image/')) return undefined;
    const pictures = await orNotDrawable(() => allPictures(bytes));
    if (pictures.every(({ isStoredUpright }) => isStoredUpright)) return undefined;
    const until = Date.now() + this.#timeoutSeconds * 1000;
    const [only, ...others] = pictures;
    return only !== undefined && others.length === 0 ? toJpeg(only, until) : toPdf(pictures, until);
  }
}

async function allPictures(bytes: Uint8Array): Promise<readonly StoredPicture[]> {
  const pictures: StoredPicture[] = [];
  const count = await countPictures(bytes);
  for (let index = 0; index < count; index += 1) pictures.push(await openPicture(bytes, index));
  return pictures;
}

async function toJpeg(picture: StoredPicture, until: number): Promise<Uint8Array> {
  for (const quality of JPEG_QUALITIES) {
    const jpeg = await encoded(picture, quality, until);
    if (jpeg.byteLength <= textractFileLimits.maxImageBytes) return jpeg;
  }
  throw new FileFault('TOO_LARGE');
}

/** OCR takes pages of different sizes in a PDF, as most scanners write it; libvips writes a TIFF of pages of one size only. */
async function toPdf(pictures: readonly StoredPicture[], until: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  let copyBytes = 0;
  for (const picture of pictures) {
    const jpeg = await encoded(picture, JPEG_QUALITIES[0] ?? 0, until);
    copyBytes += jpeg.byteLength;
    if (copyBytes > MAX_COPY_BYTES) throw new FileFault('TOO_COMPLEX');
    const image = await document.embedJpg(jpeg);
    const scale = LONG_SIDE_POINTS / Math.max(image.width, image.height);
    const size = { width: image.width * scale, height: image.height * scale };
    document.addPage([size.width, size.height]).drawImage(image, size);
  }
  return document.save();
}

/** A square picture has more pixels than a sheet with the same long side. */
function longSideOf({ widthPixels, heightPixels }: StoredPicture): number {
  const ratio = Math.max(widthPixels, heightPixels) / Math.min(widthPixels, heightPixels);
  return Math.floor(Math.min(LONG_SIDE_PIXELS, Math.sqrt(MAX_PIXELS * ratio)));
}

/** @throws PageTooCostlyError when the time is up; PageNotDrawableError for a picture that is broken inside */
async function encoded(picture: StoredPicture, quality: number, until: number): Promise<Uint8Array> {
  const seconds = Math.ceil((until - Date.now()) / 1000);
  if (seconds <= 0) throw new PageTooCostlyError('Turning the pictures takes too much time');
  try {
    const longSide = longSideOf(picture);
    const upright = await picture.upright(longSide, seconds);
    return await upright
      .flatten({ background: 'white' })
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const message = 'A picture cannot be turned upright';
    throw isTimeUp(error)
      ? new PageTooCostlyError(message, { cause: error })
      : new PageNotDrawableError(message, { cause: error });
  }
}
