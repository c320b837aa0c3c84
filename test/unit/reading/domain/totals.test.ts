import { describe, expect, it } from 'vitest';

import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

const row = 80;

function read(...texts: readonly PrintedText[]): CareForm {
  return onlyForm(printDocument({ texts }));
}

/** Texts beside each other, each at so many millimetres from the left. */
const onRow = (y: number, texts: Readonly<Record<number, string>>): readonly PrintedText[] =>
  Object.entries(texts).map(([x, text]) => ({ text, x: Number(x), y }));

describe('a total beside its label in Arabic, of which OCR made Latin letters', () => {
  it('is found in two columns, though a figure is among the letters', () => {
    const form = read(
      ...onRow(row, { 15: '05/10/2026', 60: 'CS', 150: '250', 170: '00' }),
      ...onRow(100, { 150: '250', 157: '00', 162: '(Jlo>3l' }),
    );
    expect(form.totalCentimes).toMatchObject({ value: 25_000, evidence: ['SUM', 'PLACE'] });
  });

  it('is found in two columns, though an amount is among the letters, which OCR does not believe', () => {
    const form = read(
      ...onRow(row, { 15: '05/10/2026', 60: 'B200', 110: '199', 120: '80' }),
      { text: '5,41', x: 136, y: 100, confidencePercent: 2 },
      ...onRow(100, { 146: '199', 156: '80' }),
    );
    expect(form.acts[0]?.billedCentimes).toMatchObject({ value: 19_980, evidence: ['SUM', 'PLACE'] });
  });

  it('is found in thousands with a point, under whole dirhams', () => {
    const form = read(
      ...onRow(row, { 15: '19/10/2026', 60: 'V', 80: 'x1', 150: '739' }),
      ...onRow(88, { 15: '22/10/2026', 60: 'KC', 80: 'x36', 150: '550' }),
      ...onRow(100, { 150: '1.289' }),
    );
    expect(form.totalCentimes).toMatchObject({ value: 128_900, evidence: ['SUM', 'PLACE'] });
  });

  it('is found in two columns, where the table prints its amounts in these and once more in one', () => {
    const form = read(
      ...onRow(row, { 15: '15/10/2026', 50: '1', 80: '254', 90: '80', 110: '254.80Dhs', 150: 'CS' }),
      ...onRow(88, { 15: '16/10/2026', 50: '1', 80: '553', 90: 'OO', 110: '553.00Dhs', 150: 'Z41' }),
      ...onRow(100, { 80: '807', 90: '80' }),
    );
    expect(form.totalCentimes).toMatchObject({ value: 80_780, evidence: ['SUM', 'PLACE'] });
    expect(form.acts.map(({ quantity }) => quantity)).toMatchObject([
      { value: 1, doubts: [] },
      { value: 1, doubts: [] },
    ]);
  });

  it.each([9, 10, 11])('adds up amounts that OCR cut behind a comma, %d millimetres from it', (apart) => {
    const form = read(
      ...onRow(row, { 15: '04.10.2026', 60: 'CS', 150: '337,80DH' }),
      ...onRow(88, { 15: '07.10.2026', 60: 'Z29', 150: '510,', [150 + apart]: 'OODH' }),
      ...onRow(100, { 90: 'Total', 150: '847,80DH' }),
    );
    expect(form.acts.map(({ billedCentimes }) => billedCentimes?.value)).toEqual([33_780, 51_000]);
  });

  it('has no thousands that OCR itself does not believe', () => {
    const form = read(
      ...onRow(row, { 15: '23-10-2026', 60: 'CNPSY', 150: '419.20' }),
      { text: 'Total honoraires', x: 90, y: 100 },
      { text: '41', x: 144, y: 100, confidencePercent: 5 },
      { text: '419.20', x: 150, y: 100 },
    );
    expect(form.totalCentimes?.value).toBe(41_920);
  });

  const table = (under: readonly PrintedText[]): CareForm =>
    read(
      ...onRow(15, { 15: 'Feuille de soins' }),
      ...onRow(25, { 15: 'N° immatriculation : 167204938' }),
      ...onRow(32, { 15: 'Nom et prénom : SEFRIOUI Nadia', 120: 'CIN : BK412087' }),
      ...onRow(39, { 15: 'Nom du patient : SEFRIOUI Nadia', 120: 'Date de naissance : 03/02/1985' }),
      ...onRow(46, { 15: 'INPE : 060708091' }),
      ...onRow(60, { 15: 'Montant', 80: 'Coefficient', 110: 'Lettre clé', 160: 'Date des soins' }),
      ...onRow(70, { 15: '330,00', 115: 'S', 160: '05/10/2026' }),
      ...under,
    );
  const faint = { confidencePercent: 50 };

  it('is no act, though a figure stands where others have their coefficient', () => {
    const form = table([...onRow(90, { 15: '330,00' }), { ...faint, text: '5', x: 85, y: 90 }]);
    expect(form.acts).toHaveLength(1);
    expect(form.totalCentimes?.value).toBe(33_000);
  });

  it('is an act where the coefficient was read clearly, or an act stands below it', () => {
    expect(table(onRow(90, { 15: '330,00', 85: '15' })).acts).toHaveLength(2);
    const between = table([
      ...onRow(90, { 15: '330,00' }),
      { ...faint, text: '5', x: 85, y: 90 },
      ...onRow(100, { 15: '120,00', 115: 'S', 160: '06/10/2026' }),
    ]);
    expect(between.acts.map(({ billedCentimes }) => billedCentimes?.value)).toEqual([33_000, 33_000, 12_000]);
  });
});

describe('an amount of more than a thousand dirhams, in columns of dirhams and centimes', () => {
  it('is read where the space in it is nearly as wide as a character and a half', () => {
    const form = read(
      ...onRow(row, { 15: '05/10/2026', 60: 'CS', 152: '262', 166: '20' }),
      ...onRow(row + 8, { 15: '06/10/2026', 60: 'Z118', 147: '1', 152: '080', 166: '00' }),
      ...onRow(row + 20, { 120: 'TOT. :', 147: '1', 152: '342', 166: '20' }),
    );
    expect(form.acts.map(({ billedCentimes }) => billedCentimes?.value)).toEqual([26_220, 108_000]);
    expect(form.totalCentimes).toMatchObject({ value: 134_220, evidence: ['SUM', 'PLACE'] });
  });
});

describe('a total of more than a thousand dirhams that is printed twice', () => {
  const acts = [
    ...onRow(row, { 15: '05/10/2026', 60: 'CS', 160: '350,00' }),
    ...onRow(row + 8, { 15: '07/10/2026', 60: 'K80', 160: '823,00' }),
  ];

  it('is no other amount where the space in one of them is wide', () => {
    const form = read(
      ...acts,
      ...onRow(50, { 60: '1', 66.5: '173,00 DH' }),
      ...onRow(110, { 150: '1 173,00' }),
    );
    expect(form.totalCentimes?.value).toBe(117_300);
    expect(form.otherAmounts).toBeUndefined();
  });

  it('leaves an amount beside another number to be explained', () => {
    const form = read(
      ...acts,
      ...onRow(50, { 60: '2', 66.5: '173,00 DH' }),
      ...onRow(110, { 150: '1 173,00' }),
    );
    expect(form.otherAmounts?.map(({ value }) => value)).toEqual([17_300]);
  });
});
