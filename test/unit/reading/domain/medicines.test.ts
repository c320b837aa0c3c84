import { describe, expect, it } from 'vitest';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { noWitnesses, type PageBarcode } from '../../../../contexts/reading/domain/witnesses.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../support/medicine-examples.ts';
import { draftReading, settleReading } from '../../../../contexts/reading/domain/read-file.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { acts, alone, provider, read, who, type Place, type World } from './support/people-world.ts';

const cardiopex = medicineOf();
const venotone = medicineOf({
  code: medicineCodeOf(2),
  name: 'VENOTONE 500 MG',
  prices: [priceOf({ ppvCentimes: 3_000 })],
});
const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });

/** Bars of a label, at a place of the page from left to right. */
function bars(code: string, left: number, symbology: PageBarcode['symbology'] = 'EAN_13'): PageBarcode {
  return { page: 1, symbology, text: code, box: { left, top: 0.8, width: 0.12, height: 0.03 } };
}

const world = (more: Partial<World> = {}): World => ({
  families: [alone],
  providers: [provider(), pharmacy],
  medicines: [cardiopex, venotone],
  barcodes: [bars(cardiopex.code, 0.1), bars(cardiopex.code, 0.4), bars(venotone.code, 0.7)],
  ...more,
});

/** The act's provider, the pharmacy with its day, and a total of 250.00 + 2 × 96.20 + 30.00. */
const sheet: readonly Place[] = [
  ...who,
  ['091024578', 20, 60],
  ['Pharmacie Ennakhil', 20, 240],
  ['092307418', 90, 240],
  ['06/10/2026', 150, 240],
  ['472,40', 160, 300],
];

const linesOf = ({ dispensing }: CareForm) =>
  dispensing?.medicines.map(({ code, quantity, unitPriceCentimes }) => [
    code?.value,
    quantity?.value,
    unitPriceCentimes?.value,
  ]);

describe('what a pharmacy sold', () => {
  it('is read from labels alone: a label is a box, and the registry says what it costs', () => {
    const form = read(sheet, world());
    expect(linesOf(form)).toEqual([
      [cardiopex.code, 2, 9_620],
      [venotone.code, 1, 3_000],
    ]);
    expect(form.dispensing).toMatchObject({
      pharmacyInpe: { value: '092307418' },
      dispensedOn: { value: '2026-10-06' },
    });
    expect(form.totalCentimes).toMatchObject({ value: 47_240, doubts: [] });
    expect(form.totalCentimes?.evidence).toContain('SUM');
    expect(form.acts.map(({ billedCentimes }) => billedCentimes?.doubts)).toEqual([[]]);
    expect(form.otherAmounts).toBeUndefined();
  });

  it('is not the provider who gave the care', () => {
    expect(read(sheet, world()).inpe?.value).toBe('091024578');
  });

  it('by two pharmacies is nobody’s for sure: a person says which boxes are whose', () => {
    const atlas = provider({ inpe: '092307426', name: 'Pharmacie Atlas', specialty: 'Pharmacie' });
    const other: Place[] = [...sheet, ['092307426', 90, 262]];
    const providers = [provider(), pharmacy, atlas];
    expect(read(other, world({ providers })).dispensing?.pharmacyInpe).toMatchObject({
      value: '092307418',
      doubts: ['CONFLICTING_VALUES'],
    });
    // Where one is as likely as the other, not even a number is proposed.
    const alike = [...other, ['Pharmacie Atlas', 20, 262]] as const;
    expect(read(alike, world({ providers })).dispensing?.pharmacyInpe).toBeUndefined();
    // A number that no register has is no pharmacy's.
    expect(read(other, world()).dispensing?.pharmacyInpe?.doubts).toEqual([]);
  });

  it('on two days is of no day for sure, however likely one of them is', () => {
    const other: Place[] = [...sheet, ['Pharmacie Ennakhil', 20, 262], ['10/10/2026', 150, 262]];
    expect(read(other, world()).dispensing?.dispensedOn?.doubts).toContain('CONFLICTING_VALUES');
    const same: Place[] = [...sheet, ['Pharmacie Ennakhil', 20, 262], ['06/10/2026', 150, 262]];
    expect(read(same, world()).dispensing?.dispensedOn?.doubts).toEqual([]);
  });

  it('has bars and a matrix on one label, which is one box', () => {
    const matrix = bars(`010${venotone.code}17270131`, 0.78, 'DATA_MATRIX');
    const form = read(sheet, world({ barcodes: [...world().barcodes!, matrix] }));
    expect(linesOf(form)?.map(([, quantity]) => quantity)).toEqual([2, 1]);
  });

  it('is read from the 13 digits below bars that are torn', () => {
    const [first, second] = world().barcodes!;
    const form = read([...sheet, [venotone.code, 150, 360]], world({ barcodes: [first!, second!] }));
    expect(linesOf(form)?.map(([code]) => code)).toContain(venotone.code);
    expect(form.dispensing?.medicines[1]?.code?.evidence).not.toContain('BARCODE');
  });

  it('has names and prices of its own where a list is printed, in any order of columns', () => {
    const form = read(
      [
        ...sheet,
        ['192,40', 20, 255],
        ['96,20', 60, 255],
        ['2', 90, 255],
        ['CARDIOPEX 5 MG', 120, 255],
        ['30,00', 20, 262],
        ['30,00', 60, 262],
        ['1', 90, 262],
        ['VENOTONE 500 MG', 120, 262],
      ],
      world(),
    );
    expect(form.dispensing?.medicines).toMatchObject([
      {
        code: { value: cardiopex.code },
        name: { value: 'CARDIOPEX 5 MG' },
        quantity: { value: 2, doubts: [] },
      },
      {
        code: { value: venotone.code },
        name: { value: 'VENOTONE 500 MG' },
        billedCentimes: { value: 3_000 },
      },
    ]);
    expect(form.otherAmounts).toBeUndefined();
  });

  it('is no act where a further page of the form lists it in a table, as the invoice does again', () => {
    const textsOf = (places: readonly Place[]) => places.map(([text, x, y]) => ({ text, x, y }));
    const further: readonly Place[] = [
      ['FEUILLE DE SOINS MALADIE', 60, 14],
      ['2/2', 190, 14],
      ['Désignation', 20, 46],
      ['Nombre de boîtes', 80, 46],
      ['Montant (DH)', 140, 46],
      ['dirhams', 138, 51],
      ['centimes', 154, 51],
      ['CARDIOPEX 5 MG', 20, 57],
      ['2', 90, 57],
      ['192', 140, 57],
      ['40', 155, 57],
      ['VENOTONE 500 MG', 20, 64],
      ['1', 90, 64],
      ['30', 140, 64],
      ['00', 155, 64],
      ['472,40', 160, 100],
    ];
    const invoice: readonly Place[] = [
      ['Pharmacie Ennakhil', 20, 20],
      ['CARDIOPEX 5 MG', 60, 70],
      ['192,40', 160, 70],
      ['96,20', 120, 70],
      ['VENOTONE 500 MG', 60, 77],
      ['30,00', 160, 77],
      ['30,00', 120, 77],
    ];
    const file = printDocument(
      { texts: [...textsOf(sheet.slice(0, -1)), ...acts] },
      { texts: textsOf(further) },
      { texts: textsOf(invoice) },
    );
    const { families = [], providers = [], medicines = [], barcodes = [] } = world();
    const [form] = settleReading(draftReading(file), {
      ...noWitnesses,
      registry: { families, providers, medicines },
      barcodes,
    }).forms;
    expect(form!.acts).toHaveLength(1);
    expect(linesOf(form!)).toEqual([
      [cardiopex.code, 2, 9_620],
      [venotone.code, 1, 3_000],
    ]);
  });

  it('is not billed again by a label of which only the end was read', () => {
    const torn: Place = ['6,20', 150, 270];
    expect(read([...sheet, torn], world()).otherAmounts).toBeUndefined();
    expect(read([...sheet, ['7,40', 150, 270]], world()).otherAmounts).toHaveLength(1);
  });

  it.each(['PPV 96,20', 'P.P.V. : 96,20 DH', 'Prix public 96,20'])(
    'is a question where a label says %s and neither bars nor number can be read',
    (label) => {
      const form = read([...who, ['250,00', 160, 300], [label, 20, 250]], world({ barcodes: [] }));
      expect(form).toMatchObject({ hasMedicineLabels: true });
    },
  );

  it('is not counted by the numbers of the lines of a list', () => {
    const lines = ['CARDIOPEX 5 MG', 'CARDIOPEX 5 MG', 'VENOTONE 500 MG'].flatMap((name, line): Place[] => [
      [String(line + 1), 20, 255 + 7 * line],
      [name, 40, 255 + 7 * line],
      [line < 2 ? '96,20' : '30,00', 120, 255 + 7 * line],
    ]);
    expect(linesOf(read([...sheet, ...lines], world()))).toEqual([
      [cardiopex.code, 2, 9_620],
      [venotone.code, 1, 3_000],
    ]);
  });

  it('may cost whole dirhams, written without centimes among others that have them', () => {
    const lines = [
      ['CARDIOPEX 5 MG', '96,20'],
      ['CARDIOPEX 5 MG', '96,20'],
      ['VENOTONE 500 MG', '30'],
    ].flatMap(([name = '', price = ''], line): Place[] => [
      [name, 40, 255 + 7 * line],
      [price, 120, 255 + 7 * line],
    ]);
    const { dispensing } = read([...sheet, ...lines], world());
    expect(dispensing?.medicines.map(({ billedCentimes }) => billedCentimes?.value)).toEqual([19_240, 3_000]);
  });

  it('keeps a doubt where fewer labels are glued on than the list counts', () => {
    const form = read(
      [
        ...sheet,
        ['CARDIOPEX 5 MG', 20, 255],
        ['2', 90, 255],
        ['96,20', 120, 255],
        ['192,40', 160, 255],
        ['VENOTONE 500 MG', 20, 262],
        ['1', 90, 262],
        ['30,00', 120, 262],
        ['30,00', 160, 262],
      ],
      world({ barcodes: [bars(cardiopex.code, 0.1), bars(venotone.code, 0.7)] }),
    );
    expect(form.dispensing?.medicines[0]?.quantity).toMatchObject({
      value: 1,
      doubts: ['CONFLICTING_VALUES'],
    });
  });

  it('leaves every amount in doubt where acts and medicines do not come to the total', () => {
    const form = read(
      sheet.map(([text, x, y]): Place => [text === '472,40' ? '482,40' : text, x, y]),
      world(),
    );
    expect(form.acts[0]?.billedCentimes?.doubts).toEqual(['CONFLICTING_VALUES']);
  });

  it('costs what the list says on the day of dispensing', () => {
    const dearer = medicineOf({
      prices: [
        priceOf({ to: '2026-09-30', ppvCentimes: 9_000 }),
        priceOf({ from: '2026-10-01', ppvCentimes: 9_620 }),
      ],
    });
    expect(linesOf(read(sheet, world({ medicines: [dearer, venotone] })))?.[0]).toEqual([
      cardiopex.code,
      2,
      9_620,
    ]);
  });
});

describe('the day of the prescription', () => {
  const at = (text: string, x: number, y: number) => ({ text, x, y });
  const front = { texts: sheet.map(([text, x, y]) => at(text, x, y)) };
  const written = (...lines: readonly string[]) => ({
    texts: [
      at('ORDONNANCE', 80, 30),
      at('Dr ALAOUI Samira', 20, 20),
      ...lines.map((text, row) => at(text, 20, 60 + 15 * row)),
    ],
  });
  const readFile = (...behind: readonly ReturnType<typeof written>[]) => {
    const { families, providers, medicines, barcodes } = world();
    const witnesses = {
      ...noWitnesses,
      registry: { families: families ?? [], providers: providers ?? [], medicines: medicines ?? [] },
      barcodes: barcodes ?? [],
    };
    const { forms, pageRoles } = settleReading(draftReading(printDocument(front, ...behind)), witnesses);
    return [pageRoles, forms[0]?.dispensing?.prescribedOn?.value, forms[0]?.dispensing?.prescribedOn?.doubts];
  };

  it('is read on its page, and not where the pharmacy or a birth is named', () => {
    const page = written(
      'Rabat, le 05/10/2026',
      'né le 14/03/1979',
      'CARDIOPEX 5 MG',
      'Pharmacie Ennakhil 06/10/2026',
    );
    expect(readFile(page)).toEqual([['care-form', 'prescription'], '2026-10-05', []]);
  });

  it('is in doubt where two days are as likely', () => {
    const [, , doubts] = readFile(written('Rabat, le 05/10/2026', 'CARDIOPEX 5 MG', 'Revoir le 20/10/2026'));
    expect(doubts).toContain('CONFLICTING_VALUES');
  });

  it('of several is that of the last one before the boxes were sold', () => {
    const pages = ['01/10/2026', '05/10/2026', '07/10/2026'].map((day) =>
      written(`Rabat, le ${day}`, 'CARDIOPEX'),
    );
    expect(readFile(...pages)[1]).toBe('2026-10-05');
  });

  it('is absent where no page is a prescription', () => {
    const invoice = {
      texts: [at('FACTURE N° 12', 80, 30), at('Rabat, le 05/10/2026', 20, 60), at('CARDIOPEX', 20, 80)],
    };
    expect(readFile(invoice).slice(0, 2)).toEqual([['care-form', 'supporting'], undefined]);
  });
});
