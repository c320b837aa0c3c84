import * as z from 'zod';
import { cleanText } from '#shared';

/**
 * A line of a list of medicines in JSON Lines, as `milaf registry medicines load` takes it. The JSON Schema in `docs/schemas` is
 * generated from this file.
 */

const text = z.string().overwrite(cleanText).min(1);
/** Empty, null or left out where there is none. */
const optionalText = z.string().overwrite(cleanText).nullish();
const centimes = z.int().min(0);

export const medicineLineSchema = z.strictObject({
  /** EAN-13 of the box, as text; a GTIN-14 that begins with 0 is taken too. */
  code: z.string(),
  name: text,
  /** Without strength; not kept. */
  brand: z.string().optional(),
  substances: z.array(text).max(50),
  strength: optionalText,
  form: optionalText,
  pack: optionalText,
  packUnits: z.int().positive().nullish(),
  /** Public price of a box. */
  ppvCentimes: z.int().positive(),
  /** Base of reimbursement of a box, also under the name `pbrCentimes`; null or left out where there is none. */
  baseCentimes: centimes.nullish(),
  pbrCentimes: centimes.nullish(),
  /** 7000 (70 %) or 0. */
  rateBasisPoints: z.int(),
  /** First day on which the price holds; left out: the day that is given with the file. */
  from: z.iso.date().optional(),
  /** Last day, included; null or left out while it holds. */
  to: z.iso.date().nullish(),
  /** Which list says so; left out: what is given with the file. */
  source: text.optional(),
  /** Marks lists that are made up; not kept. */
  invented: z.boolean().optional(),
});

export type MedicineLine = z.infer<typeof medicineLineSchema>;
