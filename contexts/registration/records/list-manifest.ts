import * as z from 'zod';
import { listSourceSchema } from '#shared';

/** A manifest is a few fields: more bytes than this are another file under its name, and are not read. */
export const MAX_MANIFEST_BYTES = 64 * 1024;

/**
 * What a sender says of a list, so that a truncated or mistaken one is noticed: `<list>.manifest.json` beside it, sent before it,
 * or the same fields in the list's own first line (header of counts).
 */
export const listManifestSchema = z.strictObject({
  version: z.literal(1),
  source: listSourceSchema,
  /** Lines of data, without header lines. */
  records: z.int().min(0),
  /** The state of the sender's records is of this day (date d'arrêté). */
  asOf: z.iso.date(),
  /** SHA-256 of the list's bytes as they are sent, in hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Of the text; found out where it is absent. */
  encoding: z.enum(['utf-8', 'windows-1252', 'windows-1256', 'iso-8859-6']).optional(),
});
export type ListManifest = z.infer<typeof listManifestSchema>;
