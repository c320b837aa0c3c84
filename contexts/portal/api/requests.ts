import * as z from 'zod';
import { cursorSchema } from '#shared';
import { dependantLinkSchema, evidenceKindSchema, requestRefusalSchema, requestStates } from './portal.ts';

/** Requests of the insured, as a supervisor decides them: `/api/console/requests`. */

export const requestQuerySchema = z.object({ cursor: cursorSchema });

export const requestViewSchema = z
  .object({
    requestId: z.string(),
    state: z.enum(requestStates),
    requestedAt: z.iso.datetime(),
    registrationNumber: z.string(),
    /** Of the insured person. */
    insuredName: z.string(),
    link: dependantLinkSchema,
    name: z.object({
      family: z.string(),
      given: z.string(),
      familyArabic: z.string().optional(),
      givenArabic: z.string().optional(),
    }),
    birthDate: z.iso.date(),
    sex: z.enum(['M', 'F']).optional(),
    cin: z.string().optional(),
    /** Members of the family that are declared already: whether it is one of them. */
    declared: z.array(
      z.object({
        dependantId: z.string(),
        link: dependantLinkSchema,
        name: z.string(),
        birthDate: z.string(),
      }),
    ),
    documents: z.array(
      z.object({
        kind: evidenceKindSchema,
        contentType: z.string(),
        /** Good for some minutes. */
        url: z.string(),
      }),
    ),
  })
  .meta({ id: 'InsuredRequest' });

export const requestPageSchema = z
  .object({ requests: z.array(requestViewSchema), nextCursor: z.string().optional() })
  .meta({ id: 'InsuredRequests' });

export const decideRequestSchema = z
  .discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('accept'),
      /** First day of the declaration; left out: the day of the request. */
      from: z.iso.date().optional(),
      /** Higher studies that a school certificate among the documents proves, unmarried. */
      studies: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
      /** Total, permanent, definitive inability to work, proved by a certificate among the documents. */
      disabled: z.literal(true).optional(),
      /** With `disabled`: last day on which the certificate holds; left out where it has none. */
      disabledTo: z.iso.date().optional(),
      /** The member that is declared already, to whom the proof is added; left out: a new one is declared. */
      dependantId: z.string().max(3).optional(),
    }),
    z.strictObject({ decision: z.literal('refuse'), refusal: requestRefusalSchema }),
  ])
  .meta({ id: 'DecideRequest' });

export const decidedRequestSchema = z.object({ state: z.enum(requestStates) }).meta({ id: 'DecidedRequest' });

export type RequestView = z.infer<typeof requestViewSchema>;
export type DecideRequest = z.infer<typeof decideRequestSchema>;
