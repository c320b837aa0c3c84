import * as z from 'zod';
import { accessTable, cursorSchema, type Operation } from '#shared';

/** Who saw and did what: `/api/console/accesses`. Asked in the body of a request, so that no number of a person is in an address. */

const isOperation = (name: string): name is Operation => name in accessTable;

/** Id of an operation of the API. */
export const operationSchema = z.string().refine(isOperation, 'is no operation of the API');

export const accessRecordSchema = z
  .object({
    /** User id of a member of the staff, or `insured:<registration number>`. */
    actor: z.string(),
    operation: operationSchema,
    /** `claim:<id>`, `file:<id>`, `person:<registration number>`, `search`. */
    subject: z.string(),
    /** ISO instant. */
    at: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'AccessRecord' });

export const accessQuerySchema = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('actor'),
      actor: z.string().min(1).max(128),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-03'),
      cursor: cursorSchema,
    }),
    z.strictObject({
      by: z.literal('subject'),
      subject: z
        .string()
        .regex(
          /^(search|(claim|file|person):[A-Za-z0-9-]{1,64})$/,
          'must be claim:, file: or person: and an id',
        ),
      cursor: cursorSchema,
    }),
  ])
  .meta({ id: 'AccessQuery' });

export const accessPageSchema = z
  .object({
    /** Newest first. */
    records: z.array(accessRecordSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'AccessPage' });
