import { findBlobs } from './blobs.ts';
import type { CombField } from './boxes.ts';
import { whiteImage, type GreyImage } from './grey-image.ts';
import type { PixelBox } from './tesseract.ts';

/** White on each side of a strip: Tesseract misreads characters that touch the image's edge. */
const MARGIN_PIXELS = 16;
/** Space between characters, as a share of the cell height. */
const LETTER_SPACE = 0.14;
/** What is darker belongs to a character; the slashes printed between groups of cells are often paler. */
const INK_LEVEL = 190;
const GAP_INK_LEVEL = 225;
/** How far inside a cell the edge of a thick wall may show, and how wide it is at most. */
const WALL_PIXELS = { inside: 3, widest: 4 } as const;
/** Specks of fewer pixels are not characters. */
const SMALLEST_CHARACTER_PIXELS = 14;

/** The characters of a comb field moved together to normal spacing, ready to be read as one line. */
export interface CombStrip {
  readonly image: GreyImage;
  /** The cells with a character in them, left to right. */
  readonly filled: readonly PixelBox[];
  /** After how many characters there is an empty cell or a gap between groups, and the mark printed in it. */
  readonly breaks: ReadonlyMap<number, Separator>;
}

/** A mark between groups of cells, as in a date; none where a gap or a cell is empty. */
export type Separator = '/' | '-' | '';

/**
 * Cuts the characters out of their cells and sets them side by side: spaced out as they stand in the cells they are
 * read as words of one letter, and badly.
 * @param page flattened, with rules erased
 * @returns undefined when all cells are empty
 */
export function makeCombStrip(page: GreyImage, field: CombField): CombStrip | undefined {
  const { top, bottom } = field.box;
  const height = bottom - top;
  const placed: { cell: PixelBox; ink: PixelBox; from: number }[] = [];
  const breaks = new Map<number, Separator>();
  let x = MARGIN_PIXELS;
  for (const { inside: cell, isGap } of listSlots(field)) {
    const ink = findCharacter(page, cell, isGap ? GAP_INK_LEVEL : INK_LEVEL);
    if (isGap) breaks.set(placed.length, ink === undefined ? '' : nameSeparator(ink, height));
    else if (ink === undefined) breaks.set(placed.length, '');
    else {
      placed.push({ cell, ink, from: x });
      x += ink.right - ink.left + Math.round(height * LETTER_SPACE);
    }
  }
  if (placed.length === 0) return undefined;
  const image = whiteImage(x + MARGIN_PIXELS, height + 2 * MARGIN_PIXELS);
  for (const { ink, from } of placed) copyInto(image, page, ink, from, MARGIN_PIXELS + ink.top - top);
  return { image, filled: placed.map(({ cell }) => cell), breaks };
}

function nameSeparator(ink: PixelBox, cellHeight: number): Separator {
  return ink.bottom - ink.top > 0.35 * cellHeight ? '/' : '-';
}

interface Slot {
  readonly inside: PixelBox;
  readonly isGap: boolean;
}

/** The insides of all cells, and of the spaces between groups of cells, where a slash may be printed. */
function listSlots({ groups }: CombField): Slot[] {
  return groups.flatMap((cells, i) => {
    const slots: Slot[] = cells.map((cell) => ({ inside: inside(cell), isGap: false }));
    const [last, next] = [cells.at(-1), groups[i + 1]?.[0]];
    if (last !== undefined && next !== undefined) {
      const gap = { left: last.right, top: last.top, right: next.left, bottom: last.bottom };
      slots.push({ inside: inside(gap), isGap: true });
    }
    return slots;
  });
}

function inside({ left, top, right, bottom }: PixelBox): PixelBox {
  return { left: left + 3, top: top + 3, right: right - 2, bottom: bottom - 2 };
}

/** The box around the ink in a cell, leaving out what is left of its walls. */
function findCharacter(page: GreyImage, cell: PixelBox, inkLevel: number): PixelBox | undefined {
  const blobs = findBlobs(page, cell, inkLevel).filter(
    ({ box, pixels }) => pixels >= SMALLEST_CHARACTER_PIXELS && !isOfWall(box, cell),
  );
  if (blobs.length === 0) return undefined;
  const box = {
    left: Math.min(...blobs.map((blob) => blob.box.left)),
    top: Math.min(...blobs.map((blob) => blob.box.top)),
    right: Math.max(...blobs.map((blob) => blob.box.right)),
    bottom: Math.max(...blobs.map((blob) => blob.box.bottom)),
  };
  // One pixel of the soft edge around the ink.
  return {
    left: Math.max(cell.left, box.left - 1),
    top: Math.max(cell.top, box.top - 1),
    right: Math.min(cell.right, box.right + 1),
    bottom: Math.min(cell.bottom, box.bottom + 1),
  };
}

/**
 * Whether ink is flat against a side of its cell, or runs through the cell from top to bottom: of a thick wall the cell was measured
 * from one edge, and the other one stands inside. No character stands so near to a side, nor fills the whole height.
 */
function isOfWall(ink: PixelBox, cell: PixelBox): boolean {
  const { inside: reach, widest } = WALL_PIXELS;
  const isNarrow = ink.right - ink.left <= widest;
  const isFlat = ink.bottom - ink.top <= 3;
  const isAtSide = ink.left <= cell.left + reach || ink.right >= cell.right - reach;
  const [isAtTop, isAtBottom] = [ink.top <= cell.top, ink.bottom >= cell.bottom];
  return (isNarrow && (isAtSide || (isAtTop && isAtBottom))) || (isFlat && (isAtTop || isAtBottom));
}

function copyInto(target: GreyImage, source: GreyImage, from: PixelBox, left: number, top: number): void {
  for (let y = from.top; y < from.bottom; y++) {
    const row = source.pixels.subarray(y * source.width + from.left, y * source.width + from.right);
    target.pixels.set(row, (top + y - from.top) * target.width + left);
  }
}
