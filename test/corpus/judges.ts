import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openSource } from '../../contexts/pages/imaging/open-source.ts';
import type { MediaType } from '../../contexts/intake/domain/media-type.ts';
import { threadFile, WorkThread } from '../../contexts/shared/threads/work-thread.ts';
import { drawingLimits } from '../../contexts/pages/domain/drawing-limits.ts';

/** Another reader: how many pages it sees; undefined where it does not take the file. */
export type Judge = (bytes: Uint8Array) => Promise<number | undefined>;

const JUDGE_SECONDS = 30;
const TIFF_SECONDS = 5;
const SMALL_PIXELS = 64;

/** What the product draws pages with: PDFium, and libvips of pictures. The first page is drawn, so that it is more than a header. */
const drawing =
  (mediaType: MediaType): Judge =>
  async (bytes) => {
    const source = await openSource(bytes, mediaType, drawingLimits);
    try {
      const picture = await source.picture(1, SMALL_PIXELS);
      await picture.resize({ width: SMALL_PIXELS, height: SMALL_PIXELS, fit: 'inside' }).raw().toBuffer();
      return source.pageCount;
    } finally {
      source.close();
    }
  };

/** Mozilla's reader; it repairs as browsers do. */
const pdfJs: Judge = async (bytes) => {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await loading.promise;
    for (let page = 1; page <= document.numPages; page++) await document.getPage(page);
    return document.numPages;
  } finally {
    await loading.destroy();
  }
};

/** Skia, which draws in Chrome. */
const skia: Judge = async (bytes) => {
  const image = await loadImage(Buffer.from(bytes));
  createCanvas(SMALL_PIXELS, SMALL_PIXELS)
    .getContext('2d')
    .drawImage(image, 0, 0, SMALL_PIXELS, SMALL_PIXELS);
  return 1;
};

const tiffThread = new WorkThread<Uint8Array, number | undefined>(
  threadFile('./tiff-thread', import.meta.url),
  {
    maxHeapMegabytes: 256,
  },
);
const tiffJs: Judge = (bytes) => tiffThread.ask(bytes, TIFF_SECONDS);

const judgesOf: Readonly<Record<MediaType, readonly [Judge, Judge]>> = {
  'application/pdf': [drawing('application/pdf'), pdfJs],
  'image/tiff': [drawing('image/tiff'), tiffJs],
  'image/jpeg': [drawing('image/jpeg'), skia],
  'image/png': [drawing('image/png'), skia],
};

/** Names of the judges, for the page. */
export const judgeNames: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'PDFium and pdf.js',
  'image/tiff': 'libvips and tiff (npm)',
  'image/jpeg': 'libvips and Skia',
  'image/png': 'libvips and Skia',
};

/** What two other readers make of a file. */
export async function judge(
  bytes: Uint8Array,
  mediaType: MediaType,
): Promise<readonly [number | undefined, number | undefined]> {
  const [first, second] = judgesOf[mediaType];
  return [await within(first(bytes)), await within(second(bytes))];
}

/** A reader that refuses, or takes for ever, says nothing. */
async function within(counting: Promise<number | undefined>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), JUDGE_SECONDS * 1000);
  });
  try {
    return await Promise.race([counting, tooLate]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
