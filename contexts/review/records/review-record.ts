import * as z from 'zod';
import { attestationsSchema, findingSchema } from '#claims';
import { documentKindSchema } from '#shared';
import { sentDocumentSchema } from './sent-documents.ts';
import {
  fieldNameSchema,
  fieldValueSchema,
  reasonGroupSchema,
  reviewChangeSchema,
  reviewStateSchema,
} from './review-words.ts';

/** A review and its changes as they are kept beside their claim. */

const placeSchema = z.object({ field: fieldNameSchema, line: z.int().optional() });

const keyingSchema = z
  .object({ by: z.string(), values: z.array(placeSchema.extend({ value: fieldValueSchema })) })
  .optional();

const storedReviewSchema = z.object({
  claimId: z.string(),
  fileId: z.string(),
  channelId: z.string(),
  state: reviewStateSchema,
  version: z.int(),
  group: reasonGroupSchema,
  reasons: z.array(z.string()),
  findings: z.array(findingSchema),
  depositDate: z.string(),
  billedCentimes: z.int(),
  openedAt: z.string(),
  holder: z.string().optional(),
  takenAt: z.string().optional(),
  heldUntil: z.string().optional(),
  assignedTo: z.string().optional(),
  suspensions: z.array(z.object({ from: z.string(), to: z.string().optional() })),
  documentsRequested: z.array(documentKindSchema),
  documentsSent: z.array(sentDocumentSchema.extend({ sentBy: z.string() })).optional(),
  formRevision: z.string().optional(),
  keying: keyingSchema,
  firstKeying: keyingSchema,
  secondKeying: keyingSchema,
  takenBy: z.array(z.object({ userId: z.string(), registrationNumber: z.string() })).optional(),
  escalatedBy: z.string().optional(),
  reopenedBy: z.string().optional(),
  settled: z.array(placeSchema),
  attestations: attestationsSchema,
  lastChange: z.string(),
});

/** Reviews keep `depositDate`, as claims do. */
export const reviewRecordSchema = storedReviewSchema.transform(({ depositDate, ...review }) => ({
  ...review,
  submissionDate: depositDate,
}));

export const recordedChangeSchema = reviewChangeSchema.extend({ field: fieldNameSchema.optional() });
