import { describe, expect, it } from 'vitest';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

/** Lines of acts whose right half stands lower than the left one, in millimetres, as on a photograph taken from the side. */
function linesWith(lower: number, rows: readonly (readonly [day: string, letter: string, amount: string])[]) {
  const texts = rows.flatMap(([day, letter, amount], row): readonly PrintedText[] => [
    { text: day, x: 20, y: 100 + 8 * row },
    { text: letter, x: 110, y: 100 + 8 * row + lower },
    { text: amount, x: 160, y: 100 + 8 * row + lower },
  ]);
  return onlyForm(printDocument({ texts })).acts.map((act) => [
    act.dateOfCare?.value,
    act.keyLetter?.value,
    act.billedCentimes?.value,
  ]);
}

describe('a line of acts that runs unevenly over the page', () => {
  it.each([1, 2, 2.6, 3])('is one act where its right half stands %s mm lower', (lower) => {
    expect(linesWith(lower, [['14/10/2026', 'CS', '280,00']])).toEqual([['2026-10-14', 'CS', 28_000]]);
  });

  it.each([
    [-3, '280,00'],
    [-2, '280,00 Dhs'],
    [2, '280,00'],
    [3, '280,00 DH'],
    [2.6, '280         00'],
  ])('is one act where nothing but its amount stands %s mm lower: %s', (lower, amount) => {
    const texts: readonly PrintedText[] = [
      { text: amount, x: 20, y: 100 + lower },
      { text: 'CS', x: 110, y: 100 },
      { text: '14/10/2026', x: 160, y: 100 },
    ];
    const { acts } = onlyForm(printDocument({ texts }));
    expect(acts).toMatchObject([{ keyLetter: { value: 'CS' }, billedCentimes: { value: 28_000 } }]);
  });

  it('is not given the total that stands right below it', () => {
    const texts: readonly PrintedText[] = [
      { text: '14/10/2026', x: 20, y: 100 },
      { text: 'CS', x: 80, y: 100 },
      { text: 'Total', x: 130, y: 103 },
      { text: '280,00', x: 160, y: 103 },
      { text: '15/10/2026', x: 20, y: 94 },
      { text: 'C', x: 80, y: 94 },
      { text: '150,00', x: 160, y: 94 },
    ];
    const { acts } = onlyForm(printDocument({ texts }));
    expect(acts.map((act) => act.billedCentimes?.value)).toEqual([15_000, undefined]);
  });

  it('is not taken together with the line below it', () => {
    const rows = [
      ['14/10/2026', 'CS', '280,00'],
      ['15/10/2026', 'C', '150,00'],
    ] as const;
    expect(linesWith(2.6, rows)).toEqual([
      ['2026-10-14', 'CS', 28_000],
      ['2026-10-15', 'C', 15_000],
    ]);
  });
});
