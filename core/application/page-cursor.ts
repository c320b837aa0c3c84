import * as z from 'zod';

/** A place in a listing, as a client gives it back: opaque text that stands in an address. */

const encodedSchema = z.base64url().max(2000);

/** @param place where the next page begins; undefined at the end */
export function encodeCursor(place: object | undefined): string | undefined {
  return place === undefined ? undefined : Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads a cursor that this API has given. One that it has not given begins at the first page: it is of no use, and does no
 * harm, because the listing's own key is never taken from it.
 */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.output<Schema> | undefined {
  const encoded = encodedSchema.safeParse(cursor);
  if (!encoded.success) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded.data, 'base64url').toString('utf8'));
    return schema.safeParse(value).data;
  } catch {
    return undefined;
  }
}
