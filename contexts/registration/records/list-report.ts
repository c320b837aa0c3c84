import * as z from 'zod';
import { otherCoverSchema } from '#registry';
import { listSourceSchema } from '#shared';
import {
  answerClassSchema,
  invalidReasonSchema,
  lineWarningSchema,
  outcomeCodeSchema,
} from './list-lines.ts';

/** So many lines, and the numbers of the first of them. */
const tallied = { count: z.int().positive(), firstLines: z.array(z.int().positive()) };

/** `report.json` of a list, of a dry run and of a real one alike: counts and line numbers, nobody's data. */
export const listReportSchema = z.strictObject({
  version: z.literal(1),
  listId: z.string().min(1),
  source: listSourceSchema,
  isDryRun: z.boolean(),
  lineCount: z.int().min(0),
  byClass: z.partialRecord(answerClassSchema, z.int().positive()),
  byCode: z.array(z.strictObject({ code: outcomeCodeSchema, class: answerClassSchema, ...tallied })),
  invalidReasons: z.array(z.strictObject({ reason: invalidReasonSchema, ...tallied })),
  warnings: z.array(z.strictObject({ warning: lineWarningSchema, ...tallied })),
  otherCovers: z.array(z.strictObject({ cover: otherCoverSchema, ...tallied })),
  /** The first duplicates of each code, certain and possible: of which line of the list, or of a person registered before. */
  duplicates: z.array(
    z.strictObject({
      line: z.int().positive(),
      code: outcomeCodeSchema,
      ofLine: z.int().positive().nullable(),
      ofRegisteredPerson: z.string().nullable(),
    }),
  ),
});
export type ListReport = z.infer<typeof listReportSchema>;
