import * as z from 'zod';
import { documentKindSchema, documentTypes } from '#shared';

/** What an insured person sent for a claim by the portal, as it is kept in their own file. */

export const sentDocumentSchema = z.object({
  documentId: z.string(),
  kind: documentKindSchema,
  /** ISO instant. */
  sentAt: z.string(),
  /** Names the wait that it answers: what was sent once does not answer a later request for the same. */
  occasion: z.string(),
  contentType: z.enum(documentTypes),
  /** The version that was received; what is uploaded to its place later is not looked at. */
  versionId: z.string().optional(),
});

export const sentDocumentsRecordSchema = z.object({
  registrationNumber: z.string(),
  claimId: z.string(),
  channelId: z.string(),
  version: z.int(),
  documents: z.array(sentDocumentSchema),
});

/** Asks for what was sent to be put beside its claim. */
export const attachDocumentsSchema = z.object({
  claimId: z.string().min(1),
  channelId: z.string().min(1),
  /** Registration number of who sent it. */
  documentsOf: z.string().min(1),
});

export type SentDocument = z.infer<typeof sentDocumentSchema>;
export type SentDocumentsRecord = z.infer<typeof sentDocumentsRecordSchema>;
export type AttachDocuments = z.infer<typeof attachDocumentsSchema>;
