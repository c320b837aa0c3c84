import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { child, claimInput, field, personFile } from './claim-builder.ts';

const adam = {
  beneficiaryLink: field('child' as const),
  patientName: field('BENNANI Adam'),
  patientBirthDate: field('2017-06-02'),
};
const withFamily = (form: Partial<CareForm>, dependants = [child()]) =>
  adjudicate(claimInput({ form, person: personFile({ dependants }) }));
const codes = (decision: ReturnType<typeof withFamily>) =>
  decision.findings.filter(({ kind }) => kind !== 'signal').map(({ kind, code }) => `${kind} ${code}`);

describe('who was cared for', () => {
  it('pays for a child that link, name and birth date agree on', () => {
    expect(withFamily(adam)).toMatchObject({
      outcome: 'approved',
      beneficiary: { kind: 'dependant', dependantId: '1' },
      paidCentimes: 10_500,
    });
  });

  it('finds the member of the family without a tick, when name and birth date fit one person only', () => {
    expect(withFamily({ ...adam, beneficiaryLink: undefined })).toMatchObject({
      outcome: 'approved',
      beneficiary: { kind: 'dependant', dependantId: '1' },
    });
  });

  it('takes the insured person on a certain tick alone', () => {
    expect(withFamily({ patientName: undefined, patientBirthDate: undefined })).toMatchObject({
      outcome: 'approved',
      beneficiary: { kind: 'insured' },
    });
  });

  it('refers an uncertain tick that nothing else bears out', () => {
    const beneficiaryLink = field('insured' as const, { confidencePercent: 60 });
    expect(
      codes(withFamily({ beneficiaryLink, patientName: undefined, patientBirthDate: undefined })),
    ).toEqual(['doubt BENEFICIARY_UNREADABLE']);
  });

  it.each<[string, Partial<CareForm>, string]>([
    [
      'a tick that says spouse for a child',
      { beneficiaryLink: field('spouse') },
      'doubt BENEFICIARY_AMBIGUOUS',
    ],
    [
      'a tick that says insured for a child',
      { beneficiaryLink: field('insured') },
      'doubt BENEFICIARY_AMBIGUOUS',
    ],
    ['the birth date of another', { patientBirthDate: field('2016-06-02') }, 'doubt BENEFICIARY_AMBIGUOUS'],
    [
      'a name of nobody on the birth date of the child',
      { patientName: field('BENNANI Sara') },
      'doubt BENEFICIARY_AMBIGUOUS',
    ],
    [
      'a birth date that was hardly read beside a name that is only close',
      { patientName: field('BENANI Adan'), patientBirthDate: field('2017-06-02', { confidencePercent: 10 }) },
      'doubt BENEFICIARY_UNREADABLE',
    ],
    [
      'a name that fits nobody and was read badly',
      { patientName: field('XQ ZZ', { confidencePercent: 50 }), patientBirthDate: field('2011-01-01') },
      'doubt BENEFICIARY_UNREADABLE',
    ],
  ])('refers %s', (_, changes, expected) => {
    const decision = withFamily({ ...adam, ...changes });
    expect(codes(decision)).toEqual([expected]);
    expect(decision.outcome).toBe('referred');
  });

  it('pays where name and birth date are both a child’s, however weakly each was read', () => {
    const weak = { confidencePercent: 5, doubts: ['LOW_CONFIDENCE'] as const };
    const decision = withFamily({
      ...adam,
      beneficiaryLink: undefined,
      patientName: field('BENNANI Adam', weak),
      patientBirthDate: field('2017-06-02', weak),
    });
    expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 });
  });

  it.each([
    ['rejects', 'where name and birth date belong together', ['PLACE', 'NEIGHBOURS'], 'rejected'],
    ['refers', 'where either may be anyone’s', ['PLACE'], 'referred'],
  ] as const)('%s someone whom nobody declared and no label names %s', (_, __, evidence, outcome) => {
    const decision = withFamily({
      ...adam,
      beneficiaryLink: undefined,
      patientName: field('ZEROUALI Sara', { evidence }),
      patientBirthDate: field('2020-01-01', { evidence }),
    });
    expect(decision.outcome).toBe(outcome);
  });

  it('rejects for certain a child that nobody declared', () => {
    const decision = withFamily({
      ...adam,
      patientName: field('BENNANI Sara'),
      patientBirthDate: field('2020-01-01'),
    });
    expect(decision).toMatchObject({ outcome: 'rejected', paidCentimes: 0 });
    expect(codes(decision)).toEqual(['rejection BENEFICIARY_NOT_DECLARED']);
  });

  it('asks for the name and the birth date of a child that the form leaves out', () => {
    const decision = withFamily({ ...adam, patientName: undefined, patientBirthDate: undefined });
    expect(decision.outcome).toBe('incomplete');
    expect(decision.findings.map(({ field: name }) => name)).toEqual(
      expect.arrayContaining(['patientName', 'patientBirthDate']),
    );
  });

  it('tells twins apart by their given names', () => {
    const twins = [
      child({ name: { family: 'BENNANI', given: 'Amina' } }),
      child({ dependantId: '2', name: { family: 'BENNANI', given: 'Amine' } }),
    ];
    expect(withFamily({ ...adam, patientName: field('BENNANI Amine') }, twins).beneficiary).toEqual({
      kind: 'dependant',
      dependantId: '2',
    });
  });

  it('refers twins whose names the reading does not tell apart', () => {
    const twins = [
      child({ name: { family: 'BENNANI', given: 'Salma' } }),
      child({ dependantId: '2', name: { family: 'BENNANI', given: 'Selma' } }),
    ];
    expect(codes(withFamily({ ...adam, patientName: field('BENNANI Solma') }, twins))).toEqual([
      'doubt BENEFICIARY_AMBIGUOUS',
    ]);
  });

  it('refers a son who has the name of his father when no birth date tells which', () => {
    const son = child({ name: { family: 'BENNANI', given: 'Youssef' } });
    expect(codes(withFamily({ patientBirthDate: undefined }, [son]))).toEqual([
      'doubt BENEFICIARY_AMBIGUOUS',
    ]);
  });

  it('refers a CIN of the patient that is not the one on file', () => {
    const decision = withFamily({ ...adam, patientCin: field('AB1234') }, [child({ cin: 'AB1235' })]);
    expect(codes(decision)).toEqual(['doubt IDENTITY_MISMATCH']);
  });
});
