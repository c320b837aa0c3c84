import { describe, expect, it } from 'vitest';
import {
  acts,
  alone,
  family,
  person,
  provider,
  read,
  settle,
  who,
  type Place,
} from './support/people-world.ts';

const numbers = who.slice(1);
const amrani = { person: person({ name: { family: 'AMRANI', given: 'Meryem' } }), dependants: [] };
const doctor = provider({ name: 'Dr HAMDAOUI Meryem' });

describe('a name of which OCR is not sure in one place', () => {
  const bella = { person: person({ name: { family: 'AIT BELLA', given: 'Hicham' } }), dependants: [] };
  /** The patient's name in four words, the second of which is doubtful. */
  const patient = (...[before, doubtful, after, given]: readonly string[]) =>
    settle(
      [
        ...[['AIT BELLA Hicham', 20, 40] as const, ...numbers].map(([text, x, y]) => ({ text, x, y })),
        { text: before ?? '', x: 20, y: 100 },
        { text: doubtful ?? '', x: 27.5, y: 100, confidencePercent: 45 },
        { text: `${after} ${given}`, x: 32.5, y: 100 },
        ...acts,
      ],
      { families: [bella] },
    );

  it('is that of whom the rest of it names, with a doubt', () => {
    const form = patient('AIT', 'PL', 'LLA', 'Hicham');
    expect(form.patientName).toMatchObject({ evidence: ['REGISTRY'], doubts: ['LOW_CONFIDENCE'] });
    expect(form.beneficiaryLink?.value).toBe('insured');
  });

  it.each([
    ['another given name', ['AIT', 'PL', 'LLA', 'Hichame']],
    ['another end', ['AIT', 'PL', 'LLI', 'Hicham']],
    ['too little of it', ['AIT', 'PL', 'LA', 'Hicham']],
  ])('is nobody’s with %s', (_, words) => {
    expect(patient(...words).patientName?.evidence ?? []).not.toContain('REGISTRY');
  });
});

describe('a name whose parts stand apart', () => {
  it('is found where OCR misread the family name, in capitals', () => {
    const bouali = { person: person({ name: { family: 'BOUALI', given: 'Bouchaib' } }), dependants: [] };
    const form = read(
      [['BOUALL', 20, 30], ['Nom', 45, 30], ['Bouchaib', 20, 40], ['Prénom', 50, 40], ...numbers],
      { families: [bouali] },
    );
    expect(form.insuredName).toMatchObject({ value: 'BOUALL Bouchaib', evidence: ['REGISTRY'] });
  });

  it.each(['AMRANI Lhougsaine', 'AURANI Lhougsaine'])(
    'is not put together of two names of others: %s, and that of the doctor',
    (patient) => {
      const form = read(
        [
          ['AMRANI Meryem', 20, 40],
          ...numbers,
          ['Nom du malade :', 20, 100],
          [patient, 60, 100],
          ['Dr HAMDAOUI Meryem', 20, 120],
        ],
        { families: [amrani], providers: [doctor] },
      );
      expect(form.patientName?.value).toBe(patient);
      expect(form.beneficiaryLink?.value).not.toBe('insured');
    },
  );

  it('is that of a stranger where each part has its label behind it', () => {
    const form = read(
      [
        ...who,
        ['18/09/2014', 20, 100],
        ['Karim', 20, 112],
        ['Prénom', 36, 112],
        ['NACIRI', 20, 124],
        ['Nom', 38, 124],
      ],
      { families: [alone] },
    );
    expect(form.patientName).toMatchObject({ value: 'NACIRI Karim', evidence: ['PLACE', 'NEIGHBOURS'] });
  });
});

describe('the patient’s name under a stamp', () => {
  it('leaves open who was cared for where the words of both are one line', () => {
    const places: readonly Place[] = [
      ['AMRANI Meryem', 20, 40],
      ...numbers,
      ['Nom du malade :', 20, 100],
      ['AURANT Lhougsaine', 60, 100],
      ['Dr HAMDAOUI Meryem', 70, 101.5],
    ];
    const form = read(places, { families: [amrani], providers: [doctor] });
    expect(form.beneficiaryLink?.doubts).toEqual(['CONFLICTING_VALUES']);
  });

  it('is not taken for the doctor’s where the stamp is a line of its own across it', () => {
    const places: readonly Place[] = [
      ['AMRANI Meryem', 20, 40],
      ...numbers,
      ['Nom du malade :', 20, 100],
      ['AURANT Lhougsaine', 60, 100],
      ['Dr HAMDAOUI Meryem', 60, 103],
    ];
    const form = read(places, { families: [amrani], providers: [doctor] });
    expect(form.patientName?.value).toBe('AURANT Lhougsaine');
    expect(form.beneficiaryLink?.value).not.toBe('insured');
  });

  it('is that of nobody where the patient’s part is empty', () => {
    const form = read([...who, ['Nom du malade :', 20, 100], ['Sexe :', 120, 100]], { families: [family] });
    expect(form.beneficiaryLink).toMatchObject({ value: 'insured', doubts: [] });
  });

  it('is not taken for the insured’s in the line above, on a page that lies askew', () => {
    const sheet = [
      ...numbers.map(([text, x, y]) => ({ text, x, y })),
      { text: 'Nom de l’assuré :', x: 20, y: 100 },
      { text: 'BENJELLOUN Hicham', x: 60, y: 100 },
      { text: 'Nom du malade :', x: 20, y: 105 },
      { text: 'BENJELLOUN Sxlmq', x: 60, y: 105 },
      ...acts,
    ];
    for (const skewDegrees of [-3, 3]) {
      const form = settle(sheet, { families: [family] }, { skewDegrees });
      expect(form.patientName?.value).toBe('BENJELLOUN Sxlmq');
      expect(form.beneficiaryLink?.value).not.toBe('insured');
    }
  });
});
