import { findCells, shareOfInk } from './cells.ts';
import type { InkMap } from './ink.ts';
import { isDrawnBox } from './outline.ts';
import { findOpenCombs } from './open-combs.ts';
import type { PixelBox } from './tesseract.ts';
import { findWalls } from './walls.ts';

/** Cells that touch or stand closer than this share of a cell's width belong to one group. */
const GAP_IN_GROUP = 0.35;
/** Groups closer than this many cell widths belong to one field, as day, month and year do. */
const GAP_IN_FIELD = 1.3;

/** More than this many cells in a row are not hidden by specks. */
const MOST_MISSING_CELLS = 4;
const LINE_RUNS_ON_SHARE = 0.75;

/** A field of cells for single characters: the groups of adjoining cells in it, left to right. */
export interface CombField {
  readonly box: PixelBox;
  readonly groups: readonly (readonly PixelBox[])[];
}

export interface FoundBoxes {
  readonly checkBoxes: readonly PixelBox[];
  readonly combs: readonly CombField[];
}

/** Tells check boxes, which stand alone and are square, from comb fields. */
export function findBoxes(map: InkMap): FoundBoxes {
  const walls = findWalls(map);
  const cells = findCells(map, walls);
  const chains = chain(cells, (box) => box, adjoin);
  const groups = chain(chains, aroundBoxes, (a, b) => cellsMissingBetween(map, a, b) > 0).map((parts) =>
    parts.reduce((all, part) => [...all, ...fillGap(map, all, part), ...part]),
  );
  const fields = chain(
    [...groups.filter((group) => group.length > 1), ...findOpenCombs(map, walls, cells)],
    aroundBoxes,
    belongToOneField,
  );
  return {
    checkBoxes: groups
      .filter((group) => group.length === 1)
      .flat()
      .filter((box) => isSquare(box) && isDrawnBox(map, box)),
    combs: fields.map((parts) => ({ box: aroundBoxes(parts.flat()), groups: parts })),
  };
}

function adjoin(a: PixelBox, b: PixelBox): boolean {
  return b.left - a.right <= GAP_IN_GROUP * (a.right - a.left) && areAlike(a, b);
}

function belongToOneField(a: readonly PixelBox[], b: readonly PixelBox[]): boolean {
  const [first, second] = [aroundBoxes(a), aroundBoxes(b)];
  const cellWidth = (first.right - first.left) / a.length;
  return areLevel(first, second) && second.left - first.right <= GAP_IN_FIELD * cellWidth;
}

/**
 * How many cells a speck or a broken wall hid between two groups of one comb field: the lines above and below run on,
 * and the gap is a whole number of cells wide.
 */
function cellsMissingBetween(map: InkMap, a: readonly PixelBox[], b: readonly PixelBox[]): number {
  const [first, second] = [aroundBoxes(a), aroundBoxes(b)];
  const gap = second.left - first.right;
  const cellWidth = (first.right - first.left + second.right - second.left) / (a.length + b.length);
  const missing = Math.round(gap / cellWidth);
  if (missing < 1 || missing > MOST_MISSING_CELLS || a.length + b.length < 3 || !areLevel(first, second))
    return 0;
  if (Math.abs(gap - missing * cellWidth) > 0.3 * cellWidth) return 0;
  const runsOn = (row: number): boolean =>
    shareOfInk(map, row, first.right, second.left) > LINE_RUNS_ON_SHARE;
  return runsOn(first.top) && runsOn(first.bottom) ? missing : 0;
}

function fillGap(map: InkMap, a: readonly PixelBox[], b: readonly PixelBox[]): PixelBox[] {
  const missing = cellsMissingBetween(map, a, b);
  const [first, second] = [aroundBoxes(a), aroundBoxes(b)];
  const width = (second.left - first.right) / Math.max(1, missing);
  return Array.from({ length: missing }, (_, i) => ({
    left: Math.round(first.right + i * width),
    top: first.top,
    right: Math.round(first.right + (i + 1) * width),
    bottom: first.bottom,
  }));
}

/** Chains items from left to right, each to the chain whose last item it belongs to. */
function chain<T>(items: readonly T[], boxOf: (item: T) => PixelBox, belong: (a: T, b: T) => boolean): T[][] {
  const chains: T[][] = [];
  for (const item of [...items].sort((a, b) => boxOf(a).left - boxOf(b).left)) {
    const found = chains.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && boxOf(item).left >= boxOf(last).right - 3 && belong(last, item);
    });
    if (found === undefined) chains.push([item]);
    else found.push(item);
  }
  return chains;
}

function areAlike(a: PixelBox, b: PixelBox): boolean {
  const wider = Math.abs(a.right - a.left - (b.right - b.left));
  return areLevel(a, b) && wider <= 0.4 * (a.right - a.left);
}

function areLevel(a: PixelBox, b: PixelBox): boolean {
  return Math.abs(a.top - b.top) + Math.abs(a.bottom - b.bottom) <= 0.3 * (a.bottom - a.top);
}

function isSquare({ left, top, right, bottom }: PixelBox): boolean {
  const ratio = (right - left) / (bottom - top);
  return ratio > 0.72 && ratio < 1.39;
}

export function aroundBoxes(boxes: readonly PixelBox[]): PixelBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
