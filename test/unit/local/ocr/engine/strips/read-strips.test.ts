import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../../../local/ocr/engine/grey-image.ts';
import { readStrips } from '../../../../../../local/ocr/engine/strips/read-strips.ts';
import type { StripReader } from '../../../../../../local/ocr/engine/strips/strip-reader.ts';
import type { ReadLine } from '../../../../../../local/ocr/engine/tesseract.ts';

const page: GreyImage = { width: 1000, height: 100, pixels: new Uint8Array(100_000) };
const TOP = 20;
const HEIGHT = 20;

/** Words 10 pixels a character, from where they begin. */
function line(...words: readonly (readonly [left: number, text: string, confidence: number])[]): ReadLine {
  return {
    words: words.map(([left, text, confidence]) => ({
      text,
      confidence,
      box: { left, top: TOP, right: left + 10 * text.length, bottom: TOP + HEIGHT },
      symbols: [],
    })),
  };
}

/** Reads what is printed from where, 10 pixels a character, whole characters only, with spaces for what is free. */
function readerOf(...printed: readonly (readonly [left: number, text: string])[]): StripReader {
  return {
    read: (_, { left, right }) => {
      const characters = printed.flatMap(([from, text]) =>
        Array.from(text, (character, at) => ({ character, at: from + 10 * at })),
      );
      const seen = characters.filter(({ at }) => at >= left && at + 10 <= right);
      const text = seen
        .map(({ character, at }, index) => {
          const gap = at - (seen[index - 1]?.at ?? at - 10);
          return gap > 10 ? ` ${character}` : character;
        })
        .join('');
      return Promise.resolve({ text, leastChance: text === '' ? 0 : 0.999 });
    },
  };
}

async function read(
  lines: readonly ReadLine[],
  reader: StripReader,
): Promise<readonly (readonly string[])[]> {
  return (await readStrips(page, lines, reader)).map(({ words }) => words.map(({ text }) => text));
}

describe('a number that is read once more', () => {
  it('gets the first character that its box left out', async () => {
    const reader = readerOf([90, 'JB32287']);
    expect(await read([line([100, 'B32287', 92])], reader)).toEqual([['JB32287']]);
    expect(await read([line([110, '32287', 92])], readerOf([90, 'JB32287']))).toEqual([['JB32287']]);
  });

  it('takes no character of the word beside it', async () => {
    const reader = readerOf([100, '022640'], [170, '3039'], [220, '3255']);
    const lines = [line([100, '022640', 97], [170, '3039', 97]), line([220, '3255', 97])];
    expect(await read(lines, reader)).toEqual([['022640', '3039'], ['3255']]);
  });

  it('takes nothing that stands a space away', async () => {
    expect(await read([line([100, '2026', 97])], readerOf([80, '7'], [100, '2026']))).toEqual([['2026']]);
  });

  it('takes no letter of a sentence', async () => {
    expect(await read([line([120, '32287', 92])], readerOf([100, 'no32287']))).toEqual([['32287']]);
  });
});

describe('a word of letters', () => {
  it('is read once more where Tesseract is not sure of it', async () => {
    expect(await read([line([100, 'Zineh', 77])], readerOf([100, 'Zineb']))).toEqual([['Zineb']]);
    expect(await read([line([100, 'Zineh', 96])], readerOf([100, 'Zineb']))).toEqual([['Zineh']]);
  });
});
