import * as z from 'zod';
import { listSourceSchema } from '#shared';

/** Why a list is refused as a whole. */
export const listRefusalSchema = z.enum([
  'NAME_UNKNOWN',
  'EMPTY',
  'COUNT_MISSING',
  'MANIFEST_INVALID',
  'WRONG_SOURCE',
  'TRUNCATED',
  'TOO_MANY_LINES',
  'DIGEST_MISMATCH',
  'ENCODING_UNKNOWN',
  'COLUMNS_MISSING',
  'COLUMNS_UNKNOWN',
  'NOT_A_LIST',
  'GZIP_DAMAGED',
  'UNPACKS_TOO_LARGE',
  'KNOWN_LIST',
  'AS_OF_IN_FUTURE',
]);
export type ListRefusal = z.infer<typeof listRefusalSchema>;

export const textEncodingSchema = z.enum(['utf-8', 'windows-1252', 'windows-1256', 'iso-8859-6']);
export type TextEncoding = z.infer<typeof textEncodingSchema>;

/** Where a CR alone ends each line; absent: an LF does, with or without a CR before it. */
const lineEndSchema = z.literal('CR').optional();

/** How the text of an accepted list is to be read: what the first pass over the whole file found. */
export const listTextSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('csv'),
    encoding: textEncodingSchema,
    lineEnd: lineEndSchema,
    delimiter: z.enum([',', ';', '\t']),
    /** Names of the columns as they stand in the file, in their order. */
    columns: z.array(z.string()).min(1),
  }),
  z.strictObject({ format: z.literal('jsonl'), encoding: textEncodingSchema, lineEnd: lineEndSchema }),
]);
export type ListText = z.infer<typeof listTextSchema>;

/** A part of the file that one worker verifies: whole lines. */
export const lineRangeSchema = z.strictObject({
  /** From 1. */
  number: z.int().positive(),
  /** First byte in the plain (unpacked) file, and how many. */
  offsetBytes: z.int().min(0),
  lengthBytes: z.int().positive(),
  firstLine: z.int().positive(),
  lineCount: z.int().positive(),
});
export type LineRange = z.infer<typeof lineRangeSchema>;

export const listSchema = z.object({
  /** 16 characters of Crockford's base 32, a hash of bucket, key and version. */
  listId: z.string().min(1),
  source: listSourceSchema,
  isDryRun: z.boolean(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().optional(),
  receivedAt: z.iso.datetime(),
  state: z.enum(['RECEIVED', 'REFUSED', 'VERIFYING', 'LINKING', 'REGISTERING', 'CLOSING', 'CLOSED']),
  version: z.int().min(1),
  refusal: listRefusalSchema.optional(),
  /** Of the refusal: ids, numbers and column names, never a person's data. */
  refusalDetail: z.string().optional(),
  asOf: z.iso.date().optional(),
  contentSha256: z.string().optional(),
  text: listTextSchema.optional(),
  /** Lines of data received. */
  lineCount: z.int().min(0).optional(),
  rangeCount: z.int().min(0).optional(),
  unitCount: z.int().min(0).optional(),
  /** Counted up in the transaction that records each range or unit, once. */
  verifiedRangeCount: z.int().min(0).default(0),
  verifiedLineCount: z.int().min(0).default(0),
  registeredUnitCount: z.int().min(0).default(0),
  registeredLineCount: z.int().min(0).default(0),
  /** When it entered its present state: the rate of the phase counts from here. */
  stateSince: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
  /** Lines by outcome code, once closed. */
  counts: z.record(z.string(), z.int()).optional(),
});
export type List = z.infer<typeof listSchema>;

/** Folders of the bucket for lists; sources put lists below `incoming/<source>/`. */
export const LIST_FOLDERS = {
  incoming: 'incoming/',
  answers: 'answers/',
  letters: 'letters/',
  /** People whom closed lists registered: what later lists are linked against. */
  identities: 'identities/',
  work: 'work/',
  /** Of what looks at the whole registry. */
  reports: 'reports/',
} as const;
export const MANIFEST_SUFFIX = '.manifest.json';

/** Names of the objects a list is processed with. */
export const listObjects = {
  /** The unpacked file, where the list came packed. */
  plain: (listId: string) => `${LIST_FOLDERS.work}${listId}/plain`,
  plan: (listId: string) => `${LIST_FOLDERS.work}${listId}/plan.json`,
  verified: (listId: string, range: number) =>
    `${LIST_FOLDERS.work}${listId}/verified/${padded(range)}.jsonl.gz`,
  unit: (listId: string, unit: number) => `${LIST_FOLDERS.work}${listId}/units/${padded(unit)}.jsonl.gz`,
  outcomes: (listId: string, unit: number) =>
    `${LIST_FOLDERS.work}${listId}/outcomes/${padded(unit)}.jsonl.gz`,
  /** Whom to tell by SMS, in the order of the list. */
  messages: (listId: string, part: number) =>
    `${LIST_FOLDERS.work}${listId}/messages/${padded(part)}.jsonl.gz`,
  report: (listId: string) => `${LIST_FOLDERS.work}${listId}/report.json`,
  answer: (source: string, listId: string) => `${LIST_FOLDERS.answers}${source}/${listId}.csv`,
  /** What the answer is: totals, digest; and its signature, as `openssl dgst -verify` takes it. */
  answerManifest: (source: string, listId: string) =>
    `${LIST_FOLDERS.answers}${source}/${listId}.answer.json`,
  answerSignature: (source: string, listId: string) =>
    `${LIST_FOLDERS.answers}${source}/${listId}.answer.json.sig`,
  letters: (source: string, listId: string) => `${LIST_FOLDERS.letters}${source}/${listId}.csv`,
  identities: (listId: string) => `${LIST_FOLDERS.identities}${listId}.jsonl.gz`,
};

const padded = (number: number): string => String(number).padStart(6, '0');
