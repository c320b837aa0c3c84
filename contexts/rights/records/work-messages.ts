import * as z from 'zod';

/** Asks for a check of rights over the registry (a schedule or a person), or for one part of it. */
export const checkRightsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    requestedBy: z.string().min(1),
    /** Given by who wants to follow it; else one run a day. */
    runId: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .optional(),
  }),
  z.object({ kind: z.literal('segment'), runId: z.string().min(1), segment: z.int().min(0) }),
]);
export type CheckRights = z.infer<typeof checkRightsSchema>;
