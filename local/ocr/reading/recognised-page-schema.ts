import * as z from 'zod';
import type { RecognisedPage } from '../engine/ocr-engine.ts';

const corner = z.object({ x: z.number(), y: z.number() });
const polygon = z.tuple([corner, corner, corner, corner]);
const confidencePercent = z.number().min(0).max(100);
const text = z.object({ text: z.string(), confidencePercent, polygon });

const recognisedPageSchema: z.ZodType<RecognisedPage> = z.object({
  widthPixels: z.number().positive(),
  heightPixels: z.number().positive(),
  lines: z.array(text.extend({ words: z.array(text) })),
  checkBoxes: z.array(z.object({ polygon, confidencePercent, selected: z.boolean() })),
});

/** A document's answer as it is kept in files: the pages in order, null for one that could not be read. */
export const documentAnswerSchema = z.object({ pages: z.array(recognisedPageSchema.nullable()).min(1) });
export interface DocumentAnswer {
  readonly pages: readonly (RecognisedPage | null)[];
}
