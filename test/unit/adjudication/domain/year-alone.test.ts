import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { child, claimInput, field, personFile } from './claim-builder.ts';

const { person } = personFile();
const codes = (input: Parameters<typeof claimInput>[0]): readonly string[] =>
  adjudicate(claimInput(input))
    .findings.filter(({ kind }) => kind !== 'signal')
    .map(({ code, field: name }) => (name === undefined ? code : `${code} ${name}`));

describe('who is registered by the year of birth alone', () => {
  const born = { person: personFile({ person: { ...person, birthDate: '1960' } }) };
  const written = (date: string) => ({
    insuredBirthDate: field(date),
    patientBirthDate: field(date),
  });

  it('is paid where the form says that year, and where it says a day of it for the insured', () => {
    expect(codes({ ...born, form: written('1960') })).toEqual([]);
    expect(
      codes({ ...born, form: { insuredBirthDate: field('1960-01-01'), patientBirthDate: undefined } }),
    ).toEqual([]);
  });

  it('is doubted where the form says another year', () => {
    expect(codes({ ...born, form: written('1961') })).toContain('IDENTITY_MISMATCH insuredBirthDate');
  });

  it('is known by three facts beside the year, which is that of many', () => {
    const weak = { confidencePercent: 60, doubts: ['LOW_CONFIDENCE' as const] };
    const number = field('184203957', weak);
    expect(codes({ form: { registrationNumber: number, cin: undefined } })).toEqual([]);
    expect(
      codes({ ...born, form: { ...written('1960'), registrationNumber: number, cin: undefined } }),
    ).toContain('CIN_UNREADABLE cin');
  });
});

describe('the age of a child of whom only the year is known', () => {
  const of = (birthDate: string) => ({
    person: personFile({ dependants: [child({ birthDate, from: '2010-01-01' })] }),
    form: {
      beneficiaryLink: field('child' as const),
      patientName: field('BENNANI Adam'),
      patientBirthDate: field(birthDate),
    },
  });

  it('is right, wrong, or for a person to say where the month decides', () => {
    expect(codes(of('2004'))).toEqual([]);
    expect(codes(of('2003'))).toEqual(['BENEFICIARY_AGE']);
    expect(adjudicate(claimInput(of('2003'))).outcome).toBe('referred');
    expect(adjudicate(claimInput(of('2002'))).outcome).toBe('rejected');
  });
});

describe('a foreigner', () => {
  const registered = {
    person: personFile({ person: { ...person, cin: undefined, residenceCard: 'W012345N' } }),
  };

  it('is known by the number of the residence card, as others are by their CIN', () => {
    const form = { cin: field('W012345N'), insuredBirthDate: undefined, patientBirthDate: undefined };
    expect(codes({ ...registered, form })).toEqual([]);
    expect(codes({ ...registered, form: { ...form, cin: field('W012345P') } })).toEqual([
      'IDENTITY_MISMATCH cin',
    ]);
  });
});
