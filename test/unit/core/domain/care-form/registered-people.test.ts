import { describe, expect, it } from 'vitest';

import type { Dependant, Person, Provider } from '../../../../../core/contracts/registry-records.ts';
import type { CareForm } from '../../../../../core/domain/care-form/care-form.ts';
import {
  draftReading,
  registryKeysOf,
  settleReading,
} from '../../../../../core/domain/care-form/read-file.ts';
import {
  noWitnesses,
  type PageBarcode,
  type RegisteredFamily,
} from '../../../../../core/domain/care-form/witnesses.ts';
import { careFormSheet, filling } from '../../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText } from '../../../../support/ocr-builder.ts';

function person(more: Partial<Person> = {}): Person {
  return {
    type: 'person',
    registrationNumber: '167204938',
    cin: 'AE209418',
    name: { family: 'BENJELLOUN', given: 'Hicham' },
    birthDate: '1980-04-26',
    sex: 'M',
    language: 'fr',
    smsOptOut: false,
    ...more,
  };
}

function dependant(more: Partial<Dependant> = {}): Dependant {
  return {
    type: 'dependant',
    registrationNumber: '167204938',
    dependantId: '1',
    link: 'child',
    name: { family: 'BENJELLOUN', given: 'Salma' },
    birthDate: '2012-09-03',
    from: '2015-01-01',
    studies: [],
    disabled: false,
    ...more,
  };
}

const wife = dependant({
  dependantId: '2',
  link: 'spouse',
  name: { family: 'TAZI', given: 'Khadija' },
  birthDate: '1984-12-11',
  cin: 'BK412087',
});

function provider(more: Partial<Provider> = {}): Provider {
  return {
    type: 'provider',
    inpe: '091024578',
    name: 'Dr MANSOURI Adil',
    specialty: 'Cardiologie',
    sector: 'PRIVATE',
    place: 'Settat',
    from: '2015-01-01',
    ...more,
  };
}

const family: RegisteredFamily = { person: person(), dependants: [dependant(), wife] };
const alone: RegisteredFamily = { person: person(), dependants: [] };
const neighbour: RegisteredFamily = {
  person: person({
    registrationNumber: '167204939',
    cin: 'D705516',
    name: { family: 'OUAZZANI', given: 'Touria' },
    birthDate: '1975-02-14',
  }),
  dependants: [],
};

interface World {
  readonly families?: readonly RegisteredFamily[];
  readonly providers?: readonly Provider[];
  readonly barcodes?: readonly PageBarcode[];
}

/** An act without any heading, which makes a form of the sheet, and a day of signature far below. */
const acts: readonly PrintedText[] = [
  { text: '05/10/2026', x: 15, y: 200 },
  { text: 'CS', x: 60, y: 200 },
  { text: '250,00', x: 160, y: 200 },
];

type Place = readonly [text: string, x: number, y: number];

function settle(
  texts: readonly PrintedText[],
  { families = [], providers = [], barcodes = [] }: World,
): CareForm {
  const { forms } = settleReading(draftReading(printDocument({ texts })), {
    ...noWitnesses,
    registry: { families, providers },
    barcodes,
  });
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

/** Reads a sheet that has an act and these texts, no label among them unless told. */
function read(places: readonly Place[], world: World): CareForm {
  return settle([...places.map(([text, x, y]) => ({ text, x, y })), ...acts], world);
}

function valuesOf(form: CareForm) {
  return {
    number: form.registrationNumber?.value,
    cin: form.cin?.value,
    insured: form.insuredName?.value,
    insuredBirth: form.insuredBirthDate?.value,
    patient: form.patientName?.value,
    patientBirth: form.patientBirthDate?.value,
    link: form.beneficiaryLink?.value,
  };
}

const who: readonly Place[] = [
  ['BENJELLOUN Hicham', 20, 40],
  ['167204938', 20, 50],
  ['AE209418', 120, 50],
  ['26/04/1980', 120, 40],
];

describe('the insured, without any label', () => {
  const known = {
    number: '167204938',
    cin: 'AE209418',
    insured: 'BENJELLOUN Hicham',
    insuredBirth: '1980-04-26',
    patient: undefined,
    patientBirth: undefined,
    link: 'insured',
  };

  it('is found by name, number, CIN and birth date', () => {
    expect(valuesOf(read(who, { families: [alone] }))).toEqual(known);
  });

  it.each([
    ['at the top', [20, 20, 20, 30, 20, 12, 120, 12]],
    ['at the foot', [20, 260, 120, 260, 20, 270, 120, 270]],
    ['on the right', [130, 40, 150, 60, 150, 80, 150, 100]],
    ['far apart', [20, 20, 150, 90, 20, 150, 130, 270]],
  ])('is found %s', (_, at) => {
    const places = who.map(([text], index): Place => [text, at[2 * index]!, at[2 * index + 1]!]);
    expect(valuesOf(read(places, { families: [alone] }))).toEqual(known);
  });

  it('is found where the given name comes first', () => {
    const places: readonly Place[] = [['Hicham BENJELLOUN', 20, 40], ...who.slice(1)];
    expect(read(places, { families: [alone] }).insuredName?.value).toBe('Hicham BENJELLOUN');
  });

  it('is found where family and given name stand apart', () => {
    const places: readonly Place[] = [['BENJELLOUN', 20, 30], ['Hicham', 100, 36], ...who.slice(1)];
    expect(read(places, { families: [alone] }).insuredName?.value).toBe('BENJELLOUN Hicham');
  });

  it.each(['ELIDRISSILahcen', '|ELIDRISSI Lahcen', 'LahcenELIDRISSI'])(
    'is found where OCR lost the spaces of the name: %s',
    (name) => {
      const idrissi = person({ name: { family: 'EL IDRISSI', given: 'Lahcen' } });
      const form = read([[name, 20, 40], ...who.slice(1)], { families: [{ ...alone, person: idrissi }] });
      expect(form.insuredName?.evidence).toContain('REGISTRY');
    },
  );

  it('is found where OCR lost the space of a family name that has a line of its own', () => {
    const amrani = person({ name: { family: 'EL AMRANI', given: 'Imane' } });
    const places: readonly Place[] = [['|ELAMRANI', 20, 30], ['|Imane', 20, 40], ...who.slice(1)];
    const form = read(places, { families: [{ ...alone, person: amrani }] });
    expect(form.insuredName?.evidence).toContain('REGISTRY');
  });

  it('is found where a letter of the name was misread, as it was read', () => {
    const places: readonly Place[] = [['BENJELL0UN Hicham', 20, 40], ...who.slice(1)];
    const form = read(places, { families: [alone] });
    expect(form.insuredName?.value).toBe('BENJELL0UN Hicham');
    expect(form.registrationNumber?.value).toBe('167204938');
  });

  it('has the registry in the evidence', () => {
    const form = read(who, { families: [alone] });
    expect(form.registrationNumber?.evidence).toContain('REGISTRY');
    expect(form.cin?.evidence).toContain('REGISTRY');
    expect(form.insuredName?.evidence).toContain('REGISTRY');
  });

  it('is nobody where the registry knows nobody', () => {
    const form = read(who, {});
    expect(valuesOf(form)).toMatchObject({ number: undefined, cin: undefined, insured: undefined });
  });

  it('is nobody by a number alone', () => {
    const form = read([['167204938', 20, 50]], { families: [alone] });
    expect(form.registrationNumber?.evidence ?? []).not.toContain('REGISTRY');
  });

  it('is found by CIN, name and birth date where no number is printed', () => {
    const places = who.filter(([text]) => text !== '167204938');
    expect(valuesOf(read(places, { families: [alone] }))).toEqual({ ...known, number: undefined });
  });

  it('has a birth date of the century that the registry says', () => {
    const places: readonly Place[] = [...who.slice(0, 3), ['26.04.80', 120, 40]];
    const form = read(places, { families: [alone] });
    expect(form.insuredBirthDate).toMatchObject({ value: '1980-04-26', doubts: [] });
  });

  it('is not taken for somebody born a hundred years later', () => {
    const young: RegisteredFamily = { person: person({ birthDate: '2004-04-26' }), dependants: [] };
    const places: readonly Place[] = [...who.slice(0, 3), ['26.04.04', 120, 40]];
    expect(read(places, { families: [young] }).insuredBirthDate?.value).toBe('2004-04-26');
  });
});

describe('a name in the cells of combs', () => {
  const comb = (text: string, x: number, y: number): PrintedText => ({ text, x, y, pitch: 5 });
  const rest = who.slice(1).map(([text, x, y]) => ({ text, x, y }));

  it.each(['BEN JELLOUN', 'BENJELLOUN'])(
    'is found where family and given name have a comb each: %s',
    (name) => {
      const cells = [comb(name, 20, 30), comb('HICHAM', 120, 30)];
      const [familyName, givenName] = [name, 'Hicham'];
      const his = person({ name: { family: familyName, given: givenName } });
      const form = settle([...cells, ...rest, ...acts], { families: [{ person: his, dependants: [] }] });
      expect(form.insuredName).toMatchObject({ doubts: [], evidence: ['REGISTRY'] });
      expect(form.insuredName?.value.replaceAll(' ', '')).toBe(`${name.replace(' ', '')}HICHAM`);
    },
  );

  it('takes nothing of its digits from the comb beside it', () => {
    const { nineDigits, cins } = draftReading(
      printDocument({ texts: [comb('AE209418', 20, 40), comb('167204938', 72, 40)] }),
    ).pages[0]!.parts[0]!.candidates;
    expect(nineDigits.map(({ parsed }) => parsed.value)).toEqual(['167204938']);
    expect(cins.map(({ parsed }) => parsed.value)).toEqual(['AE209418']);
  });
});

describe('the keys to look up', () => {
  const keysOf = (places: readonly Place[], barcodes: readonly PageBarcode[] = []) =>
    registryKeysOf(
      draftReading(printDocument({ texts: [...places.map(([text, x, y]) => ({ text, x, y })), ...acts] })),
      barcodes,
    );

  it('are the numbers and CINs that stand on the sheet', () => {
    expect(keysOf([...who, ['091024578', 20, 150]])).toEqual({
      registrationNumbers: ['167204938', '091024578'],
      cins: ['AE209418'],
      inpes: ['167204938', '091024578'],
    });
  });

  it('are few, however many numbers stand on the sheet', () => {
    const many = Array.from({ length: 20 }, (_, index): Place => [
      String(167204938 + index),
      20,
      10 + 8 * index,
    ]);
    const { registrationNumbers, inpes } = keysOf(many);
    expect(registrationNumbers.length).toBeLessThanOrEqual(4);
    expect(inpes.length).toBeLessThanOrEqual(4);
  });

  it('have the number at its label first', () => {
    const places: readonly Place[] = [
      ['204938167', 20, 20],
      ['204938168', 20, 28],
      ['204938169', 20, 36],
      ['204938160', 20, 44],
      ["N° d'immatriculation : 167204938", 20, 60],
    ];
    expect(keysOf(places).registrationNumbers[0]).toBe('167204938');
  });

  it('have the INPE of a sticker', () => {
    expect(keysOf(who, [sticker('061203344')]).inpes[0]).toBe('061203344');
  });
});

function sticker(text: string, symbology: PageBarcode['symbology'] = 'CODE_128'): PageBarcode {
  return { page: 1, symbology, text, box: { left: 0.6, top: 0.5, width: 0.2, height: 0.05 } };
}

describe('the patient', () => {
  it('is the insured where nobody else is named', () => {
    expect(read(who, { families: [family] }).beneficiaryLink?.value).toBe('insured');
  });

  it('is the relative who is named', () => {
    const form = read([...who, ['BENJELLOUN Salma', 20, 100], ['03/09/2012', 120, 100]], {
      families: [family],
    });
    expect(valuesOf(form)).toMatchObject({
      insured: 'BENJELLOUN Hicham',
      insuredBirth: '1980-04-26',
      patient: 'BENJELLOUN Salma',
      patientBirth: '2012-09-03',
    });
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is the relative also where the relative is named before the insured', () => {
    const form = read([['BENJELLOUN Salma', 20, 20], ['03/09/2012', 120, 20], ...who], {
      families: [family],
    });
    expect(valuesOf(form)).toMatchObject({
      insured: 'BENJELLOUN Hicham',
      insuredBirth: '1980-04-26',
      patient: 'BENJELLOUN Salma',
      patientBirth: '2012-09-03',
    });
  });

  it('is the wife with her own name and CIN', () => {
    const form = read([...who, ['TAZI Khadija', 20, 100], ['BK412087', 120, 100]], { families: [family] });
    expect(valuesOf(form)).toMatchObject({ cin: 'AE209418', patient: 'TAZI Khadija' });
    expect(form.patientCin?.value).toBe('BK412087');
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is the relative by a birth date alone', () => {
    const form = read([...who, ['03/09/2012', 120, 100]], { families: [family] });
    expect(form.patientBirthDate?.value).toBe('2012-09-03');
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is no one of two relatives who are named alike', () => {
    const form = read([...who, ['BENJELLOUN Salma', 20, 100], ['TAZI Khadija', 20, 120]], {
      families: [family],
    });
    expect(form.patientName?.evidence ?? []).not.toContain('REGISTRY');
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is told from a sister by the whole name', () => {
    const twins: RegisteredFamily = {
      person: person(),
      dependants: [
        dependant({ name: { family: 'BENJELLOUN', given: 'Karim' }, birthDate: '2012-09-03' }),
        dependant({
          dependantId: '2',
          name: { family: 'BENJELLOUN', given: 'Karima' },
          birthDate: '2014-01-05',
        }),
      ],
    };
    const form = read([...who, ['BENJELLOUN Karima', 20, 100], ['05/01/2014', 120, 100]], {
      families: [twins],
    });
    expect(valuesOf(form)).toMatchObject({ patient: 'BENJELLOUN Karima', patientBirth: '2014-01-05' });
  });

  it('has a short birth year in the century of the registry', () => {
    const form = read([...who, ['TAZI Khadija', 20, 100], ['11/12/84', 120, 100]], { families: [family] });
    expect(form.patientBirthDate).toMatchObject({ value: '1984-12-11', doubts: [] });
  });
});

describe('a sheet of which nothing but the insured was read', () => {
  const texts = who.map(([text, x, y]) => ({ text, x, y }));

  it('is not turned away', () => {
    const { forms, pageRoles } = settleReading(draftReading(printDocument({ texts })), {
      ...noWitnesses,
      registry: { families: [alone], providers: [] },
    });
    expect(pageRoles).toEqual(['care-form']);
    expect(forms.map((form) => form.registrationNumber?.value)).toEqual(['167204938']);
  });

  it('is no form where the registry knows nobody on it', () => {
    expect(settleReading(draftReading(printDocument({ texts })), noWitnesses).forms).toEqual([]);
  });
});

describe('the insured’s part', () => {
  it('that names nobody else says for sure that the insured was cared for, however weakly the name was read', () => {
    const texts = who.map(([text, x, y], at) => ({ text, x, y, confidencePercent: at === 0 ? 10 : 96 }));
    const form = settle([...texts, ...acts], { families: [alone] });
    expect(form.insuredName?.confidencePercent).toBe(10);
    expect(form.beneficiaryLink).toMatchObject({ value: 'insured', confidencePercent: 96, doubts: [] });
  });

  it('has no signature on the birth date that the registry knows', () => {
    const texts = [...who.map(([text, x, y]) => ({ text, x, y })), ...acts];
    const label = { text: 'Fait à Settat, le 26/04/1980', x: 20, y: 240 };
    expect(settle([...texts, label], { families: [alone] }).signatureDate).toBeUndefined();
    const signed = { text: 'Rabat 07/10/2026', x: 20, y: 260 };
    expect(settle([...texts, label, signed], { families: [alone] }).signatureDate?.value).toBe('2026-10-07');
  });
});

describe('a stranger on the form', () => {
  it.each([
    [
      'between labels of many words',
      'Nom du malade en capitales 17/06/2009 Date de naissance du patient',
      true,
    ],
    ['in a sentence', 'la loi du 17/06/2009 portant code de la couverture', false],
  ])('is told by a birth date %s', (_, text, isStranger) => {
    const form = read([...who, [text, 20, 100]], { families: [family] });
    expect(form.patientBirthDate?.value).toBe(isStranger ? '2009-06-17' : undefined);
    expect(form.beneficiaryLink?.value).toBe(isStranger ? undefined : 'insured');
  });

  it('is not seen in a family name of two words that stands alone', () => {
    const his = person({ name: { family: 'AIT YOUNES', given: 'Hicham' } });
    const places: readonly Place[] = [
      ['AIT YOUNES Hicham', 20, 40],
      ...who.slice(1),
      ['AIT YOUNES', 20, 100],
    ];
    const form = read(places, { families: [{ person: his, dependants: [dependant()] }] });
    expect(form.patientName).toBeUndefined();
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  it('with a name of the insured’s family keeps the patient from being taken for the insured', () => {
    const form = read([...who, ['BENJELLOUN Yassir', 20, 100]], { families: [family] });
    expect(form.beneficiaryLink?.value).not.toBe('insured');
    expect(form.patientName?.value).toBe('BENJELLOUN Yassir');
  });

  it('with a common given name keeps the patient from being taken for the insured', () => {
    const form = read([...who, ['CHERKAOUI Youssef', 20, 100]], { families: [family] });
    expect(form.beneficiaryLink?.value).not.toBe('insured');
    expect(form.patientName?.value).toBe('CHERKAOUI Youssef');
  });

  it('with a birth date keeps the patient from being taken for the insured', () => {
    const form = read([...who, ['17/06/2009', 120, 100]], { families: [family] });
    expect(form.beneficiaryLink?.value).not.toBe('insured');
    expect(form.patientBirthDate?.value).toBe('2009-06-17');
  });

  it('keeps the patient from being taken for the insured where family and given name stand apart', () => {
    const form = read([...who, ['EL IDRISSI', 20, 100], ['Youssef', 20, 115]], { families: [family] });
    expect(form.beneficiaryLink?.value).not.toBe('insured');
    expect(form.patientName?.value).toContain('Youssef');
  });

  it.each([
    ['11.04.13', []],
    ['11.04.24', []],
    ['11.04.25', []],
  ])('born on %s is not taken for somebody of the century before', (born, doubts) => {
    const form = read([...who, ['ZNIBER Naima', 20, 230], [born, 120, 230]], { families: [family] });
    expect(form.patientBirthDate).toMatchObject({ value: `20${born.slice(-2)}-04-11`, doubts });
  });

  it('is named as the patient where a relative is told by the birth date alone', () => {
    const born = dependant().birthDate.split('-').toReversed().join('/');
    const form = read([...who, ['CHERKAOUI Youssef', 20, 100], [born, 120, 115]], { families: [family] });
    expect(form.patientBirthDate?.value).toBe(dependant().birthDate);
    expect(form.patientName?.value).toBe('CHERKAOUI Youssef');
  });

  it('is not seen in the insured’s own given name where the form is signed with it', () => {
    const form = read([...who, ['Hicham', 20, 250]], { families: [family] });
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  it('may be a relative who has the insured’s given name', () => {
    const son = dependant({ name: { family: 'BENJELLOUN', given: 'Hicham' } });
    const form = read([...who, ['Hicham', 20, 250]], { families: [{ ...alone, dependants: [son] }] });
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is not seen in the provider’s name on a stamp that lost its title', () => {
    const stamp: readonly Place[] = [
      ['Dr EL IDRISSI Youssef', 20, 70],
      ['IDRISSI Youssef', 120, 260],
    ];
    const form = read([...who, ...stamp], { families: [family] });
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  it.each(['ZNIBER Naima', 'Naima ZNIBER'])('in place of the insured is seen: %s', (name) => {
    const form = read([[name, 20, 40], ...who.slice(1)], { families: [family] });
    expect(form.insuredName?.value).toBe(name);
  });

  it('at the insured’s place is not passed over where a relative has the family name of two words that is on file', () => {
    const mrani: RegisteredFamily = {
      person: person({ name: { family: 'BENJELLOUN MRANI', given: 'Karim' } }),
      dependants: [dependant({ name: { family: 'BENJELLOUN MRANI', given: 'Khadija' } })],
    };
    const form = read(
      [
        ['167204938', 20, 50],
        ['AE209418', 120, 50],
        ['26/04/1980', 120, 58],
        ['ZEROUALI', 20, 40],
        ['Asmae', 100, 40],
        ['BENJELLOUN MRANI', 20, 80],
        ['Khadija', 20, 90],
        ['03/09/2012', 120, 80],
      ],
      { families: [mrani] },
    );
    expect(form.registrationNumber?.value).toBe('167204938');
    expect(form.insuredName?.evidence ?? []).not.toContain('REGISTRY');
  });

  it('is nobody whom a street is named after', () => {
    const form = read([...who, ['12, avenue ALLAL Youssef', 20, 100]], { families: [family] });
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  it('is not the provider whom the register knows', () => {
    const form = read([...who, ['Dr MANSOURI Youssef', 20, 150], ['091024578', 120, 150]], {
      families: [family],
      providers: [provider({ name: 'Dr MANSOURI Youssef' })],
    });
    expect(form.beneficiaryLink?.value).toBe('insured');
    expect(form.providerName?.value).toBe('Dr MANSOURI Youssef');
  });

  it.each([
    ['cut in two', ['ZZANI Youssef', 20, 250]],
    ['without its first words', ['KEBIR Youssef', 20, 250]],
  ] as const)('is not the provider whose name is stamped once more, %s', (_, stamp) => {
    const form = read([...who, ['Dr OUAZZANI FQIH KEBIR Youssef', 20, 150], ['091024578', 120, 150], stamp], {
      families: [family],
      providers: [provider({ name: 'Dr OUAZZANI FQIH KEBIR Youssef' })],
    });
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  it('is somebody who has the provider’s given name and another family name', () => {
    const form = read(
      [...who, ['Dr MANSOURI Youssef', 20, 150], ['091024578', 120, 150], ['ALLALI Youssef', 20, 250]],
      {
        families: [family],
        providers: [provider({ name: 'Dr MANSOURI Youssef' })],
      },
    );
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is no day of the care itself', () => {
    const form = read([...who, ['06/10/2026', 120, 230]], { families: [family] });
    expect(form.beneficiaryLink?.value).toBe('insured');
    expect(form.signatureDate?.value).toBe('2026-10-06');
  });
});

describe('two families', () => {
  it('of which one has number, name and CIN on the form are no question', () => {
    expect(valuesOf(read(who, { families: [neighbour, family] }))).toMatchObject({
      number: '167204938',
      cin: 'AE209418',
      insured: 'BENJELLOUN Hicham',
    });
  });

  it('of which each has its number and name on the form are a question: none is chosen', () => {
    const form = read([...who.slice(0, 2), ['OUAZZANI Touria', 20, 100], ['167204939', 120, 100]], {
      families: [family, neighbour],
    });
    expect(form.registrationNumber?.evidence ?? []).not.toContain('REGISTRY');
    expect(form.insuredName?.evidence ?? []).not.toContain('REGISTRY');
  });

  it('of the same name are told apart by the number', () => {
    const namesake: RegisteredFamily = {
      person: person({ registrationNumber: '204938167', cin: 'D705516' }),
      dependants: [],
    };
    expect(read(who, { families: [namesake, alone] }).registrationNumber?.value).toBe('167204938');
  });
});

describe('a number of another person at the label', () => {
  const labelled = (number: string, world: World) =>
    read(
      [
        [`N° d'immatriculation : ${number}`, 20, 50],
        ['BENJELLOUN Hicham', 20, 40],
        ['AE209418', 150, 50],
        ['26/04/1980', 150, 40],
      ],
      world,
    );

  it('is left as it was read, with a conflict', () => {
    const form = labelled('167204939', { families: [neighbour, family] });
    expect(form.registrationNumber).toMatchObject({ value: '167204939', doubts: ['CONFLICTING_VALUES'] });
    expect(form.insuredName?.value).toBe('BENJELLOUN Hicham');
  });

  it('that nobody has is left as it was read', () => {
    const form = labelled('167204937', { families: [family] });
    expect(form.registrationNumber?.value).toBe('167204937');
    expect(form.registrationNumber?.evidence ?? []).not.toContain('REGISTRY');
  });
});

describe('the provider', () => {
  it('is found by the INPE wherever it stands', () => {
    const form = read(
      [...who, ['091024578', 150, 280], ['Dr MANSOURI Adil', 20, 280], ['Cardiologie', 20, 288]],
      {
        families: [family],
        providers: [provider()],
      },
    );
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
    expect(form.inpe?.evidence).toContain('REGISTRY');
    expect(form.providerName?.value).toBe('Dr MANSOURI Adil');
    expect(form.specialty?.value).toBe('Cardiologie');
  });

  it('is found by a sticker alone', () => {
    const form = read([...who, ['Dr MANSOURI Adil', 20, 150]], {
      families: [family],
      providers: [provider()],
      barcodes: [sticker('091024578')],
    });
    expect(form.inpe).toMatchObject({
      value: '091024578',
      doubts: [],
      evidence: ['REGISTRY', 'BARCODE'],
      source: { page: 1, box: { left: 0.6, top: 0.5, width: 0.2, height: 0.05 } },
    });
  });

  it.each(['*091024578*', '091 024 578', '091-024-578'])('is found by bars that say %s', (text) => {
    const form = read(who, {
      families: [family],
      providers: [provider()],
      barcodes: [sticker(text, 'CODE_39')],
    });
    expect(form.inpe?.value).toBe('091024578');
  });

  it('is nobody whose INPE is not on the form', () => {
    const form = read([...who, ['Dr MANSOURI Adil', 20, 150]], {
      families: [family],
      providers: [provider()],
    });
    expect(form.inpe).toBeUndefined();
  });

  it('is the doctor, not the pharmacy beside him', () => {
    const pharmacy = provider({ inpe: '061203344', name: 'Pharmacie Al Amal', specialty: 'Pharmacie' });
    const form = read(
      [
        ...who,
        ['Pharmacie Al Amal', 20, 140],
        ['061203344', 120, 140],
        ['061203344', 120, 146],
        ['091024578', 120, 160],
      ],
      { families: [family], providers: [pharmacy, provider()] },
    );
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
  });

  it('is the pharmacy where nobody else is there', () => {
    const pharmacy = provider({ inpe: '061203344', name: 'Pharmacie Al Amal', specialty: 'Pharmacie' });
    const form = read([...who, ['061203344', 120, 140]], { families: [family], providers: [pharmacy] });
    expect(form.inpe?.value).toBe('061203344');
  });

  it('is unsure between two of different specialties about whom the form says as much', () => {
    const other = provider({ inpe: '061203344', name: 'Dr LAHLOU Samir', specialty: 'Dermatologie' });
    const form = read(
      [
        ...who,
        ['Dr MANSOURI Adil', 20, 140],
        ['091024578', 120, 140],
        ['Dr LAHLOU Samir', 20, 160],
        ['061203344', 120, 160],
      ],
      { families: [family], providers: [provider(), other] },
    );
    expect(form.inpe?.doubts).toHaveLength(1);
  });
});

describe('barcodes', () => {
  const printed: readonly Place[] = [...who, ['Dr MANSOURI Adil', 20, 150], ['091024578', 120, 150]];

  it('with the INPE that is printed bear it out', () => {
    const form = read(printed, { providers: [provider()], barcodes: [sticker('091024578')] });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
    expect(form.inpe?.evidence).toContain('BARCODE');
  });

  it('with another INPE leave a doubt', () => {
    const form = read(printed, { providers: [provider()], barcodes: [sticker('061203344')] });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: ['BARCODE_DIFFERS'] });
  });

  it('of the clinic, whose number is printed too, say nothing against its doctor', () => {
    const form = read([...printed, ['061203344', 20, 20]], {
      providers: [provider()],
      barcodes: [sticker('061203344')],
    });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
  });

  it('with another INPE beside one that bears it out leave no doubt', () => {
    const form = read(printed, {
      providers: [provider()],
      barcodes: [sticker('061203344'), sticker('091024578')],
    });
    expect(form.inpe?.doubts).toEqual([]);
  });

  it('of another page say nothing of the form', () => {
    const form = read(printed, {
      providers: [provider()],
      barcodes: [{ ...sticker('061203344'), page: 2 }],
    });
    expect(form.inpe?.doubts).toEqual([]);
  });

  it.each([
    ['EAN_13', '6118000012345'],
    ['DATA_MATRIX', '0106118000012345'],
  ] as const)('on boxes of medicines are told: %s', (symbology, text) => {
    expect(read(printed, { providers: [provider()], barcodes: [sticker(text, symbology)] })).toMatchObject({
      hasMedicineLabels: true,
      inpe: { value: '091024578', doubts: [] },
    });
  });

  it('of nine digits on a box of medicines are no INPE', () => {
    const form = read(who, { providers: [provider()], barcodes: [sticker('091024578', 'EAN_13')] });
    expect(form.inpe).toBeUndefined();
  });

  it('that are none leave nothing', () => {
    expect(read(printed, { providers: [provider()] }).hasMedicineLabels).toBeUndefined();
  });
});

describe('a form with labels', () => {
  const sheet = careFormSheet(filling, { side: 'right' });
  const nadia: RegisteredFamily = {
    person: person({
      registrationNumber: '112233445',
      cin: 'AB123456',
      name: { family: 'SEFRIOUI', given: 'Nadia' },
      birthDate: '1981-05-07',
    }),
    dependants: [],
  };

  it('is read alike, and the registry bears it out', () => {
    const form = settle(sheet.texts, { families: [nadia], providers: [provider({ inpe: '060708091' })] });
    expect(valuesOf(form)).toMatchObject({
      number: '112233445',
      cin: 'AB123456',
      insured: 'SEFRIOUI Nadia',
      insuredBirth: '1981-05-07',
      patient: 'SEFRIOUI Nadia',
      patientBirth: '1981-05-07',
    });
    expect(form.registrationNumber?.evidence).toEqual(expect.arrayContaining(['REGISTRY', 'LABEL']));
  });

  it('has the insured for its patient, and not the provider, where the register does not know the provider', () => {
    const form = settle(sheet.texts, { families: [nadia] });
    expect(valuesOf(form)).toMatchObject({ patient: 'SEFRIOUI Nadia', patientBirth: '1981-05-07' });
  });

  it('is read as printed where the registry knows other people only', () => {
    const form = settle(sheet.texts, { families: [family] });
    expect(valuesOf(form)).toMatchObject({ number: '112233445', insured: 'SEFRIOUI Nadia' });
    expect(form.registrationNumber?.evidence ?? []).not.toContain('REGISTRY');
  });

  it('keeps the name at the label though number and CIN are another’s', () => {
    const other: RegisteredFamily = {
      person: { ...nadia.person, name: { family: 'OUAZZANI', given: 'Touria' }, birthDate: '1975-02-14' },
      dependants: [],
    };
    expect(settle(sheet.texts, { families: [other] }).insuredName?.value).toBe('SEFRIOUI Nadia');
  });
});
