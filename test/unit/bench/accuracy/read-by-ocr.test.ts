import { describe, expect, it } from 'vitest';
import { fieldsReadByOcr } from '../../../bench/accuracy/read-by-ocr.ts';
import type { OcrDocument, OcrText } from '../../../../contexts/reading/domain/ocr-document.ts';

const word = (t: string, f: string | null, Left: number) => ({
  t,
  f,
  box: { Left, Top: 0.1, Width: 0.1, Height: 0.02 },
});

function read(text: string, left: number, width = 0.1): OcrText {
  const box = { left, top: 0.1, width, height: 0.02 };
  const polygon = [
    { x: left, y: 0.1 },
    { x: left + width, y: 0.1 },
    { x: left + width, y: 0.12 },
    { x: left, y: 0.12 },
  ];
  return { text, confidencePercent: 90, box, polygon };
}

/** Upside down, text runs from right to left. */
function turned({ polygon, ...text }: OcrText): OcrText {
  return { ...text, polygon: [...polygon.slice(2), ...polygon.slice(0, 2)] };
}

function documentOf(words: readonly OcrText[]): OcrDocument {
  return { pages: [{ number: 1, wasRead: true, lines: words.map((one) => ({ ...one, words: [one] })) }] };
}

describe('the fields that OCR read right', () => {
  it('are those whose every word is right, at its place', () => {
    const truth = [word('BK412087', 'cin', 0.1), word('1', 'total', 0.3), word('250,00', 'total', 0.5)];
    const right = documentOf([read('bk412087', 0.1), read('1', 0.3), read('250,00', 0.5)]);
    expect([...fieldsReadByOcr([truth], right)]).toEqual(['cin', 'total']);
    const half = documentOf([read('BK412O87', 0.1), read('1', 0.3), read('250,0O', 0.5)]);
    expect([...fieldsReadByOcr([truth], half)]).toEqual([]);
    const elsewhere = documentOf([read('BK412087', 0.8), read('1', 0.3), read('250,00', 0.5)]);
    expect([...fieldsReadByOcr([truth], elsewhere)]).toEqual(['total']);
  });

  it('may come cell by cell, also on a page that lies upside down', () => {
    const truth = [word('123', 'inpe', 0.1)];
    const cells = [read('1', 0.1, 0.02), read('2', 0.13, 0.02), read('3', 0.16, 0.02)];
    expect(fieldsReadByOcr([truth], documentOf(cells)).has('inpe')).toBe(true);
    const upsideDown = [read('3', 0.1, 0.02), read('2', 0.13, 0.02), read('1', 0.16, 0.02)].map(turned);
    expect(fieldsReadByOcr([truth], documentOf(upsideDown)).has('inpe')).toBe(true);
  });

  it('are two where a letter and its coefficient share a cell, and none for labels', () => {
    const truth = [word('B120', 'actes.0.cotation', 0.1), word('Total', null, 0.4)];
    const document = documentOf([read('B120', 0.1), read('Total', 0.4)]);
    expect([...fieldsReadByOcr([truth], document)]).toEqual(['actes.0.code', 'actes.0.coefficient']);
  });
});
