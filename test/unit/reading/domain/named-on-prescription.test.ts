import { describe, expect, it } from 'vitest';
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { draftReading, settleReading } from '../../../../contexts/reading/domain/read-file.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../support/medicine-examples.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { alone, provider, who } from './support/people-world.ts';

const cardiopex = medicineOf();
const venotone = medicineOf({
  code: medicineCodeOf(2),
  name: 'VENOTONE 500 MG',
  substances: ['diosmine', 'hesperidine'],
  prices: [priceOf({ ppvCentimes: 3_000 })],
});
const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });

const at = (text: string, x: number, y: number, confidencePercent?: number) => ({
  ...{ text, x, y },
  ...(confidencePercent === undefined ? {} : { confidencePercent }),
});
const front = {
  texts: [
    ...who.map(([text, x, y]) => at(text, x, y)),
    ...[at('091024578', 20, 60), at('Pharmacie Ennakhil', 20, 240), at('092307418', 90, 240)],
    ...[at('06/10/2026', 150, 240), at('376,20', 160, 300)],
  ],
};
const HEAD = ['Rabat, le 05/10/2026', 'Patient : BENNANI Youssef', 'Médecine générale, avenue Hassan'];

/** What the file says of the boxes of cardiopex and venotone, with a prescription of these lines behind the form. */
function told(lines: readonly string[], confidencePercent?: number): readonly (boolean | undefined)[] {
  const sheet = [at('ORDONNANCE', 80, 30), at('Dr ALAOUI Samira', 20, 20)];
  const behind = [...HEAD, ...lines].map((text, row) => at(text, 20, 60 + 15 * row, confidencePercent));
  const codes = [cardiopex.code, venotone.code];
  const { forms } = settleReading(draftReading(printDocument(front, { texts: [...sheet, ...behind] })), {
    ...noWitnesses,
    registry: { families: [alone], providers: [provider(), pharmacy], medicines: [cardiopex, venotone] },
    barcodes: codes.map((text, index) => ({
      ...{ page: 1, symbology: 'EAN_13' as const, text },
      box: { left: 0.1 + 0.3 * index, top: 0.8, width: 0.12, height: 0.03 },
    })),
  });
  const { medicines = [] } = forms[0]?.dispensing ?? {};
  return codes.map((code) => medicines.find((one) => one.code?.value === code)?.isPrescribed);
}

describe('a prescription', () => {
  it('that names each box, by name or by a substance, says so', () => {
    expect(told(['CARDIOPEX 5 MG 1 cp / jour', 'VENOTONE 500 1 cp matin et soir'])).toEqual([true, true]);
    expect(told(['CARDIOPEX 5 MG 1 cp / jour', 'diosmine 500 mg 1 cp matin et soir'])).toEqual([true, true]);
  });

  it('names a box also where a letter was misread, or the name is cut or in two words', () => {
    for (const name of ['CARDIOFEX', 'CARDIO PEX', 'Cardiop'])
      expect(told([`${name} 1 cp / jour`, 'VENOTONE 1 cp / jour'])).toEqual([true, true]);
  });

  it('that names one box and not the other says so of the other', () => {
    expect(told(['CARDIOPEX 5 MG 1 cp / jour', 'PARACETAMOL 1 g si besoin'])).toEqual([true, false]);
  });

  it('that names none of them, or was hardly read, says nothing of any', () => {
    expect(told(['PARACETAMOL 1 g si besoin', 'AMOXICILLINE 1 g matin et soir'])).toEqual([
      undefined,
      undefined,
    ]);
    expect(told(['CARDIOPEX 5 MG 1 cp / jour', 'PARACETAMOL 1 g si besoin'], 70)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
