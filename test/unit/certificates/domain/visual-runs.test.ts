import { PDFDocument } from '@cantoo/pdf-lib';
import * as fontkit from '@cantoo/fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFonts } from '../../../../contexts/certificates/fonts/certificate-fonts.ts';
import { TypeCase } from '../../../../contexts/certificates/domain/print/type-case.ts';
import { visualRuns } from '../../../../contexts/certificates/domain/print/visual-runs.ts';

describe('a line on paper', () => {
  let fonts: TypeCase;
  beforeAll(async () => {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    fonts = await TypeCase.embed(document, await readCertificateFonts());
  });
  const texts = (line: string, direction: 'ltr' | 'rtl') =>
    visualRuns(line, direction, { fonts, weight: 'regular' }).map(({ text }) => text);

  it('puts numbers and Latin words within Arabic where they are read, from the right', () => {
    expect(texts('رقم 123 في', 'rtl')).toEqual(['في', ' ', '123', 'رقم ']);
    expect(texts('نظام AMO تضامن', 'rtl')).toEqual(['تضامن', ' ', 'AMO', 'نظام ']);
  });

  it('puts an Arabic word within French where it is read, from the left', () => {
    expect(texts('Nom محمد ici', 'ltr').join('|')).toBe('Nom |محمد| ici');
  });

  it('turns stops and brackets around in Arabic', () => {
    expect(texts('نعم. لا', 'rtl')).toEqual(['لا', ' .', 'نعم']);
    expect(texts('ابن(ة)', 'rtl')).toEqual(['(', 'ة', ')', 'ابن']);
  });

  it('joins the letters of a word with marks in one font', () => {
    expect(texts('مُحَمَّد', 'rtl')).toEqual(['مُحَمَّد']);
  });

  it('shows that a character has no glyph instead of leaving it out, and says which', () => {
    expect(texts('A漢B', 'ltr').join('')).toBe('A?B');
    const runs = visualRuns('A漢B', 'ltr', { fonts, weight: 'regular' });
    expect(runs.flatMap(({ missing }) => missing)).toEqual(['漢']);
  });

  it('keeps an Arabic word in one font, where any has all of its letters', () => {
    for (const word of ['ݢردان', 'ڨابس', 'محمد'])
      expect(visualRuns(word, 'rtl', { fonts, weight: 'regular' })).toHaveLength(1);
  });

  it('draws a hyphen that does not break as any other', () => {
    expect(texts('O‑Brien', 'ltr').join('')).toBe('O-Brien');
  });
});
