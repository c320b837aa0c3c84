import { PageNotDrawableError } from '#reading';

/** Whatever libvips says of a picture, it will say again. @throws PageNotDrawableError */
export async function orNotDrawable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PageNotDrawableError) throw error;
    throw new PageNotDrawableError('The image cannot be read', { cause: error });
  }
}
