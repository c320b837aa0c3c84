import * as z from 'zod';
import { quarantineReasons } from '#claims';
import { pageRoles } from '#reading';
import { cursorSchema } from '#shared';
import { mediaTypes } from '../domain/media-type.ts';

/** Uploads of agencies and shops, and their receipts: `/api/console/uploads` and `/api/console/receipts`. */

/** Names one upload of a channel: the day it was begun (in Morocco) and an id. S3 keeps the file under it. */
export const uploadIdSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is not the id of an upload');

export const createUploadSchema = z
  .strictObject({
    contentType: z.enum(mediaTypes),
    /** The day the paper was taken in; left out, it is the day of the upload. */
    depositDate: z.iso.date().optional(),
    /** Asks for another form for an upload that was begun: the first one may have expired while there was no network. */
    uploadId: uploadIdSchema.optional(),
  })
  .meta({ id: 'CreateUpload' });

export const uploadFormSchema = z
  .object({
    uploadId: z.string(),
    /** Where to post the file, with the fields before it, as multipart/form-data. */
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    expiresInSeconds: z.int(),
    maxFileBytes: z.int(),
  })
  .meta({ id: 'UploadForm' });

export const confirmUploadSchema = z.strictObject({ uploadId: uploadIdSchema }).meta({ id: 'ConfirmUpload' });

export const uploadReceiptSchema = z
  .object({
    fileId: z.string(),
    /** As it is printed and read over the telephone: `7Q2M-K8D1-0ABC-DEFG`. */
    receipt: z.string(),
    channelId: z.string(),
    /** ISO instant at which S3 had the whole file. */
    uploadedAt: z.string(),
  })
  .meta({ id: 'UploadReceipt' });

/** Where a file is, as far as whoever took it in needs to know: no amounts, no reasons of a decision. */
export const receiptStates = [
  /** Taken in, and being read. */
  'RECEIVED',
  /** Quarantined: to be scanned again. */
  'QUARANTINED',
  /** The same file came before. */
  'DUPLICATE',
  /** Its claims are being decided. */
  'IN_PROGRESS',
  /** A reviewer looks at one of its claims. */
  'IN_REVIEW',
  /** Something is missing: a page that could not be read, a field that was left empty. */
  'INCOMPLETE',
  /** All its claims are decided. */
  'DECIDED',
] as const;
export const receiptStateSchema = z.enum(receiptStates);

/** Whose claims a file holds, as far as that is known. */
export const receiptPersonSchema = z
  .object({
    registrationNumber: z.string(),
    /** As the registry writes the name: in Latin letters, then in Arabic; empty where it does not know the number. */
    names: z.array(z.string()),
  })
  .meta({ id: 'ReceiptPerson' });

export const receiptSchema = uploadReceiptSchema
  .extend({
    state: receiptStateSchema,
    depositDate: z.string(),
    pageCount: z.int().optional(),
    duplicateOf: z.string().optional(),
    /** Why the whole file is to be scanned again. */
    rescanReason: z.enum(quarantineReasons).optional(),
    /** What to do about it, in the words that a terminal shows too. */
    advice: z.object({ fr: z.string(), ar: z.string() }).optional(),
    claimIds: z.array(z.string()),
    /** Left out of a list unless it was asked for: that somebody saw it is on record. */
    people: z.array(receiptPersonSchema).optional(),
  })
  .meta({ id: 'Receipt' });

/** What the pipeline found on a page. */
export const pageRoleSchema = z.enum(pageRoles);

export const receiptDetailSchema = receiptSchema
  .extend({
    /** Empty until the file was read. A page that failed is to be scanned again. */
    pages: z.array(z.object({ page: z.int(), role: pageRoleSchema })),
    /** Names of fields that are empty on the form. */
    missingFields: z.array(z.string()),
  })
  .meta({ id: 'ReceiptDetail' });

export const receiptsQuerySchema = z.object({
  /** Day of the upload in Morocco; left out, today. */
  day: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Also whose claims each file holds. */
  people: z.literal('shown').optional(),
  cursor: cursorSchema,
});

export const receiptsPageSchema = z
  .object({
    day: z.string(),
    channelId: z.string(),
    /** Newest first. */
    receipts: z.array(receiptSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ReceiptsPage' });

export type CreateUpload = z.infer<typeof createUploadSchema>;
export type UploadForm = z.infer<typeof uploadFormSchema>;
export type UploadReceipt = z.infer<typeof uploadReceiptSchema>;
export type ReceiptPerson = z.infer<typeof receiptPersonSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
export type ReceiptState = z.infer<typeof receiptStateSchema>;
export type ReceiptDetail = z.infer<typeof receiptDetailSchema>;
export type ReceiptsPage = z.infer<typeof receiptsPageSchema>;
