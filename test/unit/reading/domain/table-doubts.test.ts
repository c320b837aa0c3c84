import { describe, expect, it } from 'vitest';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';
import { read, type Row } from './support/printed-acts.ts';

const letters = (form: CareForm): readonly (string | undefined)[] =>
  form.acts.map(({ keyLetter }) => keyLetter?.value);

const splitRows: readonly Row[] = [
  { 15: '05/10/2026', 60: 'CS', 160: '320', 172: '00' },
  { 15: '07/10/2026', 60: 'KC19', 160: '1.220', 172: '50' },
];

describe('a total in columns of dirhams and centimes', () => {
  it('is read right behind its label', () => {
    const form = read(
      [{ 15: '05/10/2026', 60: 'B', 90: '180', 120: '320,00', 160: '320', 172: '00' }],
      { text: 'Tot: 320', x: 152, y: 100 },
      { text: '00', x: 172, y: 100 },
    );
    expect(form.totalCentimes).toMatchObject({ value: 32_000, doubts: [] });
    expect(form.acts[0]?.billedCentimes?.evidence).toContain('SUM');
  });

  it('is read with a dot at its thousands, as amounts are', () => {
    const form = read(splitRows, { text: '1.540', x: 160, y: 104 }, { text: '50', x: 172, y: 104 });
    expect(form.totalCentimes?.value).toBe(154_050);
    expect(form.acts.map(({ billedCentimes }) => billedCentimes?.value)).toEqual([32_000, 122_050]);
  });

  it('is no coefficient with three decimals', () => {
    const form = read([{ 15: '05/10/2026', 60: 'Z', 90: '1.540', 160: '320,00' }]);
    expect(form.acts[0]?.coefficientHundredths?.value).not.toBe(154_000);
  });
});

describe('what is left of the day of signature', () => {
  it('is no act with a letter and an amount', () => {
    const form = read(
      splitRows,
      { text: '1.540', x: 160, y: 104 },
      { text: '50', x: 172, y: 104 },
      { text: 'Meknès', x: 20, y: 130 },
      { text: '03.11', x: 40, y: 130 },
      { text: '26', x: 52, y: 130 },
      { text: 'D', x: 110, y: 130 },
    );
    expect(letters(form)).toEqual(['CS', 'KC']);
  });

  it('is told from an act whose day was not read', () => {
    const form = read(
      [{ 15: '05/10/2026', 60: 'CS', 160: '320,00' }],
      { text: 'D', x: 60, y: 88 },
      { text: '31,11', x: 160, y: 88 },
    );
    expect(letters(form)).toEqual(['CS', 'D']);
  });
});

describe('a number that may count the rows beside one that may say how often', () => {
  const rows = (unit: string): readonly Row[] => [
    { 15: 'CS', 40: '1', 60: '13/10/2026', 100: '277,35', 140: '277,35', 185: '1' },
    { 15: 'Z9', 40: '1', 60: '22/10/2026', 100: unit, 140: '179,35', 185: '2' },
  ];

  it('is told from it by the unit price of each row', () => {
    const form = read(rows('179,35'), { text: '456,70', x: 140, y: 104 });
    expect(form.acts.map(({ quantity }) => quantity)).toMatchObject([
      { value: 1, doubts: [] },
      { value: 1, doubts: [] },
    ]);
  });

  it('stays in doubt where a unit price fits neither', () => {
    const form = read(rows('90,00'), { text: '456,70', x: 140, y: 104 });
    expect(form.acts[1]?.quantity?.doubts ?? ['none']).not.toEqual([]);
  });
});

describe('a table that goes on on a second page', () => {
  const who: readonly PrintedText[] = [
    { text: 'FEUILLE DE SOINS MALADIE', x: 60, y: 14 },
    { text: 'Immatriculation : 167204938', x: 20, y: 30 },
    { text: 'Nom et prénom de l’assuré : SEFRIOUI Nadia', x: 20, y: 40 },
    { text: 'CIN : AB123456', x: 20, y: 50 },
    { text: 'INPE : 091024578', x: 20, y: 60 },
    { text: '1/2', x: 190, y: 14 },
  ];
  const headings = ['N°', 'Date', 'Désign.', 'L.C.', 'K', 'Hon.'];
  const table = (y: number, ...rows: readonly (readonly string[])[]): readonly PrintedText[] =>
    [headings, ...rows].flatMap((row, index) =>
      row.map((text, column) => ({ text, x: [12, 30, 62, 125, 150, 185][column] ?? 0, y: y + 8 * index })),
    );

  it('counts its rows on also where no heading says so', () => {
    const bare = (y: number, ...rows: readonly (readonly string[])[]): readonly PrintedText[] =>
      rows.flatMap((row, index) =>
        row.map((text, column) => ({ text, x: [30, 90, 125, 150, 190][column] ?? 0, y: y + 8 * index })),
      );
    const first = bare(
      80,
      ['02/11/2026', '272,00DH', 'CS', '1', '1'],
      ['02/11/2026', '220,00DH', 'Z', '24', '2'],
    );
    const form = onlyForm(
      printDocument(
        { texts: [...who, ...first] },
        {
          texts: [
            { text: '2/2', x: 190, y: 14 },
            ...bare(30, ['26/10/2026', '120,00DH', 'Z', '45', '3']),
            { text: 'Total : 612,00DH', x: 90, y: 70 },
          ],
        },
      ),
    );
    expect(form.acts).toHaveLength(3);
    expect(form.acts.map(({ quantity }) => quantity)).toEqual([undefined, undefined, undefined]);
    // Two rows of one page may be counts.
    const [one, two] = onlyForm(printDocument({ texts: [...who, ...first] })).acts;
    expect([one?.quantity?.doubts, two?.quantity?.doubts].flat()).toContain('CONFLICTING_VALUES');
  });

  it('counts its rows on, and no act', () => {
    const form = onlyForm(
      printDocument(
        {
          texts: [
            ...who,
            ...table(
              80,
              ['1', '04/11/2026', 'Bilan biologique', 'B', '330', '402,50'],
              ['2', '31/10/2026', 'Biopsie', 'P', '110', '330,00'],
            ),
          ],
        },
        {
          texts: [
            { text: '2/2', x: 190, y: 14 },
            ...table(30, ['3', '04/11/2026', 'Biopsie', 'P', '70', '260,00']),
            { text: 'Tot. DH : 992,50', x: 165, y: 70 },
          ],
        },
      ),
    );
    expect(form.acts.map(({ quantity }) => quantity)).toEqual([undefined, undefined, undefined]);
    expect(form.acts.map(({ coefficientHundredths }) => coefficientHundredths?.value)).toEqual([
      33_000, 11_000, 7_000,
    ]);
    expect(form.totalCentimes?.evidence).toContain('SUM');
  });
});

describe('a letter with a coefficient that looks like the code of a disease', () => {
  const heading = (text: string, x: number): PrintedText => ({ text, x, y: 72 });

  it('is an act under a heading of which one word is known', () => {
    const form = read(
      [
        { 15: '05/10/2026', 86: 'C1', 160: '250,00' },
        { 15: '09/10/2026', 86: 'K45', 160: '480,00' },
      ],
      heading('Date', 15),
      heading('Acte et sa valeur clé', 58),
      heading('Honoraires', 160),
      { text: '730,00', x: 160, y: 104 },
    );
    expect(
      form.acts.map(({ keyLetter, coefficientHundredths }) => [
        keyLetter?.value,
        coefficientHundredths?.value,
      ]),
    ).toEqual([
      ['C', 100],
      ['K', 4500],
    ]);
  });

  it('is no act beside that heading', () => {
    const form = read(
      [{ 15: '05/10/2026', 60: 'C', 120: 'K45', 160: '250,00' }],
      heading('Date', 15),
      heading('Acte et sa valeur clé', 58),
      heading('Honoraires', 160),
    );
    expect(form.acts).toHaveLength(1);
    expect(form.acts[0]?.keyLetter?.value).toBe('C');
  });
});
