import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { claimInput, field, personFile } from './claim-builder.ts';

const doubts = (input: ReturnType<typeof claimInput>) =>
  adjudicate(input)
    .findings.filter(({ kind }) => kind === 'doubt')
    .map(({ code, field: name }) => `${code} ${name ?? ''}`.trim());

describe('who the insured person is', () => {
  it('approves a claim whose number, CIN and name agree with one person', () => {
    const decision = adjudicate(claimInput());
    expect(decision).toMatchObject({
      outcome: 'approved',
      registrationNumber: '184203957',
      paidCentimes: 10_500,
    });
  });

  it.each<[string, Partial<CareForm>, string]>([
    [
      'a number that was not read',
      { registrationNumber: undefined },
      'REGISTRATION_NUMBER_UNREADABLE registrationNumber',
    ],
    [
      'a CIN that was not read, and no birth date to stand in for it',
      { cin: undefined, insuredBirthDate: undefined },
      'CIN_UNREADABLE cin',
    ],
    [
      'a CIN that was not read, and a birth date that may be another',
      { cin: undefined, insuredBirthDate: field('1979-03-14', { doubts: ['CONFLICTING_VALUES'] }) },
      'CIN_UNREADABLE cin',
    ],
    [
      'a CIN that was not read, and a name that is only close to his',
      { cin: undefined, insuredName: field('BENNANI') },
      'CIN_UNREADABLE cin',
    ],
    ['a name that was not read', { insuredName: undefined }, 'NAME_UNREADABLE insuredName'],
    ['a CIN of nobody', { cin: field('BK412088') }, 'IDENTITY_MISMATCH cin'],
    [
      'a CIN that is not his and was read badly, and no birth date',
      { cin: field('BK412088', { confidencePercent: 60 }), insuredBirthDate: undefined },
      'CIN_UNREADABLE cin',
    ],
    ['another name', { insuredName: field('TAHIRI Salma') }, 'IDENTITY_MISMATCH insuredName'],
    ['another birth date', { insuredBirthDate: field('1980-03-14') }, 'IDENTITY_MISMATCH insuredBirthDate'],
    [
      'a number of the wrong length',
      { registrationNumber: field('184203957', { doubts: ['WRONG_LENGTH'] }) },
      'REGISTRATION_NUMBER_UNREADABLE registrationNumber',
    ],
    [
      'a number that was hardly read, and only one more fact that is his',
      {
        registrationNumber: field('184203957', { confidencePercent: 20 }),
        cin: undefined,
        insuredBirthDate: undefined,
      },
      'REGISTRATION_NUMBER_UNREADABLE registrationNumber',
    ],
  ])('refers a claim with %s', (_, changes, doubt) => {
    const input = claimInput({ form: changes });
    expect(doubts(input)).toContain(doubt);
    expect(adjudicate(input)).toMatchObject({
      outcome: 'referred',
      paidCentimes: 0,
      registrationNumber: undefined,
    });
  });

  it('knows who it is by any three of number, CIN, birth date and name with the name, however weakly each was read', () => {
    const weak = { confidencePercent: 15, doubts: ['LOW_CONFIDENCE'] as const };
    const registrationNumber = field('184203957', weak);
    const insuredName = field('BENNANI Youssef', weak);
    const cin = field('BK412087', weak);
    const insuredBirthDate = field('1979-03-14', weak);
    const decide = (form: Partial<CareForm>) =>
      adjudicate(claimInput({ form: { registrationNumber, insuredName, cin, insuredBirthDate, ...form } }));
    const known = { outcome: 'approved', registrationNumber: '184203957' };
    expect(decide({})).toMatchObject(known);
    expect(decide({ cin: undefined })).toMatchObject(known);
    expect(decide({ cin: field('BK412088', { confidencePercent: 60 }) })).toMatchObject(known);
    expect(decide({ insuredBirthDate: undefined })).toMatchObject(known);
    expect(decide({ cin: undefined, insuredBirthDate: undefined }).outcome).toBe('referred');
    expect(decide({ insuredName: undefined }).outcome).toBe('referred');
    expect(decide({ insuredName: { ...insuredName, value: 'BENNANI Yassine' } }).outcome).toBe('referred');
  });

  it('takes the patient for the insured by his whole name and birth date, both read weakly', () => {
    const patientName = field('BENNANI Youssef', { confidencePercent: 25, doubts: ['LOW_CONFIDENCE'] });
    const patientBirthDate = field('1979-03-14', { confidencePercent: 60, doubts: ['LOW_CONFIDENCE'] });
    expect(adjudicate(claimInput({ form: { patientName, patientBirthDate } })).outcome).toBe('approved');
  });

  it('refers a number that finds nobody instead of rejecting it: it may be misread', () => {
    const input = claimInput({ person: undefined });
    expect(doubts(input)).toContain('PERSON_NOT_FOUND registrationNumber');
    expect(adjudicate(input).outcome).toBe('referred');
  });

  it('refers a CIN that belongs to another insured person', () => {
    expect(doubts(claimInput({ personByCin: '127745608' }))).toEqual(['IDENTITY_MISMATCH cin']);
  });

  it('refers a person whose CIN the registry does not know', () => {
    const file = personFile();
    const person = { ...file.person, cin: undefined };
    expect(doubts(claimInput({ person: { ...file, person }, personByCin: undefined }))).toEqual([
      'IDENTITY_MISMATCH cin',
    ]);
  });

  it('refers a registry answer for another number than the one on the form', () => {
    expect(doubts(claimInput({ form: { registrationNumber: field('184203958') } }))).toContain(
      'IDENTITY_MISMATCH registrationNumber',
    );
  });

  it('believes weak readings of number, CIN and name that confirm each other', () => {
    const weak = { confidencePercent: 55, doubts: ['CORRECTED_CHARACTERS', 'LOW_CONFIDENCE'] as const };
    const form = {
      registrationNumber: field('184203957', weak),
      cin: field('BK412087', weak),
      insuredName: field('Benani Yousef', weak),
    };
    expect(adjudicate(claimInput({ form })).outcome).toBe('approved');
  });

  it('holds an engine that nobody measured to the strictest thresholds', () => {
    const form = { inpe: field('091024578', { confidencePercent: 85 }), providerName: undefined };
    expect(adjudicate(claimInput({ form, ocrEngine: 'tesseract' })).outcome).toBe('approved');
    expect(adjudicate(claimInput({ form, ocrEngine: 'textract' })).outcome).toBe('referred');
    expect(adjudicate(claimInput({ form, ocrEngine: undefined })).outcome).toBe('referred');
    expect(adjudicate(claimInput({ form, ocrEngine: 'another' })).outcome).toBe('referred');
  });

  it('takes the Arabic name where the registry has it and the Latin one was not read', () => {
    const file = personFile();
    const name = { ...file.person.name, familyArabic: 'بناني', givenArabic: 'يوسف' };
    const person = { ...file, person: { ...file.person, name } };
    const form = { insuredName: undefined, insuredNameArabic: field('يوسف بناني') };
    expect(adjudicate(claimInput({ person, form })).outcome).toBe('approved');
  });
});

describe('a family name that OCR misread', () => {
  const file = personFile();
  const person = {
    ...file,
    person: { ...file.person, name: { family: 'CHERKAOUI', given: 'Youssef' } },
  };
  const misread = { insuredName: field('TERKAOUI Youssef'), patientName: field('CHERKAOUI Youssef') };

  it('is believed where number, CIN and birth date are each sure and his', () => {
    expect(adjudicate(claimInput({ person, form: misread }))).toMatchObject({
      outcome: 'approved',
      registrationNumber: '184203957',
      paidCentimes: 10_500,
    });
  });

  it.each<[string, Partial<CareForm>]>([
    ['number', { registrationNumber: field('184203957', { confidencePercent: 70 }) }],
    ['number', { registrationNumber: field('184203957', { doubts: ['CORRECTED_CHARACTERS'] }) }],
    ['CIN', { cin: field('BK412087', { confidencePercent: 70 }) }],
    ['birth date', { insuredBirthDate: field('1979-03-14', { confidencePercent: 70 }) }],
    ['birth date', { insuredBirthDate: undefined }],
  ])('is not believed where the %s is not sure', (_, weak) => {
    const input = claimInput({ person, form: { ...misread, ...weak } });
    expect(doubts(input)).toContain('IDENTITY_MISMATCH insuredName');
    expect(adjudicate(input).paidCentimes).toBe(0);
  });

  it.each(['CHERKAOUI Yassine', 'TERKAOUI Yassine', 'CHERKAOUI', 'TAHIRI Youssef'])(
    'is not what %s is: another person is doubted whatever the numbers say',
    (name) => {
      const input = claimInput({ person, form: { ...misread, insuredName: field(name) } });
      expect(doubts(input)).toContain('IDENTITY_MISMATCH insuredName');
      expect(adjudicate(input).outcome).toBe('referred');
    },
  );

  it('tells the patient too, by a given name and a birth date that are his', () => {
    const form = { ...misread, patientName: field('TERKAOUI Youssef') };
    expect(adjudicate(claimInput({ person, form })).outcome).toBe('approved');
    const unsure = { ...form, patientBirthDate: field('1979-03-14', { confidencePercent: 70 }) };
    expect(adjudicate(claimInput({ person, form: unsure }))).toMatchObject({
      outcome: 'referred',
      paidCentimes: 0,
    });
  });
});
