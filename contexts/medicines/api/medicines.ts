import * as z from 'zod';
import { cursorSchema } from '#shared';

/** The contract of the console about medicines. Nothing in it is about a person. */

export const findMedicinesSchema = z.object({
  /** The beginning of a name, or a whole code. */
  text: z.string().min(1).max(100),
  /** The day of dispensing whose price is asked for; today where it is left out. */
  day: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
  cursor: cursorSchema,
});

export const medicinePriceSchema = z
  .object({
    from: z.string(),
    /** Left out while the price holds. */
    to: z.string().optional(),
    ppvCentimes: z.int(),
    /** Left out where the list has none: it cannot be priced then. */
    baseCentimes: z.int().optional(),
    rateBasisPoints: z.int(),
    source: z.string(),
  })
  .meta({ id: 'MedicinePrice' });

export const medicineViewSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    substances: z.array(z.string()),
    strength: z.string().optional(),
    form: z.string().optional(),
    pack: z.string().optional(),
    packUnits: z.int().optional(),
    /** On the day that was asked for; left out where none is known. */
    price: medicinePriceSchema.optional(),
  })
  .meta({ id: 'Medicine' });

export const medicinesFoundSchema = z
  .object({ medicines: z.array(medicineViewSchema), nextCursor: z.string().optional() })
  .meta({ id: 'MedicinesFound' });

export const proposeMedicinesSchema = z.object({
  /** As it is printed. */
  name: z.string().min(1).max(100),
  /** Of one box, as it is printed. */
  priceCentimes: z.coerce.number().int().min(0).optional(),
  dispensedOn: z.iso.date(),
});

export const medicineProposalsSchema = z
  .object({
    /** The best first. A person picks one: none is taken by itself. */
    proposals: z.array(
      z.object({
        medicine: medicineViewSchema,
        /** How alike the names are, 0 to 100. */
        namePercent: z.int(),
        /** The printed price is the public one (PPV) of the day. */
        isPriceEqual: z.boolean(),
        /** Name and price agree. */
        isStrong: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MedicineProposals' });

export type FindMedicines = z.infer<typeof findMedicinesSchema>;
export type MedicineView = z.infer<typeof medicineViewSchema>;
export type MedicinesFound = z.infer<typeof medicinesFoundSchema>;
export type ProposeMedicines = z.infer<typeof proposeMedicinesSchema>;
export type MedicineProposals = z.infer<typeof medicineProposalsSchema>;
