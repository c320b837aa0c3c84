import { describe, expect, it } from 'vitest';

import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText, type Sheet } from '../../../support/ocr-builder.ts';
import { expected, onlyForm, plainValues } from '../../../support/read-forms.ts';

const sheet = careFormSheet(filling, { side: 'right' });

function withTexts(...texts: readonly PrintedText[]): Sheet {
  return { ...sheet, texts: [...sheet.texts, ...texts] };
}

function yOf(start: string): number {
  const found = sheet.texts.find(({ text }) => text.startsWith(start));
  if (found === undefined) throw new Error(`Nothing starts with ${start}`);
  return found.y;
}

/** What OCR without Arabic makes of the second, Arabic, line of the table's heading. */
function arabicHeading(amount: string, letter: string, confidencePercent: number): readonly PrintedText[] {
  const y = yOf('Date des actes') + 4.1;
  return [
    { text: 'Wall', x: 16, y, confidencePercent: 5 },
    { text: letter, x: 62, y, confidencePercent },
    { text: 'Jolaall', x: 90, y, confidencePercent: 30 },
    { text: amount, x: 132, y, confidencePercent },
  ];
}

describe('the second line of the heading of the acts', () => {
  it.each([
    ['240', 'Jalaall', 45],
    ['2,4', 'D', 45],
    ['50,15', 'D', 45],
    ['23300', 'K', 58],
    ['310', 'say', 96],
  ])('is no act, though OCR made %s and %s of it', (amount, letter, confidencePercent) => {
    const form = onlyForm(printDocument(withTexts(...arabicHeading(amount, letter, confidencePercent))));
    expect(plainValues(form)).toEqual(expected);
    expect(form.totalCentimes?.doubts).toEqual([]);
  });

  it('is no total of a form whose total was not read', () => {
    const withoutTotal = { ...sheet, texts: sheet.texts.filter(({ text }) => !/TOTAL|1 602/.test(text)) };
    const texts = [...withoutTotal.texts, ...arabicHeading('50,15', 'D', 45)];
    expect(onlyForm(printDocument({ ...sheet, texts })).totalCentimes).toBeUndefined();
  });
});

describe('a row of acts whose date was not read', () => {
  const rowWithout = (date: string, change: (text: PrintedText) => PrintedText): Sheet => {
    const row = sheet.texts.find(({ text }) => text === date);
    const texts = sheet.texts.filter((text) => text !== row);
    return { ...sheet, texts: texts.map((text) => (text.y === row?.y ? change(text) : text)) };
  };

  it.each(['03/02/2025', '04/02/2025'])('of %s is still an act', (date) => {
    const form = onlyForm(printDocument(rowWithout(date, (text) => text)));
    expect(form.acts.map((act) => act.dateOfCare?.value)).toContain(undefined);
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([25_000, 135_200]);
  });

  it('is still an act where all of it was read badly', () => {
    const form = onlyForm(
      printDocument(rowWithout('04/02/2025', (text) => ({ ...text, confidencePercent: 40 }))),
    );
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([25_000, 135_200]);
  });

  it('leaves the total doubted where it cannot be distinguished from clutter', () => {
    const form = onlyForm(
      printDocument(
        rowWithout('04/02/2025', (text) => ({
          ...text,
          text: text.text === 'K' ? 'jl' : text.text.replace('1 352,00', '1352'),
          confidencePercent: 30,
        })),
      ),
    );
    expect(form.acts).toHaveLength(1);
    expect(form.totalCentimes?.doubts).toContain('CONFLICTING_VALUES');
    expect(form.acts[0]?.billedCentimes?.doubts).toContain('CONFLICTING_VALUES');
  });
});

describe('Arabic before a label', () => {
  const before = (confidencePercent: number): Sheet => {
    const label = sheet.texts.find(({ text }) => text === 'INPE :');
    if (label === undefined) throw new Error('The sheet has no INPE');
    const texts = sheet.texts.filter((text) => text !== label);
    const clutter = { text: 'sl gl yl', x: label.x, y: label.y, confidencePercent };
    return { ...sheet, texts: [...texts, clutter, { ...label, x: label.x + 9 * 3 * 0.62 }] };
  };

  it('does not hide the label, though OCR made small letters of it', () => {
    const form = onlyForm(printDocument(before(30)));
    expect(plainValues(form)).toEqual(expected);
    expect(form.inpe?.doubts).toEqual([]);
  });

  it('is not taken for running text, in which a word is no label', () => {
    expect(onlyForm(printDocument(before(95))).inpe?.doubts).toEqual(['LOW_CONFIDENCE']);
  });
});

describe('an INPE whose label was not read', () => {
  const withoutLabel = sheet.texts.map((text) =>
    text.text === 'INPE :' ? { ...text, text: '_~~=1INPE', confidencePercent: 5 } : text,
  );

  it('is the only nine digits of the provider’s part, with a doubt', () => {
    const form = onlyForm(printDocument({ ...sheet, texts: withoutLabel }));
    expect(form.inpe).toMatchObject({ value: '060708091', doubts: ['LOW_CONFIDENCE'] });
    expect(form.inpe?.confidencePercent).toBeLessThan(80);
  });

  it('is not guessed from two numbers', () => {
    const other = { text: '060708092', x: 150, y: yOf('060708091') };
    const form = onlyForm(printDocument({ ...sheet, texts: [...withoutLabel, other] }));
    expect(form.inpe).toBeUndefined();
  });

  it('is not a number that another label has', () => {
    const texts = withoutLabel.map((text) =>
      text.text === '_~~=1INPE' ? { ...text, text: 'INPE établissement :', confidencePercent: 99 } : text,
    );
    expect(onlyForm(printDocument({ ...sheet, texts })).inpe).toBeUndefined();
  });

  it('is never the insured’s number', () => {
    const texts = withoutLabel
      .filter(({ text }) => text !== '060708091')
      .map((text) => (text.text === "N° d'immatriculation :" ? { ...text, text: 'Nd' } : text));
    expect(onlyForm(printDocument({ ...sheet, texts })).inpe).toBeUndefined();
  });
});

describe('a cell of letter and coefficient in which OCR saw digits only', () => {
  const joined = careFormSheet(
    {
      ...filling,
      acts: [{ date: '03/02/2025', code: 'Z', coefficient: '35', amount: '388,50' }],
      total: '388,50',
    },
    { side: 'right', hasJoinedCode: true },
  );
  const read = (code: string) =>
    onlyForm(
      printDocument({
        ...joined,
        texts: joined.texts.map((text) => (text.text === 'Z35' ? { ...text, text: code } : text)),
      }),
    ).acts[0];

  it.each(['235', '735'])('has a letter that is doubted, not missing: %s', (code) => {
    expect(read(code)).toMatchObject({
      keyLetter: { value: 'Z', doubts: ['CORRECTED_CHARACTERS'] },
      coefficientHundredths: { value: 3_500, doubts: ['CORRECTED_CHARACTERS'] },
    });
  });

  it('has none where no letter looks like the digit', () => {
    expect(read('335')?.keyLetter).toBeUndefined();
  });
});
