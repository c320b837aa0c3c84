import type { InkMap } from './ink.ts';

/** Thickest line that counts as a rule at 200 dpi; thicker is a bar or a bold letter. */
const THICKEST_RULE_PIXELS = 8;
/** White (or crossing ink) that a rule or dotted leader may be interrupted by. */
const LARGEST_GAP_PIXELS = 8;
/** Share of its columns in which a solid rule shows ink, thin or crossed by a letter. */
const SMALLEST_SOLID_SHARE = 0.9;
/** With thin ink in nearly all columns it is a line whatever stands next to it: letters have stems and gaps. */
const UNBROKEN_SHARE = 0.97;
/** A rule may be crossed by letters in at most this share of its columns. */
const LARGEST_CROSSED_SHARE = 0.3;
/** Dotted leaders are taken only when longer than any word, as a row of dots is easily confused with a row of letters. */
const SHORTEST_LEADER_PIXELS = 110;
const SMALLEST_DOTTED_SHARE = 0.25;
/** Letters of the smallest print are as tall as a thick rule is thick; a leader or a short rule is thinner than that. */
const THICKEST_LEADER_PIXELS = 5;
/**
 * A leader runs through white. Rows of letters have ink just above or just below them in nearly all columns, a leader
 * only where text stands on it.
 */
const LARGEST_SHARE_BESIDE_LEADER = 0.45;
const LARGEST_SHARE_BESIDE_SHORT_RULE = 0.35;
/** How far from the line letters would have their ink. */
const BESIDE_PIXELS = 7;

export interface RuleLimits {
  /** What is shorter may be part of a letter. */
  readonly shortestPixels: number;
  /** A line shorter than this could be letters in a row, and must have white on both sides to count as a rule. */
  readonly surelySolidPixels: number;
}

/** A horizontal stretch of a rule in one pixel row. */
export interface RuleRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds horizontal rules and dotted leaders (and vertical rules in a transposed map). A slightly tilted rule comes as
 * several runs in neighbouring rows.
 * @param tall the length of the vertical run of ink through each pixel
 */
export function findRuleRuns(map: InkMap, tall: Uint8Array, limits: RuleLimits): RuleRun[] {
  const { width, height, ink } = map;
  const runs: RuleRun[] = [];
  for (let y = 1; y < height - 1; y++) {
    let from = -1;
    let last = -1;
    let thin = 0;
    let crossed = 0;
    for (let x = 0; x <= width; x++) {
      const i = y * width + x;
      // Looking one row up and down bridges the steps of a rule that is not quite level.
      const thickness = x < width ? thinnest(tall[i - width] ?? 0, tall[i] ?? 0, tall[i + width] ?? 0) : 0;
      if (thickness > 0 && thickness <= THICKEST_RULE_PIXELS) {
        if (from < 0) [from, thin, crossed] = [x, 0, 0];
        thin++;
        last = x;
      } else if (from >= 0) {
        if (x - last > LARGEST_GAP_PIXELS || x === width) {
          const run = { row: y, from, to: last };
          if (isRule(map, tall, run, thin, crossed, limits)) runs.push(run);
          from = -1;
        } else if (ink[i] === 1) crossed++;
      }
    }
  }
  return runs;
}

function isRule(
  map: InkMap,
  tall: Uint8Array,
  run: RuleRun,
  thin: number,
  crossed: number,
  limits: RuleLimits,
): boolean {
  const span = run.to - run.from + 1;
  if (span < limits.shortestPixels || crossed > (thin + crossed) * LARGEST_CROSSED_SHARE) return false;
  if (thin >= span * UNBROKEN_SHARE && medianThickness(map, tall, run) <= THICKEST_LEADER_PIXELS) return true;
  if (thin + crossed >= span * SMALLEST_SOLID_SHARE) {
    return (
      span >= limits.surelySolidPixels || runsThroughWhite(map, tall, run, LARGEST_SHARE_BESIDE_SHORT_RULE)
    );
  }
  if (span < SHORTEST_LEADER_PIXELS || thin < span * SMALLEST_DOTTED_SHARE) return false;
  return runsThroughWhite(map, tall, run, LARGEST_SHARE_BESIDE_LEADER);
}

function medianThickness({ width }: InkMap, tall: Uint8Array, run: RuleRun): number {
  const thicknesses = tall
    .slice(run.row * width + run.from, run.row * width + run.to + 1)
    .filter((length) => length > 0);
  return thicknesses.sort()[Math.floor(thicknesses.length / 2)] ?? 1;
}

/** Whether few of a run's columns have ink beside the line, looked for on each side for itself. */
function runsThroughWhite(map: InkMap, tall: Uint8Array, run: RuleRun, largestShare: number): boolean {
  const thickness = medianThickness(map, tall, run);
  if (thickness > THICKEST_LEADER_PIXELS) return false;
  const clear = thickness + 1;
  const above = shareWithInk(map, run, run.row - clear - BESIDE_PIXELS, run.row - clear);
  const below = shareWithInk(map, run, run.row + clear, run.row + clear + BESIDE_PIXELS);
  return Math.max(above, below) <= largestShare;
}

/** Share of a run's columns with ink in any of some rows. */
function shareWithInk(
  { width, height, ink }: InkMap,
  { from, to }: RuleRun,
  top: number,
  bottom: number,
): number {
  let count = 0;
  for (let x = from; x <= to; x++) {
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      if (ink[y * width + x] !== 1) continue;
      count++;
      break;
    }
  }
  return count / (to - from + 1);
}

function thinnest(above: number, here: number, below: number): number {
  if (here > 0) return here;
  if (above === 0) return below;
  return below === 0 ? above : Math.min(above, below);
}

/**
 * Marks the pixels of rules for erasing: each column's ink only where it is no taller than a rule, so that letters
 * which cross or touch the line keep their strokes.
 * @returns 1 where ink belongs to a rule
 */
export function markRules(width: number, tall: Uint8Array, runs: readonly RuleRun[]): Uint8Array {
  const marks = new Uint8Array(tall.length);
  for (const { row, from, to } of runs) {
    for (let x = from; x <= to; x++) {
      for (let i = (row - 1) * width + x; i <= (row + 1) * width + x; i += width) {
        const length = tall[i] ?? 0;
        if (length > 0 && length <= THICKEST_RULE_PIXELS) marks[i] = 1;
      }
    }
  }
  return marks;
}

/** Marks all that lies on a rule's way, and a little past its ends, however thick. */
export function markSpans({ width, height }: InkMap, runs: readonly RuleRun[]): Uint8Array {
  const marks = new Uint8Array(width * height);
  for (const { row, from, to } of runs) {
    const start = Math.max(0, from - THICKEST_RULE_PIXELS);
    const end = Math.min(width - 1, to + THICKEST_RULE_PIXELS);
    for (let y = row - 2; y <= row + 2; y++)
      if (y >= 0 && y < height) marks.fill(1, y * width + start, y * width + end + 1);
  }
  return marks;
}
