import { cleanPage, type CleanPage } from './clean-page.ts';
import { flattenShadows } from './flatten.ts';
import { decodePage, turnImage, type GreyImage } from './grey-image.ts';
import { compose, undoQuarterTurns, type Homography } from './homography.ts';
import { settleLetterCase } from './letter-case.ts';
import { splitLines } from './lines.ts';
import type { RecognisedPage } from './ocr-engine.ts';
import { findUprightTurn, isUpsideDownLike, meanConfidence } from './orientation.ts';
import { readMissedLines } from './missed-lines.ts';
import { readMissedNumbers } from './missed-numbers.ts';
import { around, PageFrame } from './page-frame.ts';
import { readComb } from './read-comb.ts';
import { takeSecondLook, type Readers } from './second-look.ts';
import { readShortCodes } from './short-codes.ts';
import { levelRoughly } from './rough-tilt.ts';
import { findStraightView } from './straighten.ts';
import { readStrips } from './strips/read-strips.ts';
import { paintOverSurroundings } from './surroundings.ts';
import type { ReadLine, Tesseract } from './tesseract.ts';
import { warpImage } from './warp.ts';

/**
 * Reads a scanned or photographed page: finds which way up it is, straightens it, takes out shadows, rules and boxes,
 * reads the text, and reads all numbers a second time, with two engines.
 * @param image one page as PNG, JPEG or TIFF
 * @throws Error when the image cannot be decoded
 */
export async function readPage(image: Uint8Array, readers: Readers): Promise<RecognisedPage> {
  const { grey, widthPixels, heightPixels } = await decodePage(image);
  const flatAsScanned = flattenShadows(paintOverSurroundings(grey));
  const { page: level, toPage } = levelRoughly(flatAsScanned);
  const { straight, page, found, frame } = await readUpright(level, { toPage, scanned: grey }, readers);
  const withLines = [...found, ...(await readMissedLines(page.text, straight, found, readers))];
  const missed = await readMissedNumbers(page.text, withLines, readers);
  const codes = await readShortCodes(page.text, [...withLines, ...missed], readers);
  const looked = await takeSecondLook(page.text, codes, readers);
  const lines = await readStrips(straight, looked, readers.strips);
  for (const comb of page.combs) lines.push(...(await readComb(page.withoutRules, comb, readers)));
  return {
    widthPixels,
    heightPixels,
    lines: fromTopToBottom(lines).map((line) => frame.line(line)),
    checkBoxes: page.checkBoxes.map(({ box, ...state }) => ({ ...state, polygon: frame.polygon(box) })),
  };
}

/** A page turned one way and straightened, and what reading it as a whole gave. */
interface UprightReading {
  readonly straight: GreyImage;
  /** The straight page without rules and boxes. */
  readonly page: CleanPage;
  readonly found: readonly ReadLine[];
  readonly frame: PageFrame;
}

/** What the levelled page was made of, to say where things are on the page as it was handed in. */
interface Origin {
  readonly toPage: Homography;
  readonly scanned: GreyImage;
}

/** Reads the page as it seems to stand upright, and upside down where that made no sense: the surer reading counts. */
async function readUpright(flat: GreyImage, origin: Origin, readers: Readers): Promise<UprightReading> {
  const quarterTurns = await findUprightTurn(flat, readers.orientation);
  const first = await readTurned(flat, quarterTurns, origin, readers.text);
  if (!isUpsideDownLike(first.found)) return first;
  const other = await readTurned(flat, (quarterTurns + 2) % 4, origin, readers.text);
  return meanConfidence(other.found) > meanConfidence(first.found) ? other : first;
}

async function readTurned(
  flat: GreyImage,
  quarterTurns: number,
  { toPage, scanned }: Origin,
  reader: Tesseract,
): Promise<UprightReading> {
  const upright = turnImage(flat, quarterTurns);
  const { width, height } = upright;
  const toUpright = findStraightView(upright);
  const straight = warpImage(upright, toUpright, width, height);
  const page = cleanPage(straight);
  const frame = new PageFrame(
    compose(toPage, compose(undoQuarterTurns(quarterTurns, width, height), toUpright)),
    scanned.width,
    scanned.height,
  );
  return {
    straight,
    page,
    frame,
    found: settleLetterCase(splitLines(await reader.read(page.text, 'page'), height)),
  };
}

function fromTopToBottom(lines: readonly ReadLine[]): ReadLine[] {
  return lines
    .map((line) => ({ line, box: around(line.words) }))
    .sort((a, b) => a.box.top + a.box.bottom - b.box.top - b.box.bottom)
    .map(({ line }) => line);
}
