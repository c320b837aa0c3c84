import { findBoxes, type CombField } from './boxes.ts';
import { eraseMarked } from './erase.ts';
import type { GreyImage } from './grey-image.ts';
import { findInk, transposeInk, verticalRunLengths, type InkMap } from './ink.ts';
import { judgeMark } from './marks.ts';
import { findRuleRuns, markRules, markSpans, type RuleLimits } from './rules.ts';
import { eraseSpecks } from './specks.ts';
import type { PixelBox } from './tesseract.ts';

/** Letters in a row make long lines across, but down the page no letter is 7.6 mm tall. */
const RULE_LIMITS = {
  across: { shortestPixels: 45, surelySolidPixels: 220 },
  down: { shortestPixels: 60, surelySolidPixels: 60 },
} as const satisfies Record<string, RuleLimits>;
/** Around a box its soft edge is erased as well. */
const BOX_MARGIN_PIXELS = 4;

export interface FoundCheckBox {
  readonly box: PixelBox;
  readonly selected: boolean;
  readonly confidencePercent: number;
}

export interface CleanPage {
  /** Without rules, dotted leaders, check boxes and comb fields: ready to be read as running text. */
  readonly text: GreyImage;
  /** Without rules and leaders; the comb fields' characters are still there. */
  readonly withoutRules: GreyImage;
  readonly checkBoxes: readonly FoundCheckBox[];
  readonly combs: readonly CombField[];
}

/**
 * Takes from a straight, flattened page what Tesseract would read as letters although it is none.
 */
export function cleanPage(flat: GreyImage): CleanPage {
  const map = findInk(flat);
  const { checkBoxes, combs } = findBoxes(map);
  const withoutRules = eraseMarked(flat, findRules(map), map.ink);
  const text = { ...withoutRules, pixels: withoutRules.pixels.slice() };
  for (const box of [...checkBoxes, ...combs.map((comb) => comb.box)]) paintWhite(text, box);
  eraseSpecks(text);
  return {
    text,
    withoutRules,
    checkBoxes: checkBoxes.map((box) => ({ box, ...judgeMark(map, box) })),
    combs,
  };
}

/** Marks the rules, and where two cross the knot that is too thick to be part of either. */
function findRules(map: InkMap): Uint8Array {
  const across = markDirection(map, RULE_LIMITS.across);
  const turned = transposeInk(map);
  const turnedDown = markDirection(turned, RULE_LIMITS.down);
  const back = (marks: Uint8Array): Uint8Array =>
    transposeInk({ width: turned.width, height: turned.height, ink: marks }).ink;
  const down = { rules: back(turnedDown.rules), spans: back(turnedDown.spans) };
  return across.rules.map((rule, i) => {
    const isKnot = across.spans[i] === 1 && down.spans[i] === 1;
    return rule === 1 || down.rules[i] === 1 || isKnot ? 1 : 0;
  });
}

function markDirection(map: InkMap, limits: RuleLimits): { rules: Uint8Array; spans: Uint8Array } {
  const tall = verticalRunLengths(map);
  const runs = findRuleRuns(map, tall, limits);
  return { rules: markRules(map.width, tall, runs), spans: markSpans(map, runs) };
}

function paintWhite(image: GreyImage, { left, top, right, bottom }: PixelBox): void {
  const from = Math.max(0, left - BOX_MARGIN_PIXELS);
  const to = Math.min(image.width, right + BOX_MARGIN_PIXELS + 1);
  for (
    let y = Math.max(0, top - BOX_MARGIN_PIXELS);
    y <= Math.min(image.height - 1, bottom + BOX_MARGIN_PIXELS);
    y++
  ) {
    image.pixels.fill(255, y * image.width + from, y * image.width + to);
  }
}
