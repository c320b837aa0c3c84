import type { Box } from './care-form.ts';
import type { OcrPage, OcrText, Point } from './ocr-document.ts';
import { hasArabic } from './text-folding.ts';

function centerOf(box: Box): Point {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** 0: text runs to the right; 1: downwards (the sheet lies turned clockwise by 90 degrees); 2: to the left; 3: upwards. */
function directionOf(from: Point, to: Point): number | undefined {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (Math.abs(dx) < 1e-6 && Math.abs(dy) < 1e-6) return undefined;
  if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

function ownDirection(text: OcrText): number | undefined {
  const [first, second] = text.polygon;
  return first === undefined || second === undefined ? undefined : directionOf(first, second);
}

/**
 * By how many quarter turns clockwise the page lies, found from the polygons (the first point is the text's own top left)
 * and by the order of the words in their lines. Arabic lines run the other way and do not vote.
 */
export function quarterTurnsOf(page: OcrPage): number {
  const votes = [0, 0, 0, 0];
  const vote = (direction: number | undefined, weight: number): void => {
    if (direction !== undefined) votes[direction] = (votes[direction] ?? 0) + weight;
  };
  for (const line of page.lines) {
    if (hasArabic(line.text) || line.text.length < 3) continue;
    vote(ownDirection(line), line.text.length);
    const first = line.words.at(0);
    const last = line.words.at(-1);
    if (first !== undefined && last !== undefined && first !== last) {
      vote(directionOf(centerOf(first.box), centerOf(last.box)), 2 * line.text.length);
    }
  }
  return votes.indexOf(Math.max(...votes));
}

/** Where a point of the scanned page is once the page is turned upright, in units of the upright page. */
export function turnPoint(point: Point, turns: number): Point {
  if (turns === 1) return { x: point.y, y: 1 - point.x };
  if (turns === 2) return { x: 1 - point.x, y: 1 - point.y };
  if (turns === 3) return { x: 1 - point.y, y: point.x };
  return point;
}
