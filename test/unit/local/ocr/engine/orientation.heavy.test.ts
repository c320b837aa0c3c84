import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../../local/ocr/engine/read-page.ts';
import type { Readers } from '../../../../../local/ocr/engine/second-look.ts';
import type { ReadLine, Tesseract } from '../../../../../local/ocr/engine/tesseract.ts';
import { Drawing } from './support/drawing.ts';
import { silentStrips } from './support/silent-strips.ts';

const WORDS = 12;

/** A page with a bar at its top, which tells which way up an engine sees it. */
async function page(): Promise<Uint8Array> {
  const { width, height, pixels } = new Drawing(600, 800).bar(100, 60, 500, 70).image;
  return await sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** An engine that is this sure of a page whose bar is at the top, and that sure of one whose bar is at the bottom. */
function engine(percent: { readonly upright: number; readonly upsideDown: number }) {
  let asked = 0;
  const reader: Tesseract = {
    read: ({ pixels }): Promise<ReadLine[]> => {
      asked += 1;
      const isUpright = pixels.indexOf(0) < pixels.length / 2;
      const confidence = isUpright ? percent.upright : percent.upsideDown;
      const words = Array.from({ length: WORDS }, (_, at) => ({
        text: isUpright ? 'maladie' : 'aipelew',
        confidence,
        box: { left: 20 + 40 * at, top: 100, right: 50 + 40 * at, bottom: 120 },
        symbols: [],
      }));
      return Promise.resolve([{ words }]);
    },
    findUprightTurn: () => Promise.resolve({ quarterTurns: 2, confidence: 3 }),
    close: () => Promise.resolve(),
  };
  const readers: Readers = { text: reader, shapes: reader, orientation: reader, strips: silentStrips };
  return { readers, asked: () => asked };
}

const textsOf = async (readers: Readers): Promise<ReadonlySet<string>> => {
  const { lines } = await readPage(await page(), readers);
  return new Set(lines.flatMap(({ words }) => words.map(({ text }) => text)));
};

describe('a page whose turn was mistaken', () => {
  it('is turned over where it was read as badly as text upside down', async () => {
    const { readers } = engine({ upright: 80, upsideDown: 36 });
    expect(await textsOf(readers)).toEqual(new Set(['maladie']));
  });

  it('stays as it is where the other way up is read no better', async () => {
    const { readers } = engine({ upright: 30, upsideDown: 36 });
    expect(await textsOf(readers)).toEqual(new Set(['aipelew']));
  });

  it('costs no second reading where the first one made sense', async () => {
    const { readers, asked } = engine({ upright: 80, upsideDown: 70 });
    expect(await textsOf(readers)).toEqual(new Set(['aipelew']));
    expect(asked()).toBe(1);
  });
});
