import { describe, expect, it } from 'vitest';

import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { draftReading } from '../../../../contexts/reading/domain/read-file.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

/** A row of a table: what stands at how many millimetres from the left. */
type Row = Readonly<Record<number, string>>;

const firstRow = 80;
const pitch = 8;

/** Prints rows under each other; `below` and `above` have their own places. */
function page(rows: readonly Row[], ...others: readonly PrintedText[]) {
  const texts = rows.flatMap((row, index) =>
    Object.entries(row).map(([x, text]) => ({ text, x: Number(x), y: firstRow + index * pitch })),
  );
  return printDocument({ texts: [...texts, ...others] });
}

function read(rows: readonly Row[], ...others: readonly PrintedText[]): CareForm {
  return onlyForm(page(rows, ...others));
}

/** Day, letter, coefficient, quantity and amount of each act. */
function actsOf(form: CareForm) {
  return form.acts.map((act) => [
    act.dateOfCare?.value,
    act.keyLetter?.value,
    act.coefficientHundredths?.value,
    act.quantity?.value,
    act.billedCentimes?.value,
  ]);
}

function doubtsOf(form: CareForm) {
  return form.acts.flatMap((act) =>
    [act.dateOfCare, act.keyLetter, act.coefficientHundredths, act.quantity, act.billedCentimes].flatMap(
      (field) => field?.doubts ?? [],
    ),
  );
}

const total = (text: string, x = 160, rows = 2): PrintedText => ({ text, x, y: firstRow + rows * pitch + 4 });

const consultationAndBlood = [
  ['2026-10-05', 'CS', undefined, undefined, 25_000],
  ['2026-10-07', 'B', 15_000, undefined, 16_500],
];

describe('acts without any heading', () => {
  it('are read in the usual order of columns', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: 'B', 90: '150', 160: '165,00' },
      ],
      total('415,00'),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
    expect(form.totalCentimes?.value).toBe(41_500);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('are read from right to left', () => {
    const form = read(
      [
        { 15: '250,00', 120: 'CS', 165: '05/10/2026' },
        { 15: '165,00', 90: '150', 120: 'B', 165: '07/10/2026' },
      ],
      total('415,00', 15),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
    expect(form.totalCentimes?.value).toBe(41_500);
  });

  it('are read with the amount first and the day last', () => {
    const form = read(
      [
        { 15: '250,00', 60: 'CS', 160: '05/10/2026' },
        { 15: '165,00', 60: 'B', 90: '150', 160: '07/10/2026' },
      ],
      total('415,00', 15),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
  });

  it('are read with the amount between letter and day', () => {
    const form = read(
      [
        { 15: 'CS', 80: '250,00', 160: '05/10/2026' },
        { 15: 'B', 40: '150', 80: '165,00', 160: '07/10/2026' },
      ],
      total('415,00', 80),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
  });

  it('say in their evidence that they add up', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: 'B', 90: '150', 160: '165,00' },
      ],
      total('415,00'),
    );
    expect(form.acts.map((act) => act.billedCentimes?.evidence)).toEqual([
      ['SUM', 'PLACE'],
      ['SUM', 'PLACE'],
    ]);
    expect(form.totalCentimes?.evidence).toContain('SUM');
  });

  it('are no acts where nothing bills an amount', () => {
    const [part] = draftReading(page([{ 15: '05/10/2026', 60: 'CS' }])).pages[0]!.parts;
    expect(part?.contentTable).toBeUndefined();
  });
});

describe('letter and coefficient', () => {
  it.each(['B150', 'B 150', 'B.150', 'B=150', 'Bx150'])('are read in one cell: %s', (code) => {
    const form = read([{ 15: '05/10/2026', 60: code, 160: '165,00' }]);
    expect(actsOf(form)).toEqual([['2026-10-05', 'B', 15_000, undefined, 16_500]]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it.each(['K x40', 'K ×40', 'K40'])('are read where they are multiplied: %s', (code) => {
    const form = read([{ 15: '05/10/2026', 60: code, 160: '900,00' }]);
    expect(actsOf(form)).toEqual([['2026-10-05', 'K', 4_000, undefined, 90_000]]);
  });

  it('are read with a decimal', () => {
    const form = read([{ 15: '05/10/2026', 60: 'AMM 1,5', 160: '90,00' }]);
    expect(actsOf(form)).toEqual([['2026-10-05', 'AMM', 150, undefined, 9_000]]);
  });

  it('of a consultation have the coefficient one', () => {
    const form = read([{ 15: '05/10/2026', 60: 'C', 90: '1', 160: '150,00' }]);
    const [act] = form.acts;
    expect(act?.keyLetter?.value).toBe('C');
    expect([act?.coefficientHundredths?.value ?? 100, act?.quantity?.value ?? 1]).toEqual([100, 1]);
  });

  it('are no act in a sentence', () => {
    const form = read([{ 15: '05/10/2026', 60: 'CS', 160: '250,00' }], {
      text: 'Prendre la vitamine C 500 le 05/10/2026 prix 12,50',
      x: 15,
      y: 150,
    });
    expect(actsOf(form)).toEqual([['2026-10-05', 'CS', undefined, undefined, 25_000]]);
  });

  it('that no tariff knows come with a doubt where the other rows have their letter', () => {
    const form = read([
      { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
      { 15: '07/10/2026', 60: 'OPT', 160: '400,00' },
    ]);
    expect(form.acts[1]?.keyLetter).toMatchObject({ value: 'OPT', doubts: ['UNEXPECTED_CHARACTERS'] });
  });
});

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

describe('amounts', () => {
  it('are read where dirhams and centimes have a column each', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 150: '250', 170: '00' },
        { 15: '07/10/2026', 60: 'B150', 150: '165', 170: '50' },
      ],
      total('415', 150),
      total('50', 170),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-07', 'B', 15_000, undefined, 16_550],
    ]);
    expect(form.totalCentimes?.value).toBe(41_550);
  });

  it('are in doubt where they are the centimes beside dirhams, and only the centimes of the total were read', () => {
    const row = { 15: '05/10/2026', 60: 'V', 150: '274', 170: '50' };
    const whole = read([row], total('274', 150, 1), total('50', 170, 1));
    expect(whole.acts[0]?.billedCentimes).toMatchObject({ value: 27_450, doubts: [] });
    const centimes = read([row], total('50', 170, 1));
    expect(centimes.acts[0]?.billedCentimes?.doubts ?? ['not read']).not.toEqual([]);
  });

  it('are read as whole dirhams where they add up', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250' },
        { 15: '07/10/2026', 60: 'B150', 160: '165' },
      ],
      total('415'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-07', 'B', 15_000, undefined, 16_500],
    ]);
    expect(form.totalCentimes?.value).toBe(41_500);
  });

  it('of more than a thousand are read with a space, a dot or neither', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'K100', 160: '2 250,00' },
        { 15: '07/10/2026', 60: 'K80', 160: '1.800,00' },
        { 15: '08/10/2026', 60: 'K80', 160: '1800,00' },
      ],
      total('5 850,00', 160, 3),
    );
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([225_000, 180_000, 180_000]);
    expect(form.totalCentimes?.value).toBe(585_000);
  });

  it('that do not add up to the total stay as they were read', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: 'B150', 160: '165,00' },
      ],
      { text: 'TOTAL', x: 120, y: total('').y },
      total('515,00'),
    );
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([25_000, 16_500]);
    expect(form.totalCentimes?.value).toBe(51_500);
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

describe('an INPE in each row', () => {
  it('is that of the act', () => {
    const form = read(
      [
        { 10: '05/10/2026', 45: 'CS', 70: '091024578', 160: '250,00' },
        { 10: '07/10/2026', 45: 'B150', 70: '061203344', 160: '165,00' },
      ],
      total('415,00'),
    );
    expect(form.acts.map((act) => act.inpe?.value)).toEqual(['091024578', '061203344']);
    expect(actsOf(form)).toEqual(consultationAndBlood);
  });
});

describe('a row in which something was not read', () => {
  const rows = [
    { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
    { 15: '06/10/2026', 60: 'B150', 160: '165,00' },
    { 15: '07/10/2026', 60: 'K40', 160: '900,00' },
  ];
  const without = (hidden: number): readonly Row[] => [
    rows[0]!,
    Object.fromEntries(Object.entries(rows[1]!).filter(([x]) => Number(x) !== hidden)),
    rows[2]!,
  ];

  it('is kept where its letter is hidden', () => {
    const form = read(without(60), total('1 315,00', 160, 3));
    expect(actsOf(form)[1]).toEqual(['2026-10-06', undefined, undefined, undefined, 16_500]);
    expect(form.totalCentimes?.value).toBe(131_500);
  });

  it('is kept where its day is hidden', () => {
    const form = read(without(15), total('1 315,00', 160, 3));
    expect(actsOf(form)[1]).toEqual([undefined, 'B', 15_000, undefined, 16_500]);
  });

  it('is kept where its amount is hidden, and has none', () => {
    const form = read(without(160), total('1 315,00', 160, 3));
    expect(actsOf(form)[1]).toEqual(['2026-10-06', 'B', 15_000, undefined, undefined]);
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([25_000, undefined, 90_000]);
  });

  it('is kept where the day and the amount are all of it, if no row has its letter', () => {
    const form = read([
      { 15: '05/10/2026', 60: '091024578', 160: '250,00' },
      { 15: '07/10/2026', 60: '091024578', 160: '165,00' },
    ]);
    expect(form.acts.map((act) => [act.dateOfCare?.value, act.billedCentimes?.value])).toEqual([
      ['2026-10-05', 25_000],
      ['2026-10-07', 16_500],
    ]);
    expect(form.unlabelledFields).toContain('keyLetter');
  });
});

describe('what is no act', () => {
  const acts = [
    { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
    { 15: '07/10/2026', 60: 'B150', 160: '165,00' },
  ];

  it('is a row of the patient’s with C for a child and a birth date', () => {
    const form = read(
      acts,
      { text: 'SEFRIOUI', x: 15, y: 40 },
      { text: 'Nadia', x: 50, y: 40 },
      { text: 'C', x: 90, y: 40 },
      { text: '07/05/2011', x: 110, y: 40 },
      total('415,00'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-07', 'B', 15_000, undefined, 16_500],
    ]);
  });

  it('is the row of the total', () => {
    const form = read(acts, { text: 'TOTAL', x: 60, y: total('').y }, total('415,00'));
    expect(form.acts).toHaveLength(2);
    expect(form.totalCentimes?.value).toBe(41_500);
  });

  it('is a subtotal', () => {
    const form = read(acts, { text: 'Sous-total', x: 60, y: total('').y }, total('415,00'));
    expect(form.acts).toHaveLength(2);
  });

  it('is an address with a number', () => {
    const form = read(acts, { text: '12, avenue C 250 Settat', x: 15, y: 45 }, total('415,00'));
    expect(form.acts).toHaveLength(2);
    expect(form.otherAmounts).toBeUndefined();
  });
});

describe('a form that bills more than acts', () => {
  const acts = [
    { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
    { 15: '07/10/2026', 60: 'B150', 160: '165,00' },
  ];

  it('has the total of all of it, and keeps what the acts do not explain', () => {
    const form = read(
      acts,
      { text: 'Médicaments', x: 15, y: 130 },
      { text: '85,50', x: 160, y: 130 },
      { text: 'TOTAL', x: 120, y: 140 },
      { text: '500,50', x: 160, y: 140 },
    );
    expect(form.totalCentimes?.value).toBe(50_050);
    expect(form.otherAmounts?.map(({ value }) => value)).toEqual([8_550]);
  });

  it('has that total where it stands without a label', () => {
    const form = read(acts, { text: '85,50', x: 160, y: 130 }, { text: '500,50', x: 160, y: 140 });
    expect(form.totalCentimes?.value).toBe(50_050);
    expect(form.otherAmounts?.map(({ value }) => value)).toEqual([8_550]);
  });

  it('keeps no other amount where the acts explain all', () => {
    const form = read(acts, total('415,00'), { text: '415,00 DH', x: 40, y: 200 });
    expect(form.totalCentimes?.value).toBe(41_500);
    expect(form.otherAmounts).toBeUndefined();
  });
});
