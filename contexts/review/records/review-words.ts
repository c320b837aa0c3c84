import * as z from 'zod';
import { namesOf } from '#shared';
import { reasonGroups, reviewFields, reviewStates } from '../domain/review-names.ts';

export const reasonGroupSchema = z.enum(reasonGroups);

export const reviewStateSchema = z.enum(reviewStates);

export const fieldNameSchema = z.enum(namesOf(reviewFields));
export type { FieldName } from '../domain/review-names.ts';

/** Dates are ISO, amounts whole centimes, coefficients hundredths; null: the form has none. */
export const fieldValueSchema = z.union([z.string().max(200), z.int(), z.null()]);

export const reviewChangeSchema = z
  .object({
    at: z.string(),
    by: z.string(),
    what: z.enum([
      'taken',
      'released',
      'corrected',
      'confirmed',
      'line-added',
      'line-removed',
      'keyed',
      'submitted',
      'rejected',
      'split',
      'document-requested',
      'document-received',
      'document-sent',
      'assigned',
      'overridden',
      'settled',
      'taken-back',
      'reopened',
      'escalated',
    ]),
    field: z.string().optional(),
    line: z.int().optional(),
    before: fieldValueSchema.optional(),
    after: fieldValueSchema.optional(),
    code: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ReviewChange' });

export type ReviewChange = z.infer<typeof reviewChangeSchema>;
export type ReviewState = z.infer<typeof reviewStateSchema>;
export type ReasonGroup = z.infer<typeof reasonGroupSchema>;
