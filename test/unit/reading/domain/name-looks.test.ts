import { describe, expect, it } from 'vitest';
import { isMiddleIn } from '../../../../contexts/reading/domain/boxes.ts';
import { draftReading, looksWanted, settleReading } from '../../../../contexts/reading/domain/read-file.ts';
import {
  noWitnesses,
  type LookWanted,
  type SecondLook,
} from '../../../../contexts/reading/domain/witnesses.ts';
import { printDocument, printPage, type PrintedText } from '../../../support/ocr-builder.ts';
import { acts, alone, person, type Place } from './support/people-world.ts';

const NAME_AT = { x: 20, y: 40 } as const;
const numbers: readonly Place[] = [
  ['167204938', 120, 40],
  ['AE209418', 20, 50],
  ['26/04/1980', 120, 50],
];

/** A form whose name is read as this, with the words that OCR is unsure of. */
function draftWith(name: string, confidencePercent: number) {
  const texts: readonly PrintedText[] = [
    { text: name, ...NAME_AT, confidencePercent },
    ...numbers.map(([text, x, y]) => ({ text, x, y })),
    ...acts,
  ];
  return draftReading(printDocument({ texts }));
}

const witnesses = { ...noWitnesses, registry: { families: [alone], providers: [], medicines: [] } };
const wantedOf = (draft: ReturnType<typeof draftReading>): readonly LookWanted[] =>
  looksWanted(draft, witnesses, () => new Set());

/** What a second look reads at the place of the name. */
function saying(look: LookWanted, text: string, confidencePercent = 96): SecondLook {
  return { ...look, lines: printPage({ texts: [{ text, ...NAME_AT, confidencePercent }] }).lines };
}

function heard(first: string, again: string): string | undefined {
  const draft = draftWith(first, 60);
  const secondLooks = wantedOf(draft).map((look) => saying(look, again));
  return settleReading(draft, { ...witnesses, secondLooks }).forms[0]?.insuredName?.value;
}

describe('a second look at the name of the insured', () => {
  it('is wanted where the name that the registry has was misread', () => {
    const draft = draftWith('BENJELIQUN Hichan', 60);
    const [word] = printPage({ texts: [{ text: 'BENJELIQUN', ...NAME_AT }] }).lines;
    expect(wantedOf(draft).some(({ box }) => isMiddleIn(word!.box, box))).toBe(true);
  });

  it('is not wanted where it was read', () => {
    expect(wantedOf(draftWith('BENJELLOUN Hicham', 96))).toEqual([]);
  });

  it('gives the name where it reads what the registry has', () => {
    expect(heard('BENJELIQUN Hichan', 'BENJELLOUN Hicham')).toBe('BENJELLOUN Hicham');
  });

  it('gives it also where other words stand around it', () => {
    expect(heard('BENJELIQUN Hichan', 'Nom BENJELLOUN Hicham x')).toBe('BENJELLOUN Hicham');
  });

  it('does not give it where it reads the name of a relative', () => {
    expect(heard('BENJELIQUN Hichan', 'BENJELLOUN Salma')).not.toBe('BENJELLOUN Hicham');
  });

  it('gives it where the first reading was sure of a part of it, and takes the insured for the patient where nobody else is named', () => {
    const lost = draftWith('Mohamed AIT', 96);
    const bella = { person: person({ name: { family: 'AIT BELLA', given: 'Mohamed' } }), dependants: [] };
    const world = { ...noWitnesses, registry: { families: [bella], providers: [], medicines: [] } };
    const after = (again: string) => {
      const secondLooks = looksWanted(lost, world, () => new Set()).map((look) => saying(look, again));
      return settleReading(lost, { ...world, secondLooks }).forms[0];
    };
    expect(after('Mohamed AIT BELLA')).toMatchObject({
      insuredName: { value: 'Mohamed AIT BELLA', doubts: [], evidence: ['REGISTRY', 'SECOND_LOOK'] },
      beneficiaryLink: { value: 'insured', evidence: ['REGISTRY', 'SECOND_LOOK'] },
    });
    expect(after('Mohamed AIT BELKA')?.insuredName?.value).toBe('Mohamed AIT');
  });

  it('gives it where one part was misread, and the other stands at a label of its own', () => {
    const kebir = { person: person({ name: { family: 'BEN RAHO KEBIR', given: 'Amina' } }), dependants: [] };
    const world = { ...noWitnesses, registry: { families: [kebir], providers: [], medicines: [] } };
    const parted = (given: string) => {
      const texts: readonly PrintedText[] = [
        { text: 'BEN RAHO K BIR', ...NAME_AT, confidencePercent: 45 },
        { text: given, x: 120, y: 70 },
        ...numbers.map(([text, x, y]) => ({ text, x, y })),
        ...acts,
      ];
      const draft = draftReading(printDocument({ texts }));
      const secondLooks = looksWanted(draft, world, () => new Set()).map((look) =>
        saying(look, 'BEN RAHO KEBIR'),
      );
      return settleReading(draft, { ...world, secondLooks }).forms[0]?.insuredName;
    };
    expect(parted('Amina')).toMatchObject({
      value: 'BEN RAHO KEBIR Amina',
      doubts: [],
      evidence: ['REGISTRY', 'SECOND_LOOK'],
    });
    expect(parted('Samira')?.value).not.toBe('BEN RAHO KEBIR Amina');
  });

  it('does not take the place of another name that was read surely', () => {
    const draft = draftWith('BENJELLOUN Samira', 97);
    const look = { page: 1, box: { left: 0, top: 0, width: 1, height: 1 }, quarterTurns: 0 };
    const secondLooks = [saying(look, 'BENJELLOUN Hicham')];
    const [form] = settleReading(draft, { ...witnesses, secondLooks }).forms;
    expect(form?.insuredName?.value).not.toBe('BENJELLOUN Hicham');
  });
});

describe('a second look at the patient’s name, where the patient is the insured', () => {
  const insured = { x: 20, y: 40 } as const;
  const patient = { x: 20, y: 100 } as const;
  const texts: readonly PrintedText[] = [
    { text: 'AIT BELLA Hicham', ...insured },
    { text: 'AIT', ...patient },
    { text: 'PL', x: 27.5, y: 100, confidencePercent: 45 },
    { text: 'LLA Hicham', x: 32.5, y: 100 },
    ...numbers.map(([text, x, y]) => ({ text, x, y })),
    ...acts,
  ];
  const draft = draftReading(printDocument({ texts }));
  const bella = { person: person({ name: { family: 'AIT BELLA', given: 'Hicham' } }), dependants: [] };
  const world = { ...noWitnesses, registry: { families: [bella], providers: [], medicines: [] } };
  const after = (place: typeof insured | typeof patient, text: string) => {
    const secondLooks = looksWanted(draft, world, () => new Set()).map((look) => ({
      ...look,
      lines: printPage({ texts: [{ text, ...place }] }).lines,
    }));
    return settleReading(draft, { ...world, secondLooks }).forms[0]?.patientName;
  };

  it('gives it where it was read in part', () => {
    expect(after(patient, 'AIT BELLA Hicham')).toMatchObject({
      value: 'AIT BELLA Hicham',
      doubts: [],
      evidence: ['REGISTRY', 'SECOND_LOOK'],
    });
  });

  it('leaves it as it was where it reads another name', () => {
    expect(after(patient, 'AIT BELLI Hicham')?.value).not.toBe('AIT BELLA Hicham');
  });

  it('does not take the insured’s own place for it', () => {
    const whole = { page: 1, box: { left: 0, top: 0, width: 1, height: 1 }, quarterTurns: 0 };
    const lines = printPage({ texts: [{ text: 'AIT BELLA Hicham', ...insured }] }).lines;
    const [form] = settleReading(draft, { ...world, secondLooks: [{ ...whole, lines }] }).forms;
    expect(form?.patientName?.value).not.toBe('AIT BELLA Hicham');
  });
});
