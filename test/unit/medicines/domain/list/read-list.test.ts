import { describe, expect, it } from 'vitest';
import { MedicineListError } from '../../../../../contexts/medicines/domain/list/medicine-list-error.ts';
import { readList } from '../../../../../contexts/medicines/domain/list/read-list.ts';
import { medicineCodeOf } from '../../../../support/medicine-examples.ts';

const FUND =
  'code,laboratoire,nom,dci,dosage,unite_dosage,forme,presentation,ppv,ph,ppv_br,princeps_generique,classe_therapeutique,taux_remboursement_cnss';
const OF_2014 =
  'CODE;NOM;DCI1;DOSAGE1;UNITE_DOSAGE1;FORME;PRESENTATION;PPV;PH;PRIX_BR;PRINCEPS_GENERIQUE;TAUX_REMBOURSEMENT';
const code = medicineCodeOf(7);
const facts = { from: '2026-01-01', source: 'list of the fund' };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, more: Partial<typeof facts> = {}) =>
  readList(utf8(text), { from: facts.from, source: facts.source, ...more });

const row = {
  line: 2,
  code,
  name: 'DOLIZANÉ 500 MG',
  substances: ['DOLIZANOL'],
  strength: '500 MG',
  form: 'COMPRIME',
  pack: '1 BOITE 20 COMPRIME',
  packUnits: 20,
  price: {
    from: '2026-01-01',
    source: 'list of the fund',
    ppvCentimes: 1_480,
    baseCentimes: 1_250,
    rateBasisPoints: 7_000,
  },
};
const fundLine = `${code},LABO,DOLIZANÉ 500 MG,DOLIZANOL,500,MG,COMPRIME,1 BOITE 20 COMPRIME,14.80,9.10,12.50,A,ANTALGIQUE,70`;
const lineOf2014 = `${code};DOLIZANÉ 500 MG;DOLIZANOL;500;MG;COMPRIME;1 BOITE 20 COMPRIME;14,80;9,10;12,5;G;70%`;

describe('a list of medicines', () => {
  it('is read in the columns of the fund, and in those of 2014', () => {
    expect(read(`${FUND}\n${fundLine}`)).toEqual([row]);
    expect(read(`${OF_2014}\r\n${lineOf2014}\r\n`)).toEqual([row]);
  });

  it('may have its columns in any order, with others between, accents in their names, and tabs', () => {
    const text = [
      'Taux remboursement\tPrix BR\tremarque\tPPV\tPrésentation\tForme\tUnité dosage\tDosage\tDCI\tNom\tCode',
      `70\t12.50\tx\t14.80\t1 BOITE 20 COMPRIME\tCOMPRIME\tMG\t500\tDOLIZANOL\tDOLIZANÉ 500 MG\t${code}`,
    ].join('\n');
    expect(read(text)).toEqual([row]);
  });

  it.each([
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${FUND}\n${fundLine}`)],
    ['Windows-1252', Buffer.from(`${FUND}\n${fundLine}`, 'latin1')],
    ['UTF-16, as Excel saves Unicode text', Buffer.from(`\uFEFF${FUND}\n${fundLine}`, 'utf16le')],
  ])('is read in %s', (_, bytes) => {
    expect(readList(bytes, facts)).toEqual([row]);
  });

  it('has no base where the column is empty or 0', () => {
    for (const base of ['', '0', '0.00'])
      expect(read(`${FUND}\n${fundLine.replace('12.50', base)}`)).toMatchObject([
        { price: { baseCentimes: undefined, ppvCentimes: 1_480 } },
      ]);
  });

  it.each([
    [
      'a code that a spreadsheet took for a number',
      (line: string) => line.replace(code, '6.118E12'),
      /^code: a spreadsheet/,
    ],
    ['a wrong check digit', (line: string) => line.replace(code, '6119900000001'), /^code: its check digit/],
    [
      'a base above the price',
      (line: string) => line.replace('12.50', '14.81'),
      /^base of reimbursement: it is above/,
    ],
    ['a rate of 65', (line: string) => line.replace(/70$/, '65'), /^rate: it must be 0 or 70 %/],
    ['no rate', (line: string) => line.replace(/70$/, ''), /^rate: it is missing/],
    ['no price', (line: string) => line.replace('14.80', ''), /^ppv: it is missing/],
    ['a price of 0', (line: string) => line.replace('14.80', '0').replace('12.50', ''), /above 0/],
    [
      'an amount that can be two',
      (line: string) => line.replace('14.80', '"1,480"'),
      /^ppv: it is no amount/,
    ],
    ['no name', (line: string) => line.replace('DOLIZANÉ 500 MG', ''), /^name: it is missing/],
    ['a cell too few', (line: string) => line.replace(/,70$/, ''), /cannot be taken apart/],
    ['a quote that does not end', (line: string) => line.replace('LABO', '"LABO'), /cannot be taken apart/],
    [
      'a text that is no name',
      (line: string) => line.replace('DOLIZANÉ', 'A'.repeat(400)),
      /longer than 300/,
    ],
  ])('refuses a line with %s', (_, change, reason) => {
    expect(read(`${FUND}\n\n${change(fundLine)}`)).toEqual([
      expect.objectContaining({ line: 3, reason: expect.stringMatching(reason) as string }),
    ]);
  });

  it('is refused as a whole without its columns, without a day or a source, and as a workbook', () => {
    const reading =
      (text: string, more: Record<string, undefined> = {}) =>
      () =>
        readList(utf8(text), { ...facts, ...more });
    expect(reading('code,nom,ppv\n1,2,3')).toThrow(/lacks the columns ppv_br or prix_br, taux_remboursement/);
    expect(reading(`${FUND}\n${fundLine}`, { from: undefined })).toThrow(/--from DAY/);
    expect(reading(`${FUND}\n${fundLine}`, { source: undefined })).toThrow(/--source TEXT/);
    expect(reading('PK\u0003\u0004…')).toThrow(/save the sheet as "CSV UTF-8"/);
    expect(reading('code,nom,ppv')).toThrow(MedicineListError);
  });

  it('is empty where nothing is in it', () => {
    expect(read('\n \n')).toEqual([]);
  });
});

describe('a list of medicines in JSON Lines', () => {
  const box = {
    code,
    name: 'AMOVIRAL 1 G',
    substances: ['amoviracilline'],
    strength: '1 G',
    form: 'COMPRIMES',
    pack: '1 BOITE 14 COMPRIMES',
    packUnits: 14,
    ppvCentimes: 7_840,
    baseCentimes: 7_200,
    rateBasisPoints: 7_000,
  };
  const json = { ...box, from: '2025-01-01', to: '2025-12-31', source: 'own list' };
  const lines = (...values: readonly object[]): string =>
    values.map((value) => JSON.stringify(value)).join('\n');

  it('says on each line from when and by whom, and need not be told', () => {
    const read = readList(utf8(lines(json)), { from: undefined, source: undefined });
    expect(read).toMatchObject([
      {
        line: 1,
        code,
        packUnits: 14,
        price: { from: '2025-01-01', to: '2025-12-31', baseCentimes: 7_200, source: 'own list' },
      },
    ]);
  });

  it('may call the base PBR, have none, and be marked as invented', () => {
    const { baseCentimes, ...rest } = box;
    const pbr = {
      ...rest,
      strength: '',
      form: null,
      brand: 'AMOVIRAL',
      invented: true,
      pbrCentimes: baseCentimes,
      to: null,
    };
    expect(read(lines(pbr, { ...pbr, pbrCentimes: null }))).toMatchObject([
      {
        strength: undefined,
        form: undefined,
        price: { from: '2026-01-01', to: undefined, baseCentimes: 7_200, source: 'list of the fund' },
      },
      { price: { baseCentimes: undefined } },
    ]);
  });

  it.each([
    ['no JSON', 'not JSON', /not a JSON object/],
    ['a field of another kind', lines({ ...json, ppvCentimes: '78.40' }), /ppvCentimes/],
    ['a field that is not published', lines({ ...json, price: 1 }), /not published/],
    ['a code as a number', lines({ ...json, code: 6_118_000_010_050 }), /^code/],
    ['a last day before the first', lines({ ...json, to: '2024-12-31' }), /^to: the last day/],
    ['a wrong check digit', lines({ ...json, code: '6119900000001' }), /check digit/],
  ])('refuses a line with %s', (_, line, reason) => {
    const [, second] = read(`${lines(json)}\n${line}`);
    expect(second).toMatchObject({ line: 2, reason: expect.stringMatching(reason) as string });
  });

  it('refuses a line that nobody gives a day or a source for', () => {
    const without = { from: undefined, source: undefined };
    expect(readList(utf8(lines(box)), without)).toMatchObject([
      { reason: expect.stringMatching(/^from: it is missing/) as string },
    ]);
  });
});
