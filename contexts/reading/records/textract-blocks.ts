import * as z from 'zod';

import type { OcrCheckBox, OcrDocument, OcrLine, OcrPage, OcrText } from '../domain/ocr-document.ts';

/**
 * What Milaf reads of Amazon Textract's answers (GetDocumentTextDetection, GetDocumentAnalysis, DetectDocumentText):
 * the parts of the block model that a reading needs. Other fields and kinds of blocks may come and are left alone.
 */

/** Pages of a document that Textract takes at most; a number beyond is none of a page, and there would be a page for each below. */
const MAX_PAGES = 3000;
const pageNumberSchema = z.int().positive().max(MAX_PAGES);

/**
 * No word of a form, and no line of one, is near so long. What is longer is cut: parsers of values may look at a text once for each
 * of its characters. The words of a line come one by one as well.
 */
export const MAX_TEXT_CHARACTERS = 1000;

const pointSchema = z.object({ X: z.number(), Y: z.number() });

const geometrySchema = z.object({
  BoundingBox: z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() }),
  Polygon: z.array(pointSchema).default([]),
});

const blockSchema = z.object({
  BlockType: z.string(),
  Id: z.string(),
  /** 1-based; an answer about a single image has none. */
  Page: pageNumberSchema.optional(),
  Text: z
    .string()
    .transform((text) => text.slice(0, MAX_TEXT_CHARACTERS))
    .optional(),
  Confidence: z.number().optional(),
  SelectionStatus: z.string().optional(),
  Geometry: geometrySchema.optional(),
  Relationships: z.array(z.object({ Type: z.string(), Ids: z.array(z.string()).default([]) })).nullish(),
});
type Block = z.infer<typeof blockSchema>;

const warningSchema = z.object({
  ErrorCode: z.string().optional(),
  Pages: z.array(pageNumberSchema).nullish(),
});

/** One answer; a job's result comes in several, with `NextToken` on all but the last. */
export const textractAnswerSchema = z.object({
  JobStatus: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'PARTIAL_SUCCESS']).optional(),
  StatusMessage: z.string().optional(),
  NextToken: z.string().nullish(),
  DocumentMetadata: z.object({ Pages: z.int().nonnegative().max(MAX_PAGES).optional() }).optional(),
  Blocks: z.array(blockSchema).nullish(),
  Warnings: z.array(warningSchema).nullish(),
});
export type TextractAnswer = z.infer<typeof textractAnswerSchema>;

/** All answers of one job. */
export const textractAnswersSchema = z.array(textractAnswerSchema);

function clampPercent(confidence: number | undefined): number {
  return Math.min(100, Math.max(0, confidence ?? 0));
}

function textOf(block: Block): OcrText | undefined {
  if (block.Text === undefined || block.Geometry === undefined) return undefined;
  const { BoundingBox: box, Polygon } = block.Geometry;
  return {
    text: block.Text,
    confidencePercent: clampPercent(block.Confidence),
    box: { left: box.Left, top: box.Top, width: box.Width, height: box.Height },
    polygon: Polygon.map((point) => ({ x: point.X, y: point.Y })),
  };
}

function lineOf(block: Block, words: ReadonlyMap<string, OcrText>): OcrLine | undefined {
  const text = textOf(block);
  if (text === undefined) return undefined;
  const ids = (block.Relationships ?? [])
    .filter((relation) => relation.Type === 'CHILD')
    .flatMap((relation) => relation.Ids);
  return { ...text, words: ids.flatMap((id) => words.get(id) ?? []) };
}

function checkBoxOf(block: Block): OcrCheckBox | undefined {
  if (block.Geometry === undefined) return undefined;
  const { BoundingBox: box } = block.Geometry;
  return {
    box: { left: box.Left, top: box.Top, width: box.Width, height: box.Height },
    isSelected: block.SelectionStatus === 'SELECTED',
    confidencePercent: clampPercent(block.Confidence),
  };
}

function pageOf(number: number, blocks: readonly Block[], wasRead: boolean): OcrPage {
  const words = new Map<string, OcrText>();
  for (const block of blocks) {
    const word = block.BlockType === 'WORD' ? textOf(block) : undefined;
    if (word !== undefined) words.set(block.Id, word);
  }
  const lines = blocks
    .filter((block) => block.BlockType === 'LINE')
    .flatMap((block) => lineOf(block, words) ?? []);
  const checkBoxes = blocks
    .filter((block) => block.BlockType === 'SELECTION_ELEMENT')
    .flatMap((block) => checkBoxOf(block) ?? []);
  return { number, wasRead, lines, ...(checkBoxes.length === 0 ? {} : { checkBoxes }) };
}

/**
 * Makes one document of the answers of a job, in the order they were fetched.
 *
 * A page was not read where the job failed, where a warning names it, or where the answers say that there is such a page
 * and hold no block of it: Textract gives a PAGE block even for a blank page. Answers that were cut off (a `NextToken` is
 * left on the last one) do not say which pages are whole, so the last page that has blocks counts as not read, too.
 * @param answers answers of one job that has ended; a job still in progress has no pages
 */
export function toOcrDocument(answers: readonly TextractAnswer[]): OcrDocument {
  const blocksByPage = new Map<number, Block[]>();
  for (const block of answers.flatMap((answer) => answer.Blocks ?? [])) {
    const number = block.Page ?? 1;
    const blocks = blocksByPage.get(number);
    if (blocks === undefined) blocksByPage.set(number, [block]);
    else blocks.push(block);
  }
  const warned = new Set(
    answers.flatMap((answer) => answer.Warnings ?? []).flatMap((warning) => warning.Pages ?? []),
  );
  const lastWithBlocks = Math.max(0, ...blocksByPage.keys());
  const pageCount = Math.max(
    lastWithBlocks,
    ...warned,
    ...answers.map((answer) => answer.DocumentMetadata?.Pages ?? 0),
  );
  const hasFailed = answers.some((answer) => answer.JobStatus === 'FAILED');
  const isCutOff = (answers.at(-1)?.NextToken ?? '') !== '';
  const pages = Array.from({ length: pageCount }, (_, index): OcrPage => {
    const number = index + 1;
    const blocks = blocksByPage.get(number);
    const isWhole = !isCutOff || number < lastWithBlocks;
    return pageOf(number, blocks ?? [], !hasFailed && blocks !== undefined && !warned.has(number) && isWhole);
  });
  return { pages };
}
