import * as z from 'zod';
import { lineRangeSchema } from '../domain/lists/list.ts';

/** One range of a list to be verified. */
export const verifyRangeSchema = z.object({ listId: z.string().min(1), range: lineRangeSchema });
export type VerifyRange = z.infer<typeof verifyRangeSchema>;

/** All lines of a list to be looked at together. */
export const linkListSchema = z.object({ listId: z.string().min(1) });
export type LinkList = z.infer<typeof linkListSchema>;

/** One unit of a list to be registered. */
export const registerUnitSchema = z.object({ listId: z.string().min(1), unit: z.int().positive() });
export type RegisterUnit = z.infer<typeof registerUnitSchema>;

/** A list whose answer is to be written. */
export const closeListSchema = z.object({ listId: z.string().min(1) });
export type CloseList = z.infer<typeof closeListSchema>;

/** Asks to look whether lists move; a schedule sends it. */
export const watchListsSchema = z.object({ requestedBy: z.string().min(1) });
