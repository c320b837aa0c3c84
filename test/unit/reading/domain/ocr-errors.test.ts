import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { OcrDocument, OcrPage } from '../../../../contexts/reading/domain/ocr-document.ts';
import { readCareForms } from '../../../../contexts/reading/domain/read-care-forms.ts';
import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, printPage, type Sheet } from '../../../support/ocr-builder.ts';
import { expected, onlyForm, plainValues, styles } from '../../../support/read-forms.ts';

describe('what OCR gets wrong', () => {
  /** Changes the words of a page one by one. */
  function disturbed(page: OcrPage, change: (text: string) => string): OcrDocument {
    const lines = page.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, text: change(word.text) })),
    }));
    return { pages: [{ ...page, lines }] };
  }

  const page = printPage(careFormSheet(filling, { side: 'right' }));

  it('is corrected in numbers with a doubt', () => {
    const form = onlyForm(
      disturbed(page, (text) => text.replace('112233445', '1I22334A5').replace('060708091', 'O60708O91')),
    );
    expect(form.inpe).toMatchObject({ value: '060708091', doubts: ['CORRECTED_CHARACTERS'] });
    expect(form.registrationNumber).toMatchObject({
      doubts: ['CORRECTED_CHARACTERS', 'UNEXPECTED_CHARACTERS', 'WRONG_LENGTH'],
    });
  });

  it('is forgiven in labels', () => {
    const form = onlyForm(
      disturbed(page, (text) =>
        text
          .replace('immatriculation', 'irnmatricu1ation')
          .replace('prénom', 'prenorn')
          .replace('naissance', 'na1ssanoe')
          .replace('Montant', 'M0ntant'),
      ),
    );
    expect(plainValues(form)).toEqual(expected);
  });

  it('does not make a heading of a word in running text', () => {
    const footer = {
      text: 'sanctions prévues par la loi 65-00 portant code de la couverture médicale de base',
      x: 12,
      y: 285,
    };
    const sheet = careFormSheet(filling, { side: 'right' });
    expect(plainValues(onlyForm(printDocument({ ...sheet, texts: [...sheet.texts, footer] })))).toEqual(
      expected,
    );
  });

  it('never makes the reader throw, lose its page count or give a value without a source', () => {
    const sheet = fc.record({
      skewDegrees: fc.double({ min: -20, max: 20, noNaN: true }),
      quarterTurns: fc.constantFrom(0, 1, 2, 3),
    });
    const noise = fc.record({
      drop: fc.double({ min: 0, max: 0.6, noNaN: true }),
      jitter: fc.double({ min: 0, max: 0.02, noNaN: true }),
      seed: fc.nat(),
    });
    const style = fc.constantFrom(...styles.map(([, one]) => one));
    fc.assert(
      fc.property(
        sheet,
        noise,
        style,
        fc.array(fc.string(), { maxLength: 4 }),
        (turned, { drop, jitter, seed }, form, words) => {
          let state = seed;
          const random = (): number => (state = (state * 16_807 + 11) % 2_147_483_647) / 2_147_483_647;
          const printed = printPage({
            ...careFormSheet(filling, form),
            ...(turned as Pick<Sheet, 'skewDegrees' | 'quarterTurns'>),
          });
          const lines = printed.lines.map((line) => ({
            ...line,
            words: line.words
              .filter(() => random() >= drop)
              .map((word) => ({
                ...word,
                text: random() < 0.1 ? (words[Math.floor(random() * words.length)] ?? '') : word.text,
                box: { ...word.box, top: word.box.top + jitter * (random() - 0.5) },
                polygon: word.polygon.map((point) => ({
                  x: point.x + jitter * (random() - 0.5),
                  y: point.y + jitter * (random() - 0.5),
                })),
              })),
          }));
          const { forms, pageRoles } = readCareForms({ pages: [{ ...printed, lines }] });
          expect(pageRoles).toHaveLength(1);
          for (const read of forms) {
            for (const act of read.acts) expect(act.billedCentimes?.value ?? 0).toBeGreaterThanOrEqual(0);
            expect(read.registrationNumber?.source.page ?? 1).toBe(1);
            expect(read.registrationNumber?.value ?? '1').toMatch(/^\d+$/);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is survived on pages of nothing but odd shapes', () => {
    const point = fc.record({ x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) });
    const text = fc.record({
      text: fc.string(),
      confidencePercent: fc.double({ min: 0, max: 100, noNaN: true }),
      box: fc.record({ left: fc.double(), top: fc.double(), width: fc.double(), height: fc.double() }),
      polygon: fc.array(point, { maxLength: 5 }),
    });
    const line = fc
      .tuple(text, fc.array(text, { maxLength: 5 }))
      .map(([whole, words]) => ({ ...whole, words }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(readCareForms({ pages: [{ number: 1, wasRead: true, lines }] }).pageRoles).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});
