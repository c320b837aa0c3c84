import * as z from 'zod';
import type { Medicine } from '../domain/medicine.ts';

/** A medicine as the registry table keeps it. */
export const medicineSchema: z.ZodType<Medicine> = z.object({
  code: z.string().regex(/^\d{13}$/),
  name: z.string().min(1),
  substances: z.array(z.string()),
  strength: z.string().optional(),
  form: z.string().optional(),
  pack: z.string().optional(),
  packUnits: z.int().positive().optional(),
  prices: z.array(
    z.object({
      from: z.iso.date(),
      to: z.iso.date().optional(),
      ppvCentimes: z.int().positive(),
      baseCentimes: z.int().positive().optional(),
      rateBasisPoints: z.int().min(0).max(10_000),
      source: z.string().min(1),
    }),
  ),
});
