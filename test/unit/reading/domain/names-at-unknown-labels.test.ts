import { describe, expect, it } from 'vitest';
import type { PrintedText } from '../../../support/ocr-builder.ts';
import { acts, alone, person, read, settle, who, type Place } from './support/people-world.ts';

const numbers = who.slice(1);
const cells = (text: string, y: number): PrintedText => ({ text, x: 40, y, pitch: 5 });

describe('the day on which the form came in', () => {
  it('is nobody’s birth, also where the stamp lost half of its year', () => {
    const form = read([...who, ['CNSS AGENCE', 60, 240], ['REÇU LE 19/11/20', 60, 246]], {
      families: [alone],
    });
    expect(form.patientBirthDate).toBeUndefined();
    expect(form.beneficiaryLink).toMatchObject({ value: 'insured', doubts: [] });
  });

  it.each(['REGU LI 19/11/20', 'RFÇU LE 19/11/20', 'ENREGISTRF 19/11/20'])(
    'is nobody’s birth where OCR misread what the stamp says: %s',
    (stamp) => {
      const form = read([...who, [stamp, 60, 246]], { families: [alone] });
      expect(form.patientBirthDate).toBeUndefined();
    },
  );

  it('is a birth behind a word that is no stamp’s', () => {
    const form = read([...who, ['REGION 19/11/2020', 60, 100]], { families: [alone] });
    expect(form.patientBirthDate?.value).toBe('2020-11-19');
  });
});

describe('a name at labels that nobody knows', () => {
  it('is found where family and given name are far apart, each in cells of its own', () => {
    const form = settle(
      [
        cells('BENJELLOUN', 20),
        { text: 'Zembla', x: 20, y: 20 },
        cells('Hicham', 72),
        { text: 'Ubrigal', x: 20, y: 72 },
        ...numbers.map(([text, x, y]) => ({ text, x, y })),
        ...acts,
      ],
      { families: [alone] },
    );
    expect(form.insuredName).toMatchObject({ value: 'BENJELLOUN Hicham', evidence: ['REGISTRY'] });
  });

  it('is found where the same label stands right before two given names', () => {
    const places: readonly Place[] = [
      ['FNONIH Hicham', 20, 30],
      ['BENJELLOUN', 20, 42],
      ...numbers,
      ['FNONIH Brahim', 20, 100],
      ['ZEROUALI', 20, 112],
    ];
    const form = read(places, { families: [alone] });
    expect(form.insuredName).toMatchObject({ value: 'BENJELLOUN Hicham', evidence: ['REGISTRY'] });
    expect(form.patientName?.value).toContain('Brahim');
  });

  it('is not found where a word before the given name stands there once: it may be a name', () => {
    const places: readonly Place[] = [['FNONIH Hicham', 20, 30], ['BENJELLOUN', 20, 42], ...numbers];
    expect(read(places, { families: [alone] }).insuredName?.evidence ?? []).not.toContain('REGISTRY');
  });

  it.each([
    ['of the doctor', 'Dr BENJELLOUN', 72],
    ['far from the given name, which has another beside it', 'BENJELLOUN', 120],
  ])('is not found where the family name is %s', (_, text, y) => {
    const places: readonly Place[] = [['OUAZZANI', 60, 66], ['Hicham', 60, 74], [text, 20, y], ...numbers];
    expect(read(places, { families: [alone] }).insuredName?.evidence ?? []).not.toContain('REGISTRY');
  });

  it('is found far from the given name where OCR left a part of the family name beside that', () => {
    const places: readonly Place[] = [
      ['NJELLOUN', 60, 66],
      ['Hicham', 60, 74],
      ['BENJELLOUN', 20, 120],
      ...numbers,
    ];
    expect(read(places, { families: [alone] }).insuredName).toMatchObject({
      value: 'BENJELLOUN Hicham',
      evidence: ['REGISTRY'],
    });
  });

  it.each([
    ['a label, and an abbreviation', [['Matricule CVPN', 20, 100]]],
    [
      'a label, a letter of which was misread',
      [
        ['NATIONALITE', 20, 100],
        ['Qualife MALADF', 60, 100],
      ],
    ],
    ['an abbreviation that nobody can pronounce', [['Tazzifaci GDHV', 20, 100]]],
    ['what follows a preposition', [['FEUILLE DE BUIZZ Zuzajoi', 20, 20]]],
    [
      'a place of signature below',
      [
        ["Signature de l'adhérent", 20, 230],
        ['Toai : Oujda', 20, 237],
      ],
    ],
  ] as [string, readonly Place[]][])('is nobody else’s where what may be one is %s', (_, places) => {
    const form = read([...who, ...places], { families: [alone] });
    expect(form).toMatchObject({
      insuredName: { value: 'BENJELLOUN Hicham' },
      beneficiaryLink: { value: 'insured', doubts: [] },
    });
  });

  it.each([
    'DE SOUSA Joao',
    'ET TAHIRI Ijja',
    'Ordonnance pour TAOUFIK Ijja',
    'Fils de TAOUFIK Ijja',
    'TAOUFIK Mariem',
  ])('may be another person’s where the form has %s', (text) => {
    const form = read([...who, [text, 20, 100]], { families: [alone] });
    expect(form.patientName?.value).toMatch(/SOUSA|TAHIRI|TAOUFIK/);
    expect(form.beneficiaryLink).toBeUndefined();
  });

  it.each(['Ouazzani Touria', 'Berkane Ijja', 'Safi Ahmed', 'Sbai Mariem', 'Rousseau Marie'])(
    'is another person’s where the insured’s label has %s, who is called as a town or nearly as a label is',
    (name) => {
      const places: readonly Place[] = [...who, ["Nom de l'assuré :", 20, 70], [name, 70, 70]];
      expect(read(places, { families: [alone] }).insuredName?.value).toBe(name);
    },
  );

  it('is the insured’s where the label took the given name out of the part of somebody else', () => {
    const form = settle(
      [
        ...numbers.map(([text, x, y]) => ({ text, x, y: y + 40 })),
        { text: "RENSEIGNEMENTS SUR L'ASSURÉ", x: 20, y: 20 },
        { text: 'NOM', x: 20, y: 30 },
        cells('BENJELLOUN', 30),
        { text: 'PRÉNOM', x: 20, y: 40 },
        cells('Hicham', 40),
        { text: 'MALADE', x: 20, y: 110 },
        { text: 'PRÉNOM', x: 20, y: 120 },
        cells('Aicha', 120),
        { text: 'NOM', x: 20, y: 140 },
        cells('OUAZZANI', 140),
        ...acts,
      ],
      { families: [alone] },
    );
    expect(form.insuredName?.value).toBe('BENJELLOUN Hicham');
    expect(form.patientName?.value).toBe('OUAZZANI Aicha');
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is another person’s where the insured’s label has it on one line', () => {
    const twin = { person: person({ name: { family: 'BENJELLOUN', given: 'Hicham' } }), dependants: [] };
    const places: readonly Place[] = [...who, ["Nom de l'assuré :", 20, 120], ['BENJELLOUN Rachid', 60, 120]];
    expect(read(places, { families: [twin] }).insuredName?.value).toBe('BENJELLOUN Rachid');
  });
});
