import { describe, expect, it } from 'vitest';

import {
  draftReading,
  registryKeysOf,
  settleReading,
} from '../../../../contexts/reading/domain/read-file.ts';
import {
  noWitnesses,
  type PageBarcode,
  type RegisteredFamily,
} from '../../../../contexts/reading/domain/witnesses.ts';
import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';

import type { World, Place } from './support/people-world.ts';
import {
  person,
  provider,
  family,
  alone,
  neighbour,
  acts,
  settle,
  read,
  valuesOf,
  who,
  sticker,
} from './support/people-world.ts';

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

  it.each([4, 5])(
    'is found where the birth date stands in a comb, day, month and year apart: %s mm',
    (pitch) => {
      const cells = ['2', '6', '0', '4', '1', '9', '8', '0'].map((digit, at): Place => {
        const breaks = Number(at > 1) + Number(at > 3);
        return [digit, 20 + at * pitch + breaks * 0.5 * pitch, 60];
      });
      const form = read([...who.slice(0, 3), ...cells], { families: [alone] });
      expect(form.insuredBirthDate).toMatchObject({ value: '1980-04-26', doubts: [] });
    },
  );

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

  it.each(['Lieu Settat', 'Settat Lieu', 'Lieu Marrakech'])(
    'is found where a place stands at a label of names: %s',
    (place) => {
      const places: readonly Place[] = [...who, ["Nom de l'assuré :", 20, 120], [place, 60, 120]];
      const form = read([...places, ['Ville : Marrakech', 20, 130], ['091024578', 20, 140]], {
        families: [alone],
        providers: [provider()],
      });
      expect(form.insuredName?.value).toBe('BENJELLOUN Hicham');
    },
  );

  it('is not found where another name stands at its label', () => {
    const places: readonly Place[] = [...who, ["Nom de l'assuré :", 20, 120], ['ZEROUALI Lieu', 60, 120]];
    expect(read(places, { families: [alone] }).insuredName?.value).toBe('ZEROUALI Lieu');
  });

  it.each(['AIT BRAHIMMDAGHRI', 'AITBRAHIMMDAGHRI', 'AITBRAHIM MDAGHRI'])(
    'is found where words of the family name ran together in a comb: %s',
    (name) => {
      const anas = person({ name: { family: 'AIT BRAHIM MDAGHRI', given: 'Anas' } });
      const places: readonly Place[] = [[name, 20, 30], ['Anas', 20, 40], ...who.slice(1)];
      const form = read(places, { families: [{ ...alone, person: anas }] });
      expect(form.insuredName?.evidence).toContain('REGISTRY');
    },
  );

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
      rowInpes: [],
      medicineCodes: [],
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

describe('a sheet of which nothing but the insured was read', () => {
  const texts = who.map(([text, x, y]) => ({ text, x, y }));

  it('is not turned away', () => {
    const { forms, pageRoles } = settleReading(draftReading(printDocument({ texts })), {
      ...noWitnesses,
      registry: { families: [alone], providers: [], medicines: [] },
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
