import { describe, expect, it } from 'vitest';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

/** A line of an act without headings but these. */
function actOf(code: readonly PrintedText[], headings: readonly PrintedText[] = []) {
  const texts = [
    ...headings,
    { text: '14/10/2026', x: 20, y: 100 },
    ...code,
    { text: '280,00', x: 170, y: 100 },
    { text: 'Total', x: 140, y: 115 },
    { text: '280,00', x: 170, y: 115 },
  ];
  return onlyForm(printDocument({ texts })).acts[0];
}

describe('the letter of an act that OCR made small', () => {
  it('is the letter where its coefficient stands behind it in the cell', () => {
    expect(actOf([{ text: 'Kc 28', x: 80, y: 100 }])).toMatchObject({
      keyLetter: { value: 'KC' },
      coefficientHundredths: { value: 2_800 },
    });
  });

  it('is none in a sentence', () => {
    const code = [
      { text: 'C', x: 60, y: 100 },
      { text: 'Cs 28 rue Zerktouni', x: 80, y: 100 },
    ];
    expect(actOf(code)?.keyLetter?.value).toBe('C');
    expect(actOf(code)?.coefficientHundredths?.value).toBeUndefined();
  });
});

describe('the letter of an act that OCR read as a digit', () => {
  const line = (y: number, letter: string, coefficient: string, amount: string): readonly PrintedText[] => [
    { text: '14/10/2026', x: 20, y },
    { text: letter, x: 60, y },
    { text: coefficient, x: 90, y },
    { text: amount, x: 170, y },
  ];

  it('is no coefficient beside the one that the line has', () => {
    const texts = [
      ...line(100, 'CS', '1', '300,00'),
      ...line(108, 'Z', '13', '130,00'),
      ...line(116, '4', '6', '80,00'),
      { text: '510,00', x: 170, y: 130 },
    ];
    const act = onlyForm(printDocument({ texts })).acts[2];
    expect(act).toMatchObject({ keyLetter: undefined, coefficientHundredths: { value: 600, doubts: [] } });
    // Its place is looked at again with the rest of the line.
    expect(act?.source.box.left).toBeLessThan(64 / 210);
  });
});

describe('the code of a disease that OCR read as a number', () => {
  const headings = [
    { text: 'Date', x: 20, y: 90 },
    { text: 'Code acte', x: 60, y: 90 },
    { text: 'Coef.', x: 90, y: 90 },
    { text: 'Code maladie', x: 120, y: 90 },
    { text: 'Montant', x: 170, y: 90 },
  ];

  it('is no coefficient, no count and no amount', () => {
    const code = [
      { text: 'V', x: 60, y: 100 },
      { text: '1', x: 92, y: 100 },
      { text: '110', x: 124, y: 100 },
    ];
    expect(actOf(code, headings)).toMatchObject({
      keyLetter: { value: 'V' },
      coefficientHundredths: { value: 100, doubts: [] },
      billedCentimes: { value: 28_000, doubts: [] },
    });
  });

  it('is looked for in its own column only', () => {
    const code = [
      { text: 'B', x: 60, y: 100 },
      { text: '110', x: 92, y: 100 },
      { text: 'I10', x: 124, y: 100 },
    ];
    expect(actOf(code, headings)).toMatchObject({
      keyLetter: { value: 'B' },
      coefficientHundredths: { value: 11_000 },
    });
  });
});

describe('what is left of a stamp, and of a phone number', () => {
  const form = (amount: string, ...others: readonly PrintedText[]) =>
    onlyForm(
      printDocument({
        texts: [
          { text: '14/10/2026', x: 20, y: 100 },
          { text: 'CS', x: 60, y: 100 },
          { text: amount, x: 170, y: 100 },
          { text: 'Somme', x: 140, y: 115 },
          { text: amount, x: 170, y: 115 },
          ...others,
        ],
      }),
    );

  it.each<[string, PrintedText]>([
    ['280', { text: '20 A', x: 110, y: 190 }],
    ['280', { text: '2026', x: 110, y: 190 }],
    ['280,00', { text: '06.44 21.19.29', x: 120, y: 40 }],
    ['280,00', { text: '06 44 21.19 29', x: 120, y: 40 }],
    ['280    00', { text: 'RECU LE   19   11', x: 90, y: 190 }],
    ['280    00', { text: '0802    00', x: 90, y: 190 }],
  ])('is nothing that the form bills beside %s: %j', (amount, other) => {
    expect(form(amount, other)).toMatchObject({
      totalCentimes: { value: 28_000, evidence: ['SUM', 'PLACE'] },
    });
    expect(form(amount, other).otherAmounts).toBeUndefined();
  });

  it.each<[string, string, readonly PrintedText[]]>([
    [
      'a word in its row',
      '280',
      [
        { text: 'Pharmacie', x: 80, y: 190 },
        { text: '85', x: 120, y: 190 },
      ],
    ],
    ['a currency', '280', [{ text: '85 DH', x: 110, y: 190 }]],
    ['the column of the amounts', '280', [{ text: '85', x: 170, y: 130 }]],
    ['decimals', '280,00', [{ text: '85,50', x: 110, y: 190 }]],
  ])('is not what has %s', (_, amount, others) => {
    expect(form(amount, ...others).otherAmounts).toHaveLength(1);
  });
});
