import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { isOverridable } from '../../../../contexts/adjudication/domain/attestations.ts';
import { normaliseDiseaseCode } from '../../../../contexts/adjudication/domain/tariffs/disease-code.ts';
import { act, claimInput, field, personFile } from './claim-builder.ts';

/** A diabetic whose consultations are granted at 95 %. */
const diabetic = personFile({
  priorApprovals: [
    {
      type: 'prior-approval',
      registrationNumber: '184203957',
      approvalId: 'ALD-1',
      keyLetter: 'CS',
      from: '2025-01-01',
      to: '2027-12-31',
      rateBasisPoints: 9_500,
      diseases: ['E11'],
    },
  ],
});
const decide = (
  diseaseCode?: ReturnType<typeof field<string>>,
  overrides?: readonly { code: string; line: number }[],
) => adjudicate(claimInput({ person: diabetic, overrides, form: { acts: [{ ...act(), diseaseCode }] } }));
const keyed = (code: string) => ({ ...field(code), attestedBy: ['amina'] });

describe('a consultation of somebody whose long-term disease was approved', () => {
  it('goes to a person where the form does not say that it was for the disease', () => {
    const decision = decide();
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'DISEASE_NOT_SHOWN',
      field: 'diseaseCode',
      line: 0,
      details: { cause: 'FORM_NAMES_NO_DISEASE' },
    });
  });

  it('is paid at the granted rate where a person found the disease on the form', () => {
    expect(decide(keyed('E11.2'))).toMatchObject({ outcome: 'approved', paidCentimes: 14_250 });
    expect(decide(keyed('e112'))).toMatchObject({ outcome: 'approved', paidCentimes: 14_250 });
  });

  it('is paid at the ordinary rate where it was for another disease', () => {
    expect(decide(keyed('J06'))).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 });
  });

  it('is never paid at the granted rate by a code that only a machine read', () => {
    expect(decide(field('E11')).outcome).toBe('referred');
  });

  it('is paid at the ordinary rate where a supervisor sets the question aside', () => {
    expect(isOverridable({ kind: 'doubt', code: 'DISEASE_NOT_SHOWN' })).toBe(true);
    const decision = decide(undefined, [{ code: 'DISEASE_NOT_SHOWN', line: 0 }]);
    expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 });
  });
});

describe('a code of a disease', () => {
  it.each([
    ['E11', 'E11'],
    [' e11.2 ', 'E11.2'],
    ['I25 10', 'I25.10'],
    ['11', undefined],
    ['E1', undefined],
    ['E11.234', undefined],
    ['diabète', undefined],
  ])('%s is kept as %s', (text, code) => {
    expect(normaliseDiseaseCode(text)).toBe(code);
  });
});
