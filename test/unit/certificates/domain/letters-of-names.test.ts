import { PDFDocument } from '@cantoo/pdf-lib';
import * as fontkit from '@cantoo/fontkit';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFonts } from '../../../../contexts/certificates/fonts/certificate-fonts.ts';
import { printedName } from '../../../../contexts/certificates/domain/print/printed-name.ts';
import { TypeCase, type Weight } from '../../../../contexts/certificates/domain/print/type-case.ts';
import { visualRuns } from '../../../../contexts/certificates/domain/print/visual-runs.ts';
import { cleanName, isNameText } from '../../../../contexts/shared/identifiers/name-text.ts';

/** Every character that a list may have in a name, alone or on a letter of its script. */
const acceptedWords: readonly string[] = Array.from({ length: 0x20000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .flatMap((code) => {
    const character = String.fromCodePoint(code);
    return [`b${character}`, `ب${character}`]
      .map(cleanName)
      .filter((word) => word.length > 1 && isNameText(word))
      .slice(0, 1);
  });

const codesFrom = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

describe('a name on a certificate', () => {
  let fonts: TypeCase;
  beforeAll(async () => {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    fonts = await TypeCase.embed(document, await readCertificateFonts());
  });

  const runsOf = (name: string, weight: Weight) =>
    visualRuns(name, /\p{Script=Arabic}/u.test(name) ? 'rtl' : 'ltr', { fonts, weight });
  const missingOf = (name: string): readonly string[] =>
    (['regular', 'bold'] as const).flatMap((weight) =>
      runsOf(name, weight).flatMap(({ missing }) => missing),
    );
  /** Letters in any order, composed or not, large or small. */
  const lettersOf = (text: string): string =>
    Array.from(text.toLowerCase().normalize('NFD')).toSorted().join('');
  const drawnOf = (name: string, weight: Weight): string =>
    lettersOf(
      runsOf(name, weight)
        .map(({ text }) => text)
        .join(''),
    );
  const written = (name: string): string => lettersOf(name.replace(/[‐‑]/g, '-').replace(/ʼ/g, '’'));

  it('is drawn with each of its letters, or says which cannot be: over all that lists accept', () => {
    expect(acceptedWords.length).toBeGreaterThan(1_900);
    for (const word of acceptedWords) {
      for (const name of [word, word.toLocaleUpperCase('fr')]) {
        if (missingOf(name).length > 0) continue;
        for (const weight of ['regular', 'bold'] as const) {
          expect(drawnOf(name, weight)).toBe(written(name));
          const blank = runsOf(name, weight).flatMap(({ face, text }) =>
            face.metrics.layout(text).glyphs.filter(({ id }) => id === 0),
          );
          expect([name, blank]).toEqual([name, []]);
        }
      }
    }
  });

  it.each([
    [
      'French and the languages of Europe',
      [...codesFrom(0xc0, 0xd6), ...codesFrom(0xd8, 0xf6), ...codesFrom(0xf8, 0x17f)],
    ],
    [
      'Latin letters of Africa and of transcriptions',
      [...codesFrom(0x180, 0x24f), ...Array.from('ɛɣəɩʊɖɓɗƴḍḥṣṭẓṛḏṯẖġčǧžš')],
    ],
    ['Latin letters with two marks', codesFrom(0x1e00, 0x1eff)],
    ['Arabic', [...codesFrom(0x620, 0x63a), ...codesFrom(0x641, 0x64a)]],
    [
      'Arabic letters of other languages',
      [...codesFrom(0x671, 0x6d3), ...codesFrom(0x750, 0x77f)].filter((one) => one !== 'ۓ'),
    ],
    ['vowel marks of Arabic', codesFrom(0x64b, 0x655).map((mark) => `ب${mark}`)],
    ['signs between the words of a name', Array.from("'’‘ʼ`´.-‐‑–", (sign) => `b${sign}b`)],
  ])('can be written in %s', (_, letters) => {
    const missing = letters.filter(
      (letter) => missingOf(letter).length > 0 || missingOf(letter.toLocaleUpperCase('fr')).length > 0,
    );

    expect(missing).toEqual([]);
  });

  it.each([
    'O‑Brien',
    'Nguyễn Thị',
    'Ǧamīla',
    'Yaɣmurasen',
    'Łukasz',
    'Ḥasan',
    'ÐORĐEVIĆ',
    'ڨاسم',
    'پروین',
    'ݣليز',
    'عبد الرَّحمٰن',
  ])('has all of its letters: %s', (name) => {
    const { fr, ar } = printedName({ family: name, given: name });
    for (const printed of [fr, ar]) {
      if (printed === undefined) continue;
      expect(missingOf(printed)).toEqual([]);
      expect(drawnOf(printed, 'bold')).toBe(written(printed));
    }
  });

  it('has all of its letters in whatever order they stand', () => {
    const latin = acceptedWords.filter((word) => !/\p{Script=Arabic}/u.test(word));
    const arabic = acceptedWords.filter((word) => /\p{Script=Arabic}/u.test(word));
    const words = (from: readonly string[]) =>
      fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(words(latin), words(arabic)), fc.constantFrom('', ' ', '-'), (parts, between) => {
        const name = cleanName(parts.join(between));
        fc.pre(isNameText(name) && missingOf(name).length === 0);

        expect(drawnOf(name, 'regular')).toBe(written(name));
      }),
      { numRuns: 500 },
    );
  });
});
