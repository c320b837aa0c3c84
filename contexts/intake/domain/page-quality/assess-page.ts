import { cutPieces, edges, type Edge } from './cut-edges.ts';
import { shrink, type GreyRaster } from './grey-raster.ts';
import { countWrittenTiles, findWriting, LEAST_INK_SHARE } from './ink.ts';
import { sidewaysRatio } from './line-direction.ts';
import { quantileOf, tilesOf, type Tile, type Tiles } from './paper.ts';
import type { QualityThresholds } from './quality-thresholds.ts';

/** What can be wrong with a scanned page; each has advice that whoever scans can act on. */
export const pageFaults = [
  /** Nothing is written on it: the back of a sheet, or a sheet that lay face up. */
  'BLANK',
  'DARK',
  /** Writing goes over the edge of the picture. */
  'CUT',
  /** A strip of a sheet: it was cut between two lines, where no writing goes over the edge. */
  'PART',
  /** It lies on its side. */
  'TURNED',
  'PALE',
  'BLURRED',
  'LOW_RESOLUTION',
] as const;
export type PageFault = (typeof pageFaults)[number];

/** What was measured, for whoever sets thresholds. */
export interface PageMeasures {
  readonly longSidePixels: number;
  readonly paperLevel: number;
  readonly writtenTiles: number;
  readonly contrast?: number | undefined;
  readonly sharpness?: number | undefined;
  readonly cutPieces?: Readonly<Record<Edge, number>> | undefined;
  readonly sidewaysRatio?: number | undefined;
  /** Width by height of the paper, without the desk around it. */
  readonly paperRatio?: number | undefined;
}

export interface PageQuality {
  readonly faults: readonly PageFault[];
  /** Where it was cut. */
  readonly cutEdges: readonly Edge[];
  readonly measures: PageMeasures;
}

/** Pages are looked at at about 120 dpi: enough to see letters, and a tenth of a second of work. */
const LONG_SIDE_PIXELS = 1_400;
const LEAST_TILE_CONTRAST = 0.12;
/** So many tiles with edges in them that are no ink: writing that is hardly there. */
const LEAST_FAINT_TILES = 150;
const LEAST_FAINT_LEVELS = 8;
const TIMES_GRAIN = 3;
const SIDES_OF_A_SHEET = Math.SQRT2;
/** A row or column of tiles of the sheet of which less is paper is desk; the sheet may fill no more than a part of the picture. */
const LEAST_PAPER_OF_ROW = 0.5;
const LEAST_PAPER_SEEN = 0.15;
/** Darker tiles than this part of the paper are the desk, or a hand. */
const PAPER_RATIO = 0.6;

/**
 * Looks whether a page can be read, in the second in which it is still on the scanner. What it cannot know is whether the page
 * is the right one. A picture that ends between two lines is known to be cut by its shape only: half a sheet looks like a small one.
 */
export function assessPage(raster: GreyRaster, thresholds: QualityThresholds): PageQuality {
  const longSidePixels = Math.max(raster.widthPixels, raster.heightPixels);
  const page = shrink(raster, LONG_SIDE_PIXELS);
  const tiles = tilesOf(page);
  const paperLevel = quantileOf(
    tiles.tiles.map((tile) => tile.paperLevel),
    0.75,
  );
  const written = tiles.tiles.filter((tile) => isWritten(tile, paperLevel));
  const writing = findWriting(page, tiles);
  const seen = { longSidePixels, paperLevel, writtenTiles: countWrittenTiles(writing, tiles) };
  if (paperLevel < thresholds.leastPaperLevel) return { faults: ['DARK'], cutEdges: [], measures: seen };
  if (seen.writtenTiles < thresholds.leastWrittenTiles) {
    const isFaint = countFaintTiles(tiles.tiles, paperLevel) >= LEAST_FAINT_TILES;
    return { faults: [isFaint ? 'PALE' : 'BLANK'], cutEdges: [], measures: seen };
  }
  const pieces = cutPieces(writing);
  const measures: PageMeasures = {
    ...seen,
    contrast: quantileOf(written.map(contrastOf), 0.5),
    sharpness: sharpnessOf(written, tiles.tiles, paperLevel),
    cutPieces: pieces,
    sidewaysRatio: sidewaysRatio(writing),
    paperRatio: paperRatioOf(tiles, paperLevel),
  };
  const cutEdges = edges.filter((edge) => pieces[edge] >= thresholds.cutPieces);
  return { faults: faultsOf(measures, cutEdges, thresholds), cutEdges, measures };
}

function faultsOf(
  { longSidePixels, contrast = 1, sharpness = 1, sidewaysRatio: ratio = 0, paperRatio = 1 }: PageMeasures,
  cutEdges: readonly Edge[],
  thresholds: QualityThresholds,
): readonly PageFault[] {
  const isTurned = ratio > thresholds.turnedRatio;
  const isPart = !isTurned && paperRatio > thresholds.partOfSheetRatio;
  // The long side of the strip is the short one of its sheet.
  const sheetSidePixels = isPart ? longSidePixels * SIDES_OF_A_SHEET : longSidePixels;
  const found: Readonly<Partial<Record<PageFault, boolean>>> = {
    CUT: cutEdges.length > 0,
    PART: isPart,
    TURNED: isTurned,
    PALE: contrast < thresholds.leastContrast,
    BLURRED: sharpness < thresholds.leastSharpness,
    LOW_RESOLUTION: sheetSidePixels < thresholds.leastLongSidePixels,
  };
  return pageFaults.filter((fault) => found[fault] === true);
}

/** How wide the paper is by how high; 1 where there is none. */
function paperRatioOf({ columns, rows, tiles }: Tiles, paperLevel: number): number {
  const isPaper = (column: number, row: number): boolean =>
    (tiles[row * columns + column]?.paperLevel ?? 0) > paperLevel * PAPER_RATIO;
  // Rows first, over the desk beside the sheet; then columns in these rows, and rows in these columns.
  const roughly = spanOf(
    rows,
    { from: 0, to: columns },
    (row, column) => isPaper(column, row),
    LEAST_PAPER_SEEN,
  );
  const wide = spanOf(columns, roughly, isPaper, LEAST_PAPER_OF_ROW);
  const high = spanOf(rows, wide, (row, column) => isPaper(column, row), LEAST_PAPER_OF_ROW);
  return lengthOf(high) === 0 || lengthOf(wide) === 0 ? 1 : lengthOf(wide) / lengthOf(high);
}

/** From the first to the one behind the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const lengthOf = ({ from, to }: Span): number => to - from;

/** From the first to the last line of which so much is paper, within a span across the lines. */
function spanOf(
  lines: number,
  across: Span,
  isPaperAt: (line: number, place: number) => boolean,
  least: number,
): Span {
  const onPaper = Array.from({ length: lines }, (_, line) => {
    let paper = 0;
    for (let place = across.from; place < across.to; place++) if (isPaperAt(line, place)) paper++;
    return paper > 0 && paper >= lengthOf(across) * least;
  });
  const from = onPaper.indexOf(true);
  return from === -1 ? { from: 0, to: 0 } : { from, to: onPaper.lastIndexOf(true) + 1 };
}

const contrastOf = ({ paperLevel, inkLevel }: Tile): number => (paperLevel - inkLevel) / 255;

const isWritten = (tile: Tile, paperLevel: number): boolean =>
  tile.paperLevel > paperLevel * PAPER_RATIO &&
  tile.inkShare >= LEAST_INK_SHARE &&
  contrastOf(tile) >= LEAST_TILE_CONTRAST;

/** How much neighbouring pixels of empty paper differ, in levels: the grain of the picture. */
function grainOf(tiles: readonly Tile[], paperLevel: number): number {
  const empty = tiles.filter((tile) => tile.inkShare === 0 && tile.paperLevel > paperLevel * PAPER_RATIO);
  return quantileOf(
    empty.map(({ steepestStep }) => steepestStep),
    0.25,
  );
}

function countFaintTiles(tiles: readonly Tile[], paperLevel: number): number {
  const grain = grainOf(tiles, paperLevel);
  return tiles.filter(
    (tile) =>
      tile.paperLevel > paperLevel * PAPER_RATIO &&
      tile.inkShare < LEAST_INK_SHARE &&
      tile.paperLevel - tile.inkLevel >= LEAST_FAINT_LEVELS &&
      tile.steepestStep > grain * TIMES_GRAIN,
  ).length;
}

/** Steepness of the edges of letters, as a ratio of their contrast, without what the grain of the picture adds. */
function sharpnessOf(written: readonly Tile[], all: readonly Tile[], paperLevel: number): number {
  const grain = grainOf(all, paperLevel);
  return quantileOf(
    written.map((tile) => {
      const step = Math.sqrt(Math.max(0, tile.steepestStep ** 2 - grain ** 2));
      return step / Math.max(1, tile.paperLevel - tile.inkLevel);
    }),
    0.5,
  );
}
