import * as z from 'zod';

import type { OcrDocument, OcrLine, OcrText } from '../../contexts/reading/domain/ocr-document.ts';
import { boxOf } from './ocr-builder.ts';

/** Ground truth of a sample scan, as far as a perfect OCR can be made of it. */
export const scanTruthSchema = z.object({
  degradation: z.object({ upside: z.boolean().optional() }),
  words: z.array(
    z.object({
      t: z.string(),
      comb: z.boolean().optional(),
      box: z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() }),
    }),
  ),
});

function wordAt(
  text: string,
  left: number,
  top: number,
  width: number,
  height: number,
  isUpsideDown: boolean,
): OcrText {
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
  const polygon = isUpsideDown ? [...corners.slice(2), ...corners.slice(0, 2)] : corners;
  return { text, confidencePercent: 99, polygon, box: boxOf(polygon) };
}

/** Whether a word continues the line: beside the one before it, as Textract joins words that stand close. */
function continues(previous: OcrText, next: OcrText): boolean {
  const gap = Math.max(
    next.box.left - previous.box.left - previous.box.width,
    previous.box.left - next.box.left - next.box.width,
  );
  const drop = Math.abs(next.box.top + next.box.height / 2 - previous.box.top - previous.box.height / 2);
  return gap > -0.005 && gap < 0.012 && drop < 0.6 * Math.max(next.box.height, previous.box.height);
}

/**
 * The words of the ground truth as the document a perfect OCR would give.
 * @param splitCombs each cell of a comb as a word of its own
 */
export function truthDocument(truth: z.infer<typeof scanTruthSchema>, splitCombs: boolean): OcrDocument {
  const isUpsideDown = truth.degradation.upside ?? false;
  const words = truth.words.flatMap(({ t, comb, box }): readonly OcrText[] => {
    if (!splitCombs || comb !== true)
      return [wordAt(t, box.Left, box.Top, box.Width, box.Height, isUpsideDown)];
    const cell = box.Width / t.length;
    return Array.from(t, (character, index) =>
      wordAt(character, box.Left + (index + 0.25) * cell, box.Top, cell / 2, box.Height, isUpsideDown),
    );
  });
  const lines: OcrText[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const previous = line?.at(-1);
    if (line !== undefined && previous !== undefined && continues(previous, word)) line.push(word);
    else lines.push([word]);
  }
  return { pages: [{ number: 1, wasRead: true, lines: lines.map((line) => lineOf(line, isUpsideDown)) }] };
}

function lineOf(words: readonly OcrText[], isUpsideDown: boolean): OcrLine {
  const { left, top, width, height } = boxOf(words.flatMap((word) => word.polygon));
  return {
    ...wordAt(words.map((word) => word.text).join(' '), left, top, width, height, isUpsideDown),
    words,
  };
}
