import { boxAround } from './boxes.ts';
import type { OcrLine, OcrText, Point } from './ocr-document.ts';

/** Words that a rule of a table parts: a comb has single characters between its walls, and stays as it is. */
const partedByRule = /^[^|]{2,}[^|\s]\|[^|]{2,}[^|\s]$/;

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A part of a word, from one share of its length to another. */
function partOf(word: OcrText, text: string, from: number, to: number): OcrText {
  const [start, end, endBelow, startBelow] = word.polygon;
  if (start === undefined || end === undefined || endBelow === undefined || startBelow === undefined)
    return { ...word, text };
  const polygon = [
    between(start, end, from),
    between(start, end, to),
    between(startBelow, endBelow, to),
    between(startBelow, endBelow, from),
  ];
  return {
    ...word,
    text,
    polygon,
    box: boxAround(polygon.map(({ x, y }) => ({ left: x, top: y, width: 0, height: 0 }))),
  };
}

function splitWord(word: OcrText): readonly OcrText[] {
  if (!partedByRule.test(word.text)) return [word];
  const at = word.text.indexOf('|');
  const { length } = word.text;
  return [
    partOf(word, word.text.slice(0, at), 0, at / length),
    partOf(word, word.text.slice(at + 1), (at + 1) / length, 1),
  ];
}

/** Lines whose words are cut where the rule of a table stands in them: `300.00Dhs|158966918` is two cells. */
export function cutAtRules(lines: readonly OcrLine[]): readonly OcrLine[] {
  return lines.map((line) =>
    line.words.some(({ text }) => partedByRule.test(text))
      ? { ...line, words: line.words.flatMap(splitWord) }
      : line,
  );
}
