import * as z from 'zod';
import { listSourceSchema } from '#shared';
import { answerClassSchema, outcomeCodeSchema } from './list-lines.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');

/**
 * `<list>.answer.json`: what an answer file is. Its bytes are what is signed, so whoever trusts the signature and finds the
 * digest right has the answer as it was given, whole.
 */
export const listAnswerSchema = z.strictObject({
  version: z.literal(1),
  listId: z.string().min(1),
  source: listSourceSchema,
  /** Name of the list's file, as it was sent. */
  listFileName: z.string().min(1),
  /** SHA-256 of the list's content, unpacked. */
  listSha256: sha256Schema,
  /** The state of the sender's records was of this day. */
  asOf: z.iso.date(),
  /** Lines of data in the list, and lines of answer: always equal. */
  received: z.int().min(0),
  answered: z.int().min(0),
  /** Lines by class and by reason code; what is not named is 0. */
  byClass: z.partialRecord(answerClassSchema, z.int().positive()),
  byCode: z.partialRecord(outcomeCodeSchema, z.int().positive()),
  answerFileName: z.string().min(1),
  answerBytes: z.int().min(0),
  answerSha256: sha256Schema,
  signature: z.strictObject({
    algorithm: z.literal('ECDSA_P256_SHA256'),
    /** SHA-256 of the public key (SPKI, DER): which key to take. */
    keyId: sha256Schema,
  }),
  /** When all lines had been decided. */
  madeAt: z.iso.datetime(),
});
export type ListAnswer = z.infer<typeof listAnswerSchema>;
