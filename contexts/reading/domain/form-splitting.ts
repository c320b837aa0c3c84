import type { LabelAnchor } from './label-anchors.ts';
import { middleX, middleY, type PageFrame } from './page-frame.ts';
import { hasLabel, readPage, type PageReading } from './page-reading.ts';

interface Region {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function partOfFrame(frame: PageFrame, region: Region): PageFrame {
  const isInside = (item: { left: number; right: number; top: number; bottom: number }): boolean =>
    middleX(item) >= region.left &&
    middleX(item) < region.right &&
    middleY(item) >= region.top &&
    middleY(item) < region.bottom;
  return { ...frame, words: frame.words.filter(isInside), checkBoxes: frame.checkBoxes.filter(isInside) };
}

/** Where the page is cut between titles: side by side down the middle between them, one above the other over the lower one. */
function regionsOf(titles: readonly LabelAnchor[], frame: PageFrame): readonly Region[] {
  const whole = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  const [first, second] = titles;
  if (first === undefined || second === undefined) return [whole];
  const isBeside = Math.abs(middleY(first) - middleY(second)) < 4 * frame.lineHeight;
  const sorted = [...titles].sort((a, b) => (isBeside ? a.left - b.left : a.top - b.top));
  const cuts = sorted.slice(1).map((title, index) => {
    const previous = sorted[index] ?? title;
    if (isBeside) return (middleX(previous) + middleX(title)) / 2;
    // What stands over a title (the fund's name) belongs to it as well.
    return title.top - 3 * frame.lineHeight;
  });
  return sorted.map((_, index) => {
    const from = cuts[index - 1] ?? -Infinity;
    const to = cuts[index] ?? Infinity;
    return isBeside ? { ...whole, left: from, right: to } : { ...whole, top: from, bottom: to };
  });
}

/** Two forms on one sheet (an A3 scan, two half-page forms) as two readings, so that neither is lost in the other. */
export function splitForms(page: PageReading): readonly PageReading[] {
  const titles = page.labels.filter((label) => label.name === 'title');
  const numbers = page.labels.filter((label) => label.name === 'registrationNumber');
  if (titles.length < 2 || numbers.length < 2) return [page];
  const parts = regionsOf(titles, page.frame).map((region) => readPage(partOfFrame(page.frame, region)));
  return parts.every((part) => hasLabel(part, 'registrationNumber')) ? parts : [page];
}
