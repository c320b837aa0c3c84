import { describe, expect, it } from 'vitest';
import { draftReading, settleReading } from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';

/** A table of two acts by its headings, with the days as given, and a number of the row in a column without a heading. */
function actsWith(days: readonly [string, string], numbersAt: number) {
  const texts: readonly PrintedText[] = [
    { text: 'FEUILLE DE SOINS MALADIE', x: 20, y: 20 },
    { text: 'Immatriculation : 167204938', x: 20, y: 40 },
    { text: 'Date des actes', x: 20, y: 100 },
    { text: 'Montant (DH)', x: 70, y: 100 },
    { text: 'Acte et coefficient', x: 140, y: 100 },
    ...days.flatMap((day, row): readonly PrintedText[] => [
      { text: day, x: 20, y: 110 + 8 * row },
      { text: ['373,00', '635,00'][row] ?? '', x: 70, y: 110 + 8 * row },
      { text: ['Z7', 'B120'][row] ?? '', x: 155, y: 110 + 8 * row },
      { text: String(row + 2), x: numbersAt, y: 110 + 8 * row },
    ]),
    { text: 'Total : 1 008,00', x: 70, y: 130 },
  ];
  const { forms } = settleReading(draftReading(printDocument({ texts })), noWitnesses);
  return forms[0]?.acts.map(({ keyLetter, coefficientHundredths, dateOfCare }) => ({
    letter: keyLetter?.value,
    coefficient: (coefficientHundredths?.value ?? 0) / 100,
    day: dateOfCare?.value,
    doubts: dateOfCare?.doubts,
  }));
}

describe('the coefficient of an act', () => {
  it.each([
    ['behind it', 185],
    ['before it', 130],
  ])('takes no number from a column without a heading %s', (_, numbersAt) => {
    expect(actsWith(['19/10/2026', '22/10/2026'], numbersAt)).toMatchObject([
      { letter: 'Z', coefficient: 7 },
      { letter: 'B', coefficient: 120 },
    ]);
  });
});

describe('a day of care with a year of two digits', () => {
  it('is of this century, without a doubt', () => {
    expect(actsWith(['19.10.26', '22.10.26'], 185)).toMatchObject([
      { day: '2026-10-19', doubts: [] },
      { day: '2026-10-22', doubts: [] },
    ]);
  });
});
