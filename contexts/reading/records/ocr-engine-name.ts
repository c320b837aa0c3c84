import * as z from 'zod';

/** Engines whose confidences the rule book knows how to judge. */
export const ocrEngineNameSchema = z.enum(['textract', 'tesseract']);
export type OcrEngineName = z.infer<typeof ocrEngineNameSchema>;

const answerSchema = z.object({ DetectDocumentTextModelVersion: z.string().optional() });

/** Which engine gave these answers: the local service says so in the model version, Textract gives a number there. */
export function ocrEngineOf(answers: readonly unknown[]): OcrEngineName {
  const version = answerSchema.parse(answers[0] ?? {}).DetectDocumentTextModelVersion ?? '';
  return version.startsWith('tesseract') ? 'tesseract' : 'textract';
}
