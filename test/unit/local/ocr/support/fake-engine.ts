import type {
  OcrEngine,
  RecognisedPage,
  RecognisedText,
} from '../../../../../local/ocr/engine/ocr-engine.ts';
import type { OcrEngineSource } from '../../../../../local/ocr/reading/page-reader.ts';

/** An engine whose answers are known, and that says how often it was made, asked and closed. */
export interface FakeEngine extends OcrEngineSource {
  readonly calls: { made: number; pages: number; closed: number };
}

/** @param readPage what it reads in an image; the same page each time unless given */
export function fakeEngine(
  readPage: OcrEngine['readPage'] = () => Promise.resolve(samplePage()),
): FakeEngine {
  const calls = { made: 0, pages: 0, closed: 0 };
  return {
    version: 'fake-1',
    calls,
    create: () => {
      calls.made += 1;
      return Promise.resolve({
        readPage: async (image: Uint8Array) => {
          calls.pages += 1;
          return await readPage(image);
        },
        close: () => {
          calls.closed += 1;
          return Promise.resolve();
        },
      });
    },
  };
}

/** A text whose box is given in ratios of the page. */
export function text(
  content: string,
  left: number,
  top: number,
  width: number,
  height = 0.02,
): RecognisedText {
  return {
    text: content,
    confidencePercent: 95,
    polygon: [
      { x: left, y: top },
      { x: left + width, y: top },
      { x: left + width, y: top + height },
      { x: left, y: top + height },
    ],
  };
}

/** A page with two lines of two words each. */
export function samplePage(lines: readonly string[] = ['Nom : DUPONT', 'Total : 120,50']): RecognisedPage {
  return {
    widthPixels: 1654,
    heightPixels: 2339,
    lines: lines.map((line, row) => ({
      ...text(line, 0.1, 0.1 + row * 0.05, 0.4),
      words: line.split(' ').map((word, column) => text(word, 0.1 + column * 0.12, 0.1 + row * 0.05, 0.1)),
    })),
    checkBoxes: [],
  };
}
