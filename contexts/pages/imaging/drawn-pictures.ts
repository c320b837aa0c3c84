import { type CountedPages, FileFault } from '#intake';
import { PageNotDrawableError, PageTooCostlyError } from '#reading';
import { isTimeUp } from './is-time-up.ts';
import { orNotDrawable } from './or-not-drawable.ts';
import { countPictures, openPicture } from './stored-picture.ts';

/** What is drawn is thrown away; all of the picture is decoded for it. */
const SMALL_PIXELS = 64;

/**
 * Counts the pictures of a TIFF, JPEG or PNG, and those that libvips draws, by drawing each once: compressions that it does not have,
 * and pixels that are broken inside, are met before anyone pays for reading them.
 * @param seconds for one of them, and after which no further one is begun: then nothing is said of what is drawn
 * @throws PageNotDrawableError where none is drawn; PageTooCostlyError when the time of one is up; FileFault `PAGE_TOO_LARGE`
 */
export async function countDrawnPictures(
  bytes: Uint8Array,
  mostPages: number,
  seconds: number,
): Promise<CountedPages> {
  const pageCount = await orNotDrawable(() => countPictures(bytes));
  if (pageCount > mostPages) return { pageCount };
  const until = Date.now() + seconds * 1000;
  let drawable = 0;
  for (let index = 0; index < pageCount; index += 1) {
    if (Date.now() > until) return { pageCount };
    if (await isDrawn(bytes, index, seconds)) drawable += 1;
  }
  if (drawable === 0) throw new PageNotDrawableError('The picture cannot be drawn');
  return { pageCount, drawable };
}

async function isDrawn(bytes: Uint8Array, index: number, seconds: number): Promise<boolean> {
  try {
    const picture = await openPicture(bytes, index);
    const upright = await picture.upright(SMALL_PIXELS, Math.ceil(seconds));
    await upright.resize({ width: SMALL_PIXELS, height: SMALL_PIXELS, fit: 'inside' }).raw().toBuffer();
    return true;
  } catch (error) {
    if (error instanceof FileFault) throw error;
    if (isTimeUp(error))
      throw new PageTooCostlyError('Drawing the picture takes too much time', { cause: error });
    return false;
  }
}
