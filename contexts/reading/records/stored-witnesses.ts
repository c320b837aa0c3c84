import * as z from 'zod';
import type { PageBarcode, PictureWord, SecondLook } from '../domain/witnesses.ts';

/** What was seen on the pages of a file beside the OCR's answer, as it is kept. */

const boxSchema = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

const textSchema = z.object({
  text: z.string(),
  confidencePercent: z.number(),
  box: boxSchema,
  polygon: z.array(z.object({ x: z.number(), y: z.number() })),
});

export const storedBarcodesSchema = z.array(
  z.object({
    page: z.int().positive(),
    symbology: z.enum(['CODE_39', 'CODE_128', 'EAN_13', 'DATA_MATRIX', 'QR_CODE']),
    text: z.string(),
    box: boxSchema,
  }),
) satisfies z.ZodType<PageBarcode[]>;

export const storedPictureWordsSchema = z.array(
  textSchema.extend({ page: z.int().positive() }),
) satisfies z.ZodType<PictureWord[]>;

export const storedLooksSchema = z.array(
  z.object({
    page: z.int().positive(),
    box: boxSchema,
    quarterTurns: z.int().min(0).max(3),
    slope: z.number().optional(),
    lines: z.array(textSchema.extend({ words: z.array(textSchema) })),
  }),
) satisfies z.ZodType<SecondLook[]>;
