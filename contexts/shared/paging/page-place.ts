import type * as z from 'zod';

/** A place in a listing as a store writes it, for itself alone: no client sees it (`PageCursors`). */

/** @param place where the next page begins; undefined at the end */
export function writePlace(place: object | undefined): string | undefined {
  return place === undefined ? undefined : JSON.stringify(place);
}

/**
 * Reads a place that the same listing has written. One of another shape, as it was before a deployment, begins at the first
 * page: the listing's own key is never taken from it.
 */
export function readPlace<Schema extends z.ZodType>(
  schema: Schema,
  place: string | undefined,
): z.output<Schema> | undefined {
  if (place === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(place)).data;
  } catch {
    return undefined;
  }
}
