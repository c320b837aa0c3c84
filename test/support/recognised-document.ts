import * as z from 'zod';

import type { OcrDocument, OcrLine, OcrPage, OcrText } from '../../contexts/reading/domain/ocr-document.ts';
import type { RecognisedPage } from '../../local/ocr/engine/ocr-engine.ts';
import { recognisedPage } from '../../local/samples/recognised-page.ts';
import type { PageTruth } from '../../local/samples/truth.ts';
import { boxOf } from './ocr-builder.ts';

const pointSchema = z.object({ x: z.number(), y: z.number() });
const textSchema = z.object({
  text: z.string(),
  confidencePercent: z.number(),
  polygon: z.array(pointSchema).length(4),
});

/** What the local OCR engine writes for a file, and what the sample renderer gives as a perfect answer. */
const recognisedFileSchema = z.object({
  pages: z.array(z.object({ lines: z.array(textSchema.extend({ words: z.array(textSchema) })) })),
});

function textOf(text: z.infer<typeof textSchema>): OcrText {
  return { ...text, box: boxOf(text.polygon) };
}

/**
 * Pages as an engine recognised them, or as the sample renderer knows them, as the reader gets them; check boxes are left out,
 * since text detection does not give them.
 */
export function documentOfPages(pages: readonly (RecognisedPage | { readonly lines: [] })[]): OcrDocument {
  const file = recognisedFileSchema.parse({ pages });
  return {
    pages: file.pages.map((page, index): OcrPage => ({
      number: index + 1,
      wasRead: true,
      lines: page.lines.map((line): OcrLine => ({ ...textOf(line), words: line.words.map(textOf) })),
    })),
  };
}

/** The words of drawn pages as OCR gives them that reads each of them, Arabic ones too. */
export function documentOfTruths(pages: readonly PageTruth[]): OcrDocument {
  return documentOfPages(pages.map((page) => recognisedPage(page, { arabic: 'keep' })));
}
