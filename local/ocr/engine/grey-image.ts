import { openPicture } from '../../../contexts/pages/imaging/stored-picture.ts';
import { darkOnLight } from '../../../contexts/pages/domain/negative.ts';

/** One byte a pixel, 0 black to 255 white, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Long side of an A4 sheet at 200 dpi, the resolution at which Tesseract read the sample scans best. */
export const WORKING_LONG_SIDE_PIXELS = 2339;

/** Below this many pixels a side there is no text to read, and the page is more likely a broken file. */
const SMALLEST_SIDE_PIXELS = 20;

export interface DecodedPage {
  /** Size of the image as viewers show it, which all results are relative to. */
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** The page in grey, dark on light, with the long side scaled to WORKING_LONG_SIDE_PIXELS. */
  readonly grey: GreyImage;
}

/**
 * Decodes an encoded image to grey and scales it to the working resolution, turned as the camera says it was held: the page's own
 * text says which way up it is, but not that it is mirrored.
 * @throws Error when the bytes are no image that can be decoded
 */
export async function decodePage(image: Uint8Array): Promise<DecodedPage> {
  try {
    const picture = await openPicture(image);
    const { widthPixels: width, heightPixels: height } = picture;
    if (Math.min(width, height) < SMALLEST_SIDE_PIXELS) {
      throw new Error(`it measures only ${width} x ${height} pixels`);
    }
    const scale = WORKING_LONG_SIDE_PIXELS / Math.max(width, height);
    const upright = await picture.upright(WORKING_LONG_SIDE_PIXELS);
    const grey = await upright
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize({
        width: Math.round(width * scale),
        height: Math.round(height * scale),
        fit: 'fill',
        kernel: 'lanczos3',
      })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const scanned = singleChannel(grey.data, grey.info);
    return {
      widthPixels: width,
      heightPixels: height,
      grey: { ...scanned, pixels: darkOnLight(scanned) },
    };
  } catch (error) {
    throw new Error(
      `This page cannot be read as an image: ${error instanceof Error ? error.message : 'unknown fault'}`,
      {
        cause: error,
      },
    );
  }
}

function singleChannel(data: Buffer, info: { width: number; height: number; channels: number }): GreyImage {
  const { width, height, channels } = info;
  if (channels === 1) return { width, height, pixels: new Uint8Array(data) };
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[i * channels] ?? 255;
  return { width, height, pixels };
}

/** A white image. */
export function whiteImage(width: number, height: number): GreyImage {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

/**
 * Turns an image clockwise by quarter turns.
 * @param quarterTurns how many times 90 degrees, 0 to 3
 */
export function turnImage(image: GreyImage, quarterTurns: number): GreyImage {
  const { width, height, pixels } = image;
  if (quarterTurns === 0) return image;
  const turned = new Uint8Array(width * height);
  const newWidth = quarterTurns === 2 ? width : height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixels[y * width + x] ?? 255;
      if (quarterTurns === 1) turned[x * newWidth + (height - 1 - y)] = value;
      else if (quarterTurns === 2) turned[(height - 1 - y) * newWidth + (width - 1 - x)] = value;
      else turned[(width - 1 - x) * newWidth + y] = value;
    }
  }
  return { width: newWidth, height: quarterTurns === 2 ? height : width, pixels: turned };
}

/**
 * Wraps an image as a binary PGM file, which Tesseract's image library reads and which costs no compression.
 */
export function encodePgm(image: GreyImage): Buffer {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'ascii');
  return Buffer.concat([header, image.pixels]);
}

/** Copies a rectangle out of an image; what lies outside the image is white. */
export function cropImage(
  image: GreyImage,
  left: number,
  top: number,
  width: number,
  height: number,
): GreyImage {
  const crop = whiteImage(width, height);
  for (let y = Math.max(0, -top); y < height && y + top < image.height; y++) {
    const from = Math.max(0, left);
    const to = Math.min(image.width, left + width);
    if (to <= from) break;
    const row = (y + top) * image.width;
    crop.pixels.set(image.pixels.subarray(row + from, row + to), y * width + from - left);
  }
  return crop;
}
