import { describe, expect, it } from 'vitest';
import type { OcrDocument, OcrText } from '../../../../contexts/reading/domain/ocr-document.ts';
import { withPictureWords } from '../../../../contexts/reading/domain/picture-words.ts';
import type { PictureWord } from '../../../../contexts/reading/domain/witnesses.ts';

const wordAt = (text: string, left: number, confidencePercent = 60, top = 0.4): OcrText => ({
  text,
  confidencePercent,
  box: { left, top, width: 0.05, height: 0.01 },
  polygon: [],
});

const documentOf = (words: readonly OcrText[]): OcrDocument => ({
  pages: [1, 2].map((number) => ({
    number,
    wasRead: true,
    lines: [{ ...wordAt(words.map(({ text }) => text).join(' '), 0), words }],
  })),
});

const date: PictureWord = {
  page: 1,
  text: '١٨/١٠/٢٠٢٦',
  confidencePercent: 96,
  box: { left: 0.29, top: 0.398, width: 0.12, height: 0.013 },
  polygon: [],
};

const textsOf = ({ pages }: OcrDocument, page = 1) =>
  pages[page - 1]!.lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('a date that was seen in the picture', () => {
  it('takes the place of what the OCR made of it, and leaves the words beside it', () => {
    const read = documentOf([
      wordAt('Fait le', 0.2),
      wordAt('1A/1+', 0.3),
      wordAt('/Y+TT', 0.355),
      wordAt('à', 0.5),
    ]);
    expect(textsOf(withPictureWords(read, [date]))).toEqual(['Fait le à', '١٨/١٠/٢٠٢٦']);
  });

  it('is there where the OCR saw nothing', () => {
    expect(textsOf(withPictureWords(documentOf([]), [date]))).toEqual(['', '١٨/١٠/٢٠٢٦']);
  });

  it('is on its own page alone', () => {
    const read = documentOf([wordAt('1A/1+', 0.3)]);
    expect(textsOf(withPictureWords(read, [date]), 2)).toEqual(['1A/1+']);
  });

  it('gives way to a number in Latin digits of which the OCR is sure, and to no other', () => {
    const sure = documentOf([wordAt('18/10/2026', 0.3, 93)]);
    expect(withPictureWords(sure, [date])).toEqual(sure);
    const unsure = documentOf([wordAt('18/10/2026', 0.3, 55)]);
    expect(textsOf(withPictureWords(unsure, [date]))).toEqual(['١٨/١٠/٢٠٢٦']);
    const rubbish = documentOf([wordAt('VA/V*', 0.3, 93)]);
    expect(textsOf(withPictureWords(rubbish, [date]))).toEqual(['١٨/١٠/٢٠٢٦']);
  });

  it('does not touch words of the lines above and below', () => {
    const read = documentOf([wordAt('12/05/1999', 0.3, 90, 0.385), wordAt('184203957', 0.3, 90, 0.412)]);
    expect(textsOf(withPictureWords(read, [date]))).toEqual(['12/05/1999 184203957', '١٨/١٠/٢٠٢٦']);
  });
});
