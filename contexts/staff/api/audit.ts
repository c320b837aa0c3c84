import * as z from 'zod';
import { accessTable, cursorSchema, type Operation, registrationNumberSchema } from '#shared';
import { MOST_ACCESSES } from '../domain/access-limits.ts';
import type { AccessDetails } from '../ports/audit.ts';

/** Who saw and did what: `/api/console/accesses`. Asked in the body of a request, so that no number of a person is in an address. */

const isOperation = (name: string): name is Operation => name in accessTable;

/** Id of an operation of the API. */
export const operationSchema = z.string().refine(isOperation, 'is no operation of the API');

const detail = z.union([z.string(), z.number()]).optional();
type DetailFields = Record<keyof AccessDetails, typeof detail>;

/** What is not known is left out: a record of long ago may say more. */
export const accessDetailsSchema = z.object({
  by: detail,
  found: detail,
  subjects: detail,
  from: detail,
  to: detail,
  state: detail,
  channelId: detail,
  queue: detail,
  action: detail,
  decision: detail,
  actor: detail,
  month: detail,
  rows: detail,
  change: detail,
  field: detail,
  line: detail,
} satisfies DetailFields);

const limit = z.int().min(1).max(MOST_ACCESSES).optional();

export const accessRecordSchema = z
  .object({
    /** User id of a member of the staff, or `insured:<registration number>`. */
    actor: z.string(),
    operation: operationSchema,
    /** `claim:<id>`, `file:<id>`, `person:<registration number>`, `search`. */
    subject: z.string(),
    /** ISO instant. */
    at: z.string(),
    details: accessDetailsSchema.optional(),
  })
  .meta({ id: 'AccessRecord' });

export const accessQuerySchema = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('actor'),
      actor: z.string().min(1).max(128),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-03'),
      limit,
      cursor: cursorSchema,
    }),
    /** The person, their claims, the files of these, and what was changed in review. */
    z.strictObject({
      by: z.literal('person'),
      registrationNumber: registrationNumberSchema,
      limit,
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
      limit,
      cursor: cursorSchema,
    }),
  ])
  .meta({ id: 'AccessQuery' });

export const accessPageSchema = z
  .object({
    /** Newest first. */
    records: z.array(accessRecordSchema),
    /** Of a person: how many claims were looked through, and whether there are older ones that were not. */
    claimCount: z.int().optional(),
    hasOlderClaims: z.boolean().optional(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'AccessPage' });

export type AccessQuery = z.infer<typeof accessQuerySchema>;
