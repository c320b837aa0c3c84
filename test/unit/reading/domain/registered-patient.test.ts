import { describe, expect, it } from 'vitest';

import { type RegisteredFamily } from '../../../../contexts/reading/domain/witnesses.ts';

import type { Place } from './support/people-world.ts';
import {
  person,
  dependant,
  provider,
  family,
  acts,
  alone,
  read,
  settle,
  valuesOf,
  who,
} from './support/people-world.ts';

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

  it('is distinguished from a sister by the whole name', () => {
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

describe('a stranger on the form', () => {
  it.each([
    [
      'between labels of many words',
      'Nom du malade en capitales 17/06/2009 Date de naissance du patient',
      true,
    ],
    ['in a sentence', 'la loi du 17/06/2009 portant code de la couverture', false],
  ])('is identified by a birth date %s', (_, text, isStranger) => {
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

  it('is not seen in what OCR made of a signature beside the provider’s given name', () => {
    const texts: readonly Place[] = [...who, ['091024578', 120, 100], ['NIK Samira', 120, 170]];
    const known = { families: [family], providers: [provider({ name: 'Dr ALAOUI Samira' })] };
    expect(read(texts, known).patientName).toBeUndefined();
  });

  it('is not seen in a birth date that OCR itself does not believe', () => {
    const rubbish = { text: '24) Ol~l 9.93', x: 120, y: 100, confidencePercent: 5 };
    const texts = [...who.map(([text, x, y]) => ({ text, x, y })), rubbish, ...acts];
    expect(settle(texts, { families: [family] })).toMatchObject({
      patientBirthDate: undefined,
      beneficiaryLink: { value: 'insured' },
    });
  });

  it('is not seen in Arabic that OCR took for a given name, and doubts', () => {
    const arabic = { text: 'Jalaall', x: 120, y: 100 };
    const on = (percent: number) =>
      settle(
        [...who.map(([text, x, y]) => ({ text, x, y })), { ...arabic, confidencePercent: percent }, ...acts],
        {
          families: [family],
        },
      ).beneficiaryLink?.value;
    expect(on(63)).toBe('insured');
    expect(on(93)).not.toBe('insured');
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

  it('is named as the patient where a relative is identified by the birth date alone', () => {
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

  it.each(['Meryem EL FASSI', 'EL FASSI Meryem', 'Ijja AIT OUALI', 'Nadia OULED EL HAJ', 'TAOUFIK Ijja'])(
    'is seen with a family name of several words, or a rare given name: %s',
    (name) => {
      const form = read([...who, [name, 20, 150]], { families: [alone] });
      expect(form.patientName?.value).toBe(name);
      expect(form.beneficiaryLink?.value).not.toBe('insured');
    },
  );

  it('is seen by a birth date that stands right before a label', () => {
    const form = read([...who, ['15 03 2016 Naissance du malade', 20, 150]], { families: [alone] });
    expect(form.patientBirthDate?.value).toBe('2016-03-15');
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it.each(['ZNIBER Naima', 'Naima ZNIBER'])('in place of the insured is seen: %s', (name) => {
    const form = read([[name, 20, 40], ...who.slice(1)], { families: [family] });
    expect(form.insuredName?.value).toBe(name);
  });

  describe('whom no label names', () => {
    const stranger: readonly Place[] = [
      ['ZNIBER Youssef', 20, 150],
      ['15/03/2016', 20, 160],
    ];
    const belongTogether = (places: readonly Place[], world = { families: [family] }): boolean => {
      const { patientName, patientBirthDate } = read(places, world);
      const isTogether = (evidence: readonly string[] = []): boolean => evidence.includes('NEIGHBOURS');
      expect(isTogether(patientName?.evidence)).toBe(isTogether(patientBirthDate?.evidence));
      return isTogether(patientName?.evidence);
    };

    it('is one person where name and birth date stand by each other', () => {
      expect(belongTogether([...who, ...stranger])).toBe(true);
    });

    it.each<[string, readonly Place[]]>([
      ['far apart', [...who, ['ZNIBER Youssef', 20, 90], ['15/03/2016', 20, 180]]],
      ['with a second name', [...who, ...stranger, ['ALLALI Amina', 120, 170]]],
      ['with a second birth date', [...who, ...stranger, ['11/11/2011', 120, 170]]],
      ['with a given name only', [...who, ['Youssef', 20, 150], ['15/03/2016', 20, 160]]],
      [
        'with a birth date two digits off the insured’s',
        [...who, ['ZNIBER Youssef', 20, 150], ['28/04/1988', 20, 160]],
      ],
      [
        'with a birth date nearer to the insured’s name',
        [...who, ['ZNIBER Youssef', 20, 62], ['15/03/2016', 20, 44]],
      ],
      ['without birth date and CIN of the insured', [...who.slice(0, 2), ...stranger]],
    ])('may be nobody where they stand %s', (_, places) => {
      expect(belongTogether(places)).toBe(false);
    });
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

  it('is nobody where the doctor’s label stands alone: Med', () => {
    expect(read([...who, ['Med', 20, 250]], { families: [family] }).beneficiaryLink?.value).toBe('insured');
    const named = read([...who, ['ZEROUALI', 20, 250], ['Med', 20, 256]], { families: [family] });
    expect(named.beneficiaryLink?.value).not.toBe('insured');
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

  it('is not the provider whose name lost both its ends on a stamp', () => {
    const form = read(
      [...who, ['Dr IZNASNI Youssef', 20, 150], ['091024578', 120, 150], ['ZNASN Youssef', 20, 250]],
      {
        families: [family],
        providers: [provider({ name: 'Dr IZNASNI Youssef' })],
      },
    );
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  describe('is not seen in what OCR left of a stamp', () => {
    const doctor: Place = ['Dr AIT MOUSSA Hassan', 20, 150];
    const stamp: readonly Place[] = [
      ['JSSA Hassan', 20, 250],
      ['Dr Al', 20, 256],
    ];

    it('a letter off, near its title', () => {
      const form = read([...who, doctor, ['091024578', 120, 150], ...stamp], {
        families: [family],
        providers: [provider({ name: 'Dr AIT MOUSSA Hassan' })],
      });
      expect(form.beneficiaryLink?.value).toBe('insured');
    });

    it('of a doctor whom the register does not know', () => {
      const form = read([...who, doctor, ['Hassan', 20, 250], ['AIT MOUSA', 20, 256]], {
        families: [family],
      });
      expect(form.beneficiaryLink?.value).toBe('insured');
    });

    it('with the specialty on its second line', () => {
      const form = read(
        [...who, doctor, ['091024578', 120, 150], ['Dr AIT', 20, 250], ['MOUSSA Dermatologie', 60, 250]],
        {
          families: [family],
          providers: [provider({ name: 'Dr AIT MOUSSA Hassan', specialty: 'Dermatologie' })],
        },
      );
      expect(form.beneficiaryLink?.value).toBe('insured');
    });

    it('but is one a letter off far from any stamp', () => {
      const form = read([...who, doctor, ['091024578', 120, 150], ['JSSA Hassan', 20, 90]], {
        families: [family],
        providers: [provider({ name: 'Dr AIT MOUSSA Hassan' })],
      });
      expect(form.beneficiaryLink?.value).not.toBe('insured');
    });
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
