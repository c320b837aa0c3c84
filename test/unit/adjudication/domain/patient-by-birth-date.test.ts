import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { child, claimInput, field, personFile } from './claim-builder.ts';

const born: Partial<CareForm> = {
  beneficiaryLink: field('child'),
  patientName: undefined,
  patientBirthDate: field('2017-06-02'),
};
const adam = child();
const sara = child({ dependantId: '2', name: { family: 'BENNANI', given: 'Sara' }, birthDate: '2020-11-20' });
const twin = child({ dependantId: '3', name: { family: 'BENNANI', given: 'Imane' } });

const decide = (form: Partial<CareForm>, ...dependants: readonly (typeof adam)[]) =>
  adjudicate(claimInput({ form: { ...born, ...form }, person: personFile({ dependants }) }));
const reasons = (decision: ReturnType<typeof decide>) =>
  decision.findings
    .filter(({ kind }) => kind !== 'signal')
    .map(({ kind, code, field: name }) => `${kind} ${code} ${name ?? ''}`.trim());

describe('a patient without a name', () => {
  it.each<[string, Partial<CareForm>]>([
    ['a tick that says so', {}],
    ['no tick', { beneficiaryLink: undefined }],
    [
      'an unsure tick, which the birth date bears out',
      { beneficiaryLink: field('child', { confidencePercent: 20 }) },
    ],
  ])('is the one of the family who was born on that day, with %s', (_, form) => {
    expect(decide(form, adam, sara)).toMatchObject({
      outcome: 'approved',
      beneficiary: { kind: 'dependant', dependantId: '1' },
      paidCentimes: 10_500,
    });
  });

  it('is identified by a birth date read weakly only where nobody else of the family was born on a day like it', () => {
    const patientBirthDate = field('2017-06-02', { confidencePercent: 70 });
    const near = child({
      dependantId: '4',
      birthDate: '2017-06-22',
      name: { family: 'BENNANI', given: 'Aya' },
    });
    expect(decide({ patientBirthDate }, adam, sara).outcome).toBe('approved');
    expect(reasons(decide({ patientBirthDate }, adam, near))).toEqual([
      'doubt BENEFICIARY_UNREADABLE patientBirthDate',
    ]);
  });

  it('is asked for where two of the family were born on that day', () => {
    const decision = decide({}, adam, twin, sara);
    expect(decision).toMatchObject({ outcome: 'incomplete', beneficiary: undefined, paidCentimes: 0 });
    expect(reasons(decision)).toEqual(['missing FORM_INCOMPLETE patientName']);
  });

  it('is asked for where nobody of the family was born on that day', () => {
    expect(reasons(decide({ patientBirthDate: field('2018-06-02') }, adam, sara))).toContain(
      'missing FORM_INCOMPLETE patientName',
    );
  });

  it('is in doubt where the tick says another link than that of who was born on that day', () => {
    expect(reasons(decide({ beneficiaryLink: field('spouse') }, adam, sara))).toEqual([
      'doubt BENEFICIARY_AMBIGUOUS',
    ]);
  });
});

describe('a weak name', () => {
  const weak = field('BENNANI Adam', { confidencePercent: 25, doubts: ['LOW_CONFIDENCE'] });

  it('is borne out by a sure birth date of the same child', () => {
    expect(decide({ patientName: weak }, adam, sara)).toMatchObject({
      outcome: 'approved',
      beneficiary: { kind: 'dependant', dependantId: '1' },
    });
  });

  it('may be the given name alone, where a sure birth date is the same child’s', () => {
    const given = (name: string) => ({ patientName: field(name) });
    expect(decide(given('Adam'), adam, sara)).toMatchObject({
      outcome: 'approved',
      beneficiary: { kind: 'dependant', dependantId: '1' },
    });
    expect(reasons(decide(given('Sara'), adam, sara))).toEqual(['doubt BENEFICIARY_AMBIGUOUS']);
  });

  it('is nothing to bear out where it was hardly read and is not the whole name', () => {
    const hardlyRead = field('BENANI Adem', { confidencePercent: 19 });
    expect(reasons(decide({ patientName: hardlyRead }, adam, sara))).toEqual([
      'doubt BENEFICIARY_UNREADABLE patientName',
    ]);
  });

  it('that is not the whole one is not borne out by a birth date that is unsure itself', () => {
    const patientName = { ...weak, value: 'BENANI Adem' };
    const patientBirthDate = field('2017-06-02', { confidencePercent: 70 });
    const decision = decide({ patientName, patientBirthDate }, adam, sara);
    expect(decision.outcome).toBe('referred');
    expect(reasons(decision)).toEqual(['doubt BENEFICIARY_UNREADABLE patientName']);
  });

  it('tells no twin from the other where it fits both', () => {
    const solma = field('BENNANI Solma', { confidencePercent: 50 });
    const twins = ['Salma', 'Selma'].map((given, index) =>
      child({ dependantId: index.toString(), name: { family: 'BENNANI', given } }),
    );
    expect(reasons(decide({ patientName: solma }, ...twins))).toEqual(['doubt BENEFICIARY_AMBIGUOUS']);
  });
});
