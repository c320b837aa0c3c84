import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LookSheetDrawer } from '../../../../contexts/pages/imaging/look-sheet-drawer.ts';
import type { LookWanted } from '../../../../contexts/reading/domain/witnesses.ts';
import { layOutLooks } from '../../../../contexts/reading/domain/second-look/look-sheet.ts';

const SIZE = { widthPixels: 1654, heightPixels: 2339 };
const FALL = 0.05;
const ROW_PIXELS = 40;

/** A page whose rows fall to the right: bars in place of words, one row below the other with as much room between them. */
async function slantedPage(rows: readonly number[]) {
  const canvas = createCanvas(SIZE.widthPixels, SIZE.heightPixels);
  const page = canvas.getContext('2d');
  page.fillStyle = 'white';
  page.fillRect(0, 0, SIZE.widthPixels, SIZE.heightPixels);
  page.fillStyle = 'black';
  page.transform(1, FALL, 0, 1, 0, 0);
  for (const y of rows) for (let x = 200; x < 1400; x += 200) page.fillRect(x, y, 100, ROW_PIXELS);
  const pixels = await sharp(canvas.toBuffer('image/png')).toColourspace('b-w').raw().toBuffer();
  return { ...SIZE, pixels };
}

/** How many rows of the band have ink, as a share of its height. */
async function inkShare(look: LookWanted, rows: readonly number[]): Promise<number> {
  const bitmap = await slantedPage(rows);
  const bitmaps = new Map([[1, bitmap]]);
  const sheet = layOutLooks([look], bitmaps);
  if (sheet === undefined) throw new Error('Nothing was laid out');
  const { onto } = sheet.bands[0]!;
  const drawn = await sharp(await new LookSheetDrawer().draw(sheet, bitmaps))
    .extract(onto)
    .raw()
    .toBuffer();
  const lines = Array.from({ length: onto.height }, (_, y) =>
    drawn.subarray(y * onto.width, (y + 1) * onto.width),
  );
  return lines.filter((line) => line.some((level) => level < 100)).length / onto.height;
}

describe('the drawing of a row that falls', () => {
  const y = 1000;
  /** The box around the row, as OCR gives it: the fall of the whole row is in it. */
  const box = {
    left: 200 / SIZE.widthPixels,
    top: (y + FALL * 200) / SIZE.heightPixels,
    width: 1100 / SIZE.widthPixels,
    height: (ROW_PIXELS + FALL * 1100) / SIZE.heightPixels,
  };
  const slope = (FALL * SIZE.widthPixels) / SIZE.heightPixels;

  it('shows the row level, and nothing of the rows around it', async () => {
    const alone = await inkShare({ page: 1, box, quarterTurns: 0, slope }, [y]);
    const among = await inkShare({ page: 1, box, quarterTurns: 0, slope }, [y - 80, y, y + 80]);
    expect(among).toBeCloseTo(alone, 2);
    expect(alone).toBeLessThan(0.75);
  });

  it('shows parts of the other rows where its slope is not known', async () => {
    const look: LookWanted = { page: 1, box, quarterTurns: 0 };
    const rows = [y - 80, y, y + 80];
    expect(await inkShare(look, rows)).toBeGreaterThan((await inkShare(look, [y])) + 0.05);
  });
});
