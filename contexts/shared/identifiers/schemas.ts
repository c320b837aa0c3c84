import * as z from 'zod';
import { YEAR } from '../time/birth-date.ts';
import { schemes } from './schemes.ts';

export const registrationNumberSchema = z.string().regex(/^\d{9}$/, 'a registration number of 9 digits');
export const cinSchema = z
  .string()
  .regex(/^[A-Z]{1,2}\d{1,6}$/, 'a CIN: one or two letters, then up to 6 digits');
export const residenceCardSchema = z
  .string()
  .regex(/^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{4,15}$/, 'the number of a residence card: capitals and digits');
export const inpeSchema = z.string().regex(/^\d{9}$/, 'an INPE of 9 digits');

/** A Moroccan mobile in E.164: the only kind of number an SMS is sent to. */
export const mobileSchema = z
  .string()
  .regex(/^\+212[67]\d{8}$/, 'a Moroccan mobile as +2126XXXXXXXX or +2127XXXXXXXX');

export const schemeSchema = z.enum(schemes);

/** What rights under a scheme come from: days of work where nothing else is said, a pension, what one pays oneself, a share of the catch. */
export const coverageBasisSchema = z.enum(['work', 'pension', 'voluntary', 'fishing-share']);
export type CoverageBasis = z.infer<typeof coverageBasisSchema>;

/** ISO date, or the year alone of who is registered without a day. */
export const birthDateSchema = z.union([
  z.iso.date(),
  z.string().regex(YEAR, 'a birth date, or its year alone'),
]);

export const isBirthDate = (text: string): boolean => birthDateSchema.safeParse(text).success;
