import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../../../local/ocr/engine/grey-image.ts';
import {
  startStripReader,
  type StripReader,
} from '../../../../../../local/ocr/engine/strips/strip-reader.ts';
import { installRecogniser } from '../../../../../../local/python/recogniser.ts';

const require = createRequire(import.meta.url);
const FONT = require.resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff2');
const WIDTH = 420;
const HEIGHT = 80;

/** A page with one word on it, its baseline at 55. */
function drawn(text: string): GreyImage {
  const context = createCanvas(WIDTH, HEIGHT).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#000';
  context.font = '32px Strip';
  context.fillText(text, 30, 55);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  const pixels = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => data[4 * i] ?? 255);
  return { width: WIDTH, height: HEIGHT, pixels };
}

describe('a strip of a page', () => {
  let reader: StripReader;
  beforeAll(async () => {
    GlobalFonts.registerFromPath(FONT, 'Strip');
    reader = await startStripReader(await installRecogniser());
  });

  it.each(['284609157', 'Z25', 'B.240', '10.2026', 'BK412087'])('is read, as %s', async (text) => {
    const read = await reader.read(drawn(text), {
      left: 26,
      top: 28,
      right: 30 + 20 * text.length,
      bottom: 58,
    });
    expect(read.text).toBe(text);
    expect(read.leastChance).toBeGreaterThan(0.5);
  });

  it('says nothing where there is no ink', async () => {
    const read = await reader.read(drawn(''), { left: 26, top: 28, right: 100, bottom: 58 });
    expect(read).toEqual({ text: '', leastChance: 0 });
  });

  it('may lie at the edge of the page, or beyond', async () => {
    const read = await reader.read(drawn('284609157'), {
      left: -40,
      top: -30,
      right: WIDTH + 90,
      bottom: HEIGHT + 10,
    });
    expect(read.leastChance).toBeLessThanOrEqual(1);
  });
});
