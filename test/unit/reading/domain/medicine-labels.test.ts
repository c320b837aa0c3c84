import { describe, expect, it } from 'vitest';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { PageBarcode } from '../../../../contexts/reading/domain/witnesses.ts';
import { medicineCodeOf, medicineOf } from '../../../support/medicine-examples.ts';
import { acts, alone, provider, read, settle, who, type Place } from './support/people-world.ts';

const cardiopex = medicineOf();
const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });

/** Millimetres of a sheet as ratios of it. */
const across = (millimetres: number): number => millimetres / 210;
const down = (millimetres: number): number => millimetres / 297;

/** Bars of 26 mm, or a matrix of 8 mm, with their upper left corner at a place. */
function bars(code: string, x: number, y: number): PageBarcode {
  const box = { left: across(x), top: down(y), width: across(26), height: down(8) };
  return { page: 1, symbology: 'EAN_13', text: code, box };
}

function matrix(code: string, x: number, y: number): PageBarcode {
  const box = { left: across(x), top: down(y), width: across(8), height: down(8) };
  return { page: 1, symbology: 'DATA_MATRIX', text: `010${code}17270131`, box };
}

/** The provider of an act of 250.00, and the pharmacy with its day. */
const sheet: readonly Place[] = [
  ...who,
  ['091024578', 20, 60],
  ['Pharmacie Ennakhil', 20, 225],
  ['092307418', 90, 225],
];

function readLabels(
  places: readonly Place[],
  barcodes: readonly PageBarcode[],
  medicines = [cardiopex],
): CareForm {
  return read([...sheet, ...places], {
    families: [alone],
    providers: [provider(), pharmacy],
    medicines,
    barcodes,
  });
}

const countsOf = ({ dispensing }: CareForm) =>
  dispensing?.medicines.map(({ code, quantity }) => [code?.value, quantity?.value]);

describe('a label of a box', () => {
  it('is one with its number below the bars, which stands far from the matrix that was read', () => {
    const form = readLabels([[cardiopex.code, 40, 262]], [matrix(cardiopex.code, 20, 250)]);
    expect(countsOf(form)).toEqual([[cardiopex.code, 1]]);
  });

  it('is another one where a number stands by itself, its bars torn', () => {
    const places: readonly Place[] = [
      [cardiopex.code, 22, 259],
      [cardiopex.code, 130, 259],
    ];
    expect(countsOf(readLabels(places, [bars(cardiopex.code, 20, 250)]))).toEqual([[cardiopex.code, 2]]);
  });

  it('is not the only one where the price on a torn one beside it is all that its own price equals', () => {
    const torn: readonly Place[] = [
      ['Total 250,00', 140, 212],
      [cardiopex.code, 22, 273],
      ['PPV 96,20', 22, 278],
    ];
    const { dispensing } = readLabels(torn, [bars(cardiopex.code, 20, 250)]);
    expect(dispensing).toMatchObject({ totalCentimes: undefined });
    expect(dispensing?.medicines[0]?.unitPriceCentimes?.evidence ?? []).not.toContain('SUM');
  });

  it('ends a little below its bars: the total under it is no price of it', () => {
    const form = readLabels([['346,20', 20, 276]], [bars(cardiopex.code, 20, 250)]);
    expect(form.totalCentimes).toMatchObject({ value: 34_620, doubts: [] });
    expect(form.dispensing?.medicines[0]?.unitPriceCentimes?.evidence).toContain('SUM');
  });
});

describe('the price on a label whose box no list has', () => {
  const unlisted = medicineCodeOf(7);
  const priceOfLabel = (...places: readonly Place[]): number | undefined =>
    readLabels(places, [bars(unlisted, 60, 250)], []).dispensing?.medicines[0]?.unitPriceCentimes?.value;

  it.each<[string, readonly Place[]]>([
    ['behind its mark', [['PPV 61,70', 62, 259]]],
    ['behind its mark and a currency', [['PPV DH 61,70 DH', 62, 259]]],
    [
      'below its mark, in a column beside the bars',
      [
        ['Prix public', 40, 250],
        ['61,70', 42, 254],
      ],
    ],
  ])('is read where it stands %s', (_, places) => {
    expect(priceOfLabel(...places)).toBe(6_170);
  });

  it('makes no label of a number in a list whose column of prices has that heading', () => {
    const list: readonly Place[] = [
      ['Code', 60, 228],
      ['PPV', 140, 228],
      [cardiopex.code, 60, 232],
      ['96,20', 138, 232],
    ];
    expect(countsOf(readLabels(list, [bars(cardiopex.code, 20, 250)]))).toEqual([[cardiopex.code, 1]]);
  });
});

describe('the day of dispensing', () => {
  const dayOf = (...places: readonly Place[]) =>
    readLabels([['346,20', 20, 276], ...places], [bars(cardiopex.code, 20, 250)]).dispensing?.dispensedOn;

  it('is repeated where it is that of an act', () => {
    expect(dayOf(['05/10/2026', 150, 225])).toMatchObject({
      value: '2026-10-05',
      evidence: ['REPEATED', 'PLACE'],
    });
  });

  it('is a guess where it was hardly read, also where it is that of an act', () => {
    const weak = settle(
      [
        ...sheet.map(([text, x, y]) => ({ text, x, y })),
        { text: '346,20', x: 20, y: 276 },
        { text: '05/10/2026', x: 150, y: 225, confidencePercent: 50 },
        ...acts,
      ],
      {
        families: [alone],
        providers: [provider(), pharmacy],
        medicines: [cardiopex],
        barcodes: [bars(cardiopex.code, 20, 250)],
      },
    );
    expect(weak.dispensing?.dispensedOn?.evidence).not.toContain('REPEATED');
  });

  it('stands alone where no other day is the same', () => {
    expect(dayOf(['06/10/2026', 150, 225])).toMatchObject({ value: '2026-10-06', evidence: ['PLACE'] });
  });
});
