import { describe, expect, it } from 'vitest';

import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { hearSecondLooks } from '../../../../contexts/reading/domain/second-look/hear-second-looks.ts';
import { looksAt } from '../../../../contexts/reading/domain/second-look/looks-wanted.ts';
import { draftReading, registryKeysOf } from '../../../../contexts/reading/domain/read-file.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';
import { medicineOf } from '../../../support/medicine-examples.ts';
import { acts, alone, person, provider, read, sticker, who, type Place } from './support/people-world.ts';

const LABORATORY = '071854390';
const laboratory = provider({
  inpe: LABORATORY,
  name: 'Laboratoire Ibn Zohr',
  specialty: 'Biologie médicale',
});
const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });
const world = { families: [alone], providers: [provider(), laboratory, pharmacy] };

/** A laboratory's analyses below the consultation that each sheet has at 200, and what they add up to. */
const analyses: readonly Place[] = [
  ['06/10/2026', 15, 210],
  ['B', 60, 210],
  ['150', 75, 210],
  ['165,00', 160, 210],
  ['415,00', 160, 260],
];
const sheet: readonly Place[] = [...who, ['091024578', 150, 60], ['Dr MANSOURI Adil', 20, 60], ...analyses];

const numbersOf = (read: CareForm) => read.acts.map(({ inpe }) => inpe?.value);

describe('the number of a provider in a row', () => {
  it('is that of the row, and not that of the form', () => {
    const form = read([...sheet, [LABORATORY, 110, 210]], world);
    expect(numbersOf(form)).toEqual([undefined, LABORATORY]);
    expect(form.inpe?.value).toBe('091024578');
  });

  it('is borne out by its name, its bars, or the same number elsewhere, and by nothing where it stands alone', () => {
    const row: Place = [LABORATORY, 110, 210];
    const evidenceOf = (places: readonly Place[], more = {}) =>
      read([...sheet, row, ...places], { ...world, ...more }).acts[1]?.inpe?.evidence;
    expect(evidenceOf([])).toEqual(['PLACE']);
    expect(evidenceOf([['Laboratoire Ibn Zohr', 20, 80]])).toContain('NEIGHBOURS');
    expect(evidenceOf([[LABORATORY, 20, 300]])).toContain('REPEATED');
    expect(evidenceOf([], { barcodes: [sticker(LABORATORY)] })).toContain('BARCODE');
  });

  it('is found beside the row too, where the register has it', () => {
    const beside: Place = [LABORATORY, 185, 211.5];
    expect(numbersOf(read([...sheet, beside], world))).toEqual([undefined, LABORATORY]);
    const between: Place = [LABORATORY, 185, 205];
    expect(numbersOf(read([...sheet, between], world))).toEqual([undefined, undefined]);
  });

  it('is none of a pharmacy whose number stands there too, nor of the insured', () => {
    const ofPharmacy: Place = [pharmacy.inpe, 85, 210];
    expect(numbersOf(read([...sheet, ofPharmacy, [LABORATORY, 110, 210]], world))).toEqual([
      undefined,
      LABORATORY,
    ]);
    const { registrationNumber } = person();
    expect(numbersOf(read([...sheet, [registrationNumber, 110, 210]], world))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is that of the dispensing where a pharmacy sold something, and a question where none did', () => {
    const ofPharmacy: Place = [pharmacy.inpe, 110, 210];
    expect(numbersOf(read([...sheet, ofPharmacy], world))).toEqual([undefined, pharmacy.inpe]);
    const [label] = [{ page: 1, symbology: 'EAN_13', text: medicineOf().code } as const];
    const sold = {
      ...world,
      medicines: [medicineOf()],
      barcodes: [{ ...label, box: { left: 0.1, top: 0.8, width: 0.12, height: 0.03 } }],
    };
    const places = sheet.map((place): Place => (place[0] === '415,00' ? ['511,20', 160, 260] : place));
    const form = read([...places, ofPharmacy], sold);
    expect(form.dispensing?.pharmacyInpe?.value).toBe(pharmacy.inpe);
    expect(numbersOf(form)).toEqual([undefined, undefined]);
  });

  it('is of no other row, and not of the form, where it stands in one of several', () => {
    const withoutOwn = sheet.filter(([text]) => text !== '091024578');
    const form = read([...withoutOwn, [LABORATORY, 110, 210]], world);
    expect(numbersOf(form)).toEqual([undefined, LABORATORY]);
    expect(form.inpe).toBeUndefined();
    const each: readonly Place[] = [
      [LABORATORY, 110, 200],
      [LABORATORY, 110, 210],
    ];
    expect(read([...withoutOwn, ...each], world).inpe?.value).toBe(LABORATORY);
  });

  it('is kept where nobody knows it: who gave the act a person says', () => {
    expect(numbersOf(read([...sheet, ['071854391', 110, 210]], world))[1]).toBe('071854391');
  });

  it('is looked up for each row', () => {
    const rows = [1, 2, 3, 4, 5].flatMap((row): Place[] => [
      ['06/10/2026', 15, 200 + 8 * row],
      ['CS', 60, 200 + 8 * row],
      [`07185439${row}`, 110, 200 + 8 * row],
      ['250,00', 160, 200 + 8 * row],
    ]);
    const texts = [...[...who, ...rows].map(([text, x, y]) => ({ text, x, y })), ...acts];
    const { rowInpes, inpes } = registryKeysOf(draftReading(printDocument({ texts })));
    expect(rowInpes).toEqual(['071854391', '071854392', '071854393', '071854394', '071854395']);
    // They leave room for the numbers of others: of the form's own provider, of a pharmacy.
    expect(inpes).not.toContain('071854391');
  });
});

describe('a second look at the number of a row', () => {
  const box = { left: 0.5, top: 0.5, width: 0.1, height: 0.02 };
  const inpe = { ...field(LABORATORY), source: { page: 1, box } };
  const formWith = (evidence: NonNullable<CareForm['inpe']>['evidence'], value = LABORATORY) =>
    form({ acts: [{ ...act(), inpe: { ...inpe, value, evidence } }] });
  const wanted = (of: CareForm) => looksAt(of, () => 0, new Set()).map((look) => look.box);

  it('is wanted where nothing bears it out, and where it is not the form’s own', () => {
    expect(wanted(formWith(['PLACE']))).toEqual([box]);
    expect(wanted(formWith(['REGISTRY', 'REPEATED']))).toEqual([]);
    expect(wanted(formWith(['PLACE'], '091024578'))).toEqual([]);
  });

  it('bears it out where it reads the same, and is a doubt where it does not', () => {
    const heard = (text: string) => {
      const word = { text, confidencePercent: 96, box, polygon: [] };
      const look = { page: 1, box, quarterTurns: 0, lines: [{ ...word, words: [word] }] };
      return hearSecondLooks(formWith(['PLACE']), [look]).acts[0]?.inpe;
    };
    expect(heard(LABORATORY)?.evidence).toContain('SECOND_LOOK');
    expect(heard('071854398')?.doubts).toContain('SECOND_LOOK_DIFFERS');
  });
});
