import type { Box, PageBarcode } from '#reading';
import { normaliseArticleNumber } from '#shared';

/** A barcode as the engine found it. */
export interface FoundBarcode extends Omit<PageBarcode, 'page'> {
  /** Rows of pixels that gave this text, of a linear code; the engine looks at some of them only. */
  readonly lineCount: number;
}

/**
 * A linear code that was read in fewer rows is not believed. Two misread digits can make up for each other in the check digit of
 * EAN-13, and Code 39 has none; the same misreading row after row was not seen on any scan.
 */
const FEWEST_ROWS = 3;
/** What has fewer characters in Code 39 or Code 128 comes from ruled lines and combs as easily as from a label. */
const FEWEST_CHARACTERS = 4;
/** Two readings at one place contradict each other, unless one has this many times the rows of the other. */
const CLEARLY_MORE = 3;

/** How far apart pieces of one label are at most, in lengths of the code: labels of two boxes are further apart. */
const LABEL_GAP = 0.15;
/** How far they run side by side at least, in lengths of the code. */
const LEAST_OVERLAP = 0.5;

/** Leaves out what may have been misread, and makes one of a label that was found in pieces (a line across it). */
export function sureBarcodes(found: readonly FoundBarcode[]): readonly Omit<PageBarcode, 'page'>[] {
  const labels = found.filter(isPlausible).reduce(joinPieces, []);
  return labels
    .filter((label) => isSure(label) && labels.every((other) => other === label || outweighs(label, other)))
    .map(({ symbology, text, box }) => ({ symbology, text, box }));
}

function isPlausible({ symbology, text }: FoundBarcode): boolean {
  switch (symbology) {
    case 'CODE_39':
      return text.length >= FEWEST_CHARACTERS && /^[0-9A-Z. $/+%-]+$/.test(text);
    case 'CODE_128':
      return text.length >= FEWEST_CHARACTERS;
    case 'EAN_13':
      return normaliseArticleNumber(text) === text;
    case 'DATA_MATRIX':
    case 'QR_CODE':
      return text !== '';
  }
}

/** Matrix codes correct and prove themselves; linear codes are proved by being read over and over. */
const isMatrix = ({ symbology }: FoundBarcode): boolean =>
  symbology === 'DATA_MATRIX' || symbology === 'QR_CODE';

const isSure = (label: FoundBarcode): boolean => isMatrix(label) || label.lineCount >= FEWEST_ROWS;

function outweighs(label: FoundBarcode, other: FoundBarcode): boolean {
  if (isMatrix(label) || !isSamePlace(label.box, other.box)) return true;
  return !isMatrix(other) && label.lineCount >= CLEARLY_MORE * other.lineCount;
}

function joinPieces(labels: readonly FoundBarcode[], piece: FoundBarcode): readonly FoundBarcode[] {
  const at = labels.findIndex(
    ({ symbology, text, box }) =>
      symbology === piece.symbology && text === piece.text && isSamePlace(box, piece.box),
  );
  return at < 0
    ? [...labels, piece]
    : labels.map((label, index) =>
        index === at
          ? { ...label, lineCount: label.lineCount + piece.lineCount, box: around(label.box, piece.box) }
          : label,
      );
}

/**
 * Whether two readings can be of one label: they run side by side, and nearly touch. Ratios of width and height are near enough
 * on a sheet.
 */
function isSamePlace(one: Box, other: Box): boolean {
  const isUpright = one.height > one.width;
  const across = isUpright ? gap(one, other, 'left', 'width') : gap(one, other, 'top', 'height');
  const along = isUpright ? gap(one, other, 'top', 'height') : gap(one, other, 'left', 'width');
  const length = Math.min(lengthOf(one), lengthOf(other));
  return across <= LABEL_GAP * length && along <= -LEAST_OVERLAP * length;
}

const lengthOf = ({ width, height }: Box): number => Math.max(width, height);

/** Below zero: by how much they overlap. */
function gap(one: Box, other: Box, from: 'left' | 'top', extent: 'width' | 'height'): number {
  return Math.max(one[from] - (other[from] + other[extent]), other[from] - (one[from] + one[extent]));
}

function around(one: Box, other: Box): Box {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return {
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}
