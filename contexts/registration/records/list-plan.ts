import * as z from 'zod';
import { lineRangeSchema } from '../domain/lists/list.ts';

/** `plan.json` of a list: how it is cut into ranges. Written before the list is planned, and never changed after. */
export const listPlanSchema = z.strictObject({
  version: z.literal(1),
  listId: z.string().min(1),
  ranges: z.array(lineRangeSchema),
});
