import { cleanPage } from './clean-page.ts';
import { flattenShadows } from './flatten.ts';
import { decodePage, turnImage } from './grey-image.ts';
import { compose, undoQuarterTurns } from './homography.ts';
import { settleLetterCase } from './letter-case.ts';
import { splitLines } from './lines.ts';
import type { RecognisedPage } from './ocr-engine.ts';
import { findUprightTurn } from './orientation.ts';
import { readMissedNumbers } from './missed-numbers.ts';
import { around, PageFrame } from './page-frame.ts';
import { readComb } from './read-comb.ts';
import { takeSecondLook, type Readers } from './second-look.ts';
import { readShortCodes } from './short-codes.ts';
import { findStraightView } from './straighten.ts';
import { paintOverSurroundings } from './surroundings.ts';
import type { ReadLine } from './tesseract.ts';
import { warpImage } from './warp.ts';

/**
 * Reads a scanned or photographed page: finds which way up it is, straightens it, takes out shadows, rules and boxes,
 * reads the text, and reads all numbers a second time.
 * @param image one page as PNG, JPEG or TIFF
 * @throws Error when the image cannot be decoded
 */
export async function readPage(image: Uint8Array, readers: Readers): Promise<RecognisedPage> {
  const { grey, widthPixels, heightPixels } = await decodePage(image);
  const flatAsScanned = flattenShadows(paintOverSurroundings(grey));
  const quarterTurns = await findUprightTurn(flatAsScanned, readers.orientation);
  const upright = turnImage(flatAsScanned, quarterTurns);
  const { width, height } = upright;
  const toUpright = findStraightView(upright);
  const page = cleanPage(warpImage(upright, toUpright, width, height));
  const frame = new PageFrame(
    compose(undoQuarterTurns(quarterTurns, width, height), toUpright),
    grey.width,
    grey.height,
  );

  const found = settleLetterCase(splitLines(await readers.text.read(page.text, 'page'), height));
  const missed = await readMissedNumbers(page.text, found, readers);
  const codes = await readShortCodes(page.text, [...found, ...missed], readers);
  const lines = await takeSecondLook(page.text, codes, readers);
  for (const comb of page.combs) {
    const line = await readComb(page.withoutRules, comb, readers);
    if (line !== undefined) lines.push(line);
  }
  return {
    widthPixels,
    heightPixels,
    lines: fromTopToBottom(lines).map((line) => frame.line(line)),
    checkBoxes: page.checkBoxes.map(({ box, ...state }) => ({ ...state, polygon: frame.polygon(box) })),
  };
}

function fromTopToBottom(lines: readonly ReadLine[]): ReadLine[] {
  return lines
    .map((line) => ({ line, box: around(line.words) }))
    .sort((a, b) => a.box.top + a.box.bottom - b.box.top - b.box.bottom)
    .map(({ line }) => line);
}
