import { describe, expect, it } from 'vitest';
import type { PrintedText } from '../../../support/ocr-builder.ts';
import { firstRow, read, actsOf, doubtsOf, total } from './support/printed-acts.ts';

describe('a column of quantities', () => {
  it('is distinguished from the coefficients by the letters', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'AMM', 80: '7', 110: '10', 160: '700,00' },
        { 15: '07/10/2026', 60: 'K', 80: '40', 110: '1', 160: '900,00' },
      ],
      total('1 600,00'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'AMM', 700, 10, 70_000],
      ['2026-10-07', 'K', 4_000, 1, 90_000],
    ]);
  });

  it('is read by its heading where it stands before the letters', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: '1', 85: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: '2', 85: 'CS', 160: '500,00' },
      ],
      { text: 'Quantité', x: 55, y: firstRow - 10 },
      { text: 'Montant', x: 160, y: firstRow - 10 },
    );
    expect(form.acts.map((act) => act.quantity?.value)).toEqual([1, 2]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('beside glued letters and coefficients is read', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'AMM7', 110: '10', 160: '700,00' },
        { 15: '07/10/2026', 60: 'K40', 110: '1', 160: '900,00' },
      ],
      total('1 600,00'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'AMM', 700, 10, 70_000],
      ['2026-10-07', 'K', 4_000, 1, 90_000],
    ]);
  });
});

describe('numbers that are no quantities', () => {
  it('are the centimes of a consultation, whatever stands before them', () => {
    const form = read(
      [{ 15: '28/10/2026', 70: 'CS', 100: '1', 150: '268', 165: '20' }],
      total('268', 150, 1),
      total('20', 165, 1),
    );
    expect(form.acts[0]?.billedCentimes?.value).toBe(26_820);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('are dirhams that stand on the row once more', () => {
    const form = read(
      [{ 15: '300.00Dhs', 60: '300', 75: '00', 100: '1', 120: 'B', 140: '210', 165: '20/10/2026' }],
      total('300.00Dhs', 15, 1),
    );
    expect(actsOf(form)).toEqual([['2026-10-20', 'B', 21_000, 1, 30_000]]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('are 1 and 2 at the edge of a table that counts its acts in another column', () => {
    const form = read(
      [
        { 15: '200,00DH', 60: '1', 90: 'C', 120: '20/10/2026', 170: '1' },
        { 15: '180,00DH', 60: '1', 90: 'Z45', 120: '17/10/2026', 170: '2' },
      ],
      total('380,00DH', 15),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-20', 'C', undefined, 1, 20_000],
      ['2026-10-17', 'Z', 4_500, 1, 18_000],
    ]);
    expect(doubtsOf(form)).toEqual([]);
  });
});

describe('a heading in the middle of its cell', () => {
  const row = { 15: '28/10/2026', 60: 'CS', 100: '1', 150: '268,20' };
  const heading: PrintedText = { text: 'Coef.', x: 104, y: firstRow - 10 };

  it('belongs to the narrow column at the edge of the cell', () => {
    const [act] = read([row], heading, total('268,20', 150, 1)).acts;
    expect([act?.coefficientHundredths?.value, act?.quantity]).toEqual([100, undefined]);
  });

  it('belongs to the column that it stands over, not to that beside it', () => {
    const [act] = read([{ ...row, 106: '3' }], heading, total('268,20', 150, 1)).acts;
    expect(act?.coefficientHundredths?.value).not.toBe(100);
  });
});

describe('a unit price', () => {
  it('is distinguished from the amount by how often', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'AMM7', 90: '10', 120: '70,00', 160: '700,00' },
        { 15: '07/10/2026', 60: 'CS', 90: '2', 120: '250,00', 160: '500,00' },
      ],
      total('1 200,00'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'AMM', 700, 10, 70_000],
      ['2026-10-07', 'CS', undefined, 2, 50_000],
    ]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('is distinguished from the amount where the amount stands before it', () => {
    const form = read(
      [
        { 15: '700,00', 60: '70,00', 90: '10', 120: 'AMM7', 160: '05/10/2026' },
        { 15: '500,00', 60: '250,00', 90: '2', 120: 'CS', 160: '07/10/2026' },
      ],
      total('1 200,00', 15),
    );
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([70_000, 50_000]);
    expect(form.acts.map((act) => act.quantity?.value)).toEqual([10, 2]);
  });
});

describe('a column of counts beside B150 in one cell', () => {
  it('is not believed to be its coefficient, where headings alone give it and no total is on the page', () => {
    const heading = (text: string, x: number): PrintedText => ({ text, x, y: firstRow - 10 });
    const form = read(
      [
        { 15: '20/10/2026', 70: 'CS', 110: '1', 150: '362.80DH' },
        { 15: '18/10/2026', 70: 'B150', 110: '1', 150: '530.00DH' },
      ],
      heading("Date d'exécution", 15),
      heading('Acte coté', 70),
      heading('Nbre', 110),
      heading('Coût', 160),
    );
    const blood = form.acts[1]?.coefficientHundredths;
    expect(blood?.value === 15_000 || blood?.doubts.includes('CONFLICTING_VALUES')).toBe(true);
  });
});

describe('numbers of rows', () => {
  it('1, 2, 3 are no quantities', () => {
    const form = read(
      [
        { 10: '1', 25: '05/10/2026', 70: 'CS', 160: '250,00' },
        { 10: '2', 25: '06/10/2026', 70: 'B150', 160: '165,00' },
        { 10: '3', 25: '07/10/2026', 70: 'K40', 160: '900,00' },
      ],
      total('1 315,00', 160, 3),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-06', 'B', 15_000, undefined, 16_500],
      ['2026-10-07', 'K', 4_000, undefined, 90_000],
    ]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('1, 2 under their heading are no quantities', () => {
    const form = read(
      [
        { 10: '1', 25: '05/10/2026', 70: 'CS', 160: '250,00' },
        { 10: '2', 25: '06/10/2026', 70: 'CS', 160: '250,00' },
      ],
      { text: 'N°', x: 10, y: firstRow - 8 },
    );
    expect(form.acts.map((act) => act.quantity)).toEqual([undefined, undefined]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('1, 2 without a heading leave a doubt of how often the second act was done', () => {
    const form = read([
      { 10: '1', 25: '05/10/2026', 70: 'CS', 160: '250,00' },
      { 10: '2', 25: '06/10/2026', 70: 'CS', 160: '250,00' },
    ]);
    expect(form.acts).toHaveLength(2);
    expect(doubtsOf(form)).toContain('CONFLICTING_VALUES');
  });

  it.each(['Nb de K', 'Nombre', 'Qté (K)', 'Montant des K', 'Rang K'])(
    '1, 2 are never believed to be coefficients because %s stands over those',
    (words) => {
      const form = read(
        [
          { 10: '1', 30: 'CS', 70: '1', 100: '21/10/2026', 160: '280,00' },
          { 10: '2', 30: 'K', 70: '26', 100: '19/10/2026', 160: '342,00' },
        ],
        total('622,00', 160),
        { text: 'Rang', x: 10, y: firstRow - 8 },
        { text: words, x: 66, y: firstRow - 8 },
      );
      const surgery = form.acts[1]?.coefficientHundredths;
      expect(surgery?.value === 2_600 || surgery?.doubts.includes('CONFLICTING_VALUES')).toBe(true);
    },
  );
});

describe('numbers of rows that do not begin with 1', () => {
  it('leave a doubt of how often the act was done where there is one row', () => {
    const form = read([{ 10: '4', 25: '05/10/2026', 70: 'B310', 160: '380,00' }], total('380,00', 160, 1));
    expect(form.acts[0]?.quantity?.doubts ?? []).toEqual(
      form.acts[0]?.quantity === undefined ? [] : ['CONFLICTING_VALUES'],
    );
  });

  it.each([2, 3, 4])(
    'that begin at %i, as on a further page, are never believed to be quantities',
    (first) => {
      const rows = Array.from({ length: 3 }, (_, row) => ({
        10: String(first + row),
        25: '04/10/2026',
        70: 'B310',
        150: '380,00',
      }));
      expect(read(rows, total('1 140,00', 150, 3)).acts.map((act) => act.quantity)).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      for (const { quantity } of read(rows.slice(0, 2), total('760,00', 150)).acts)
        expect(quantity?.doubts ?? ['CONFLICTING_VALUES']).toContain('CONFLICTING_VALUES');
    },
  );
});
