import * as z from 'zod';
import { cinSchema } from '#shared';
import { otherCoverSchema } from './other-covers.ts';

const isoDate = z.iso.date();

/** A line of the list of another scheme (CNOPS, FAR, employees): someone is covered there. */
export const coverLineSchema = z.strictObject({
  cin: cinSchema,
  from: isoDate,
  /** Last day, included; absent while the cover lasts. */
  to: isoDate.optional(),
});

/** A line of the list of civil status: someone has died. */
export const deathLineSchema = z.strictObject({ cin: cinSchema, deceasedOn: isoDate });

/** What a line of a reference list says, whichever it is. */
export const referenceRecordSchema = z.discriminatedUnion('kind', [
  coverLineSchema.extend({ kind: z.literal('cover'), scheme: otherCoverSchema }),
  deathLineSchema.extend({ kind: z.literal('death') }),
]);
export type ReferenceRecord = z.infer<typeof referenceRecordSchema>;
