import { describe, expect, it } from 'vitest';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { FieldEvidence } from '../../../../contexts/rules/reading-signs.ts';
import { confirmFields, correctFields } from '../../../../contexts/review/domain/correct-form.ts';
import type { KeyedValue } from '../../../../contexts/review/domain/claim-review.ts';
import { evidenceAt } from '../../../../contexts/review/api/evidence.ts';
import { fieldAt } from '../../../../contexts/review/domain/form-fields.ts';
import { splitForm } from '../../../../contexts/review/domain/split-form.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';

const believed = <T>(value: T, ...evidence: FieldEvidence[]) => ({ ...field(value), evidence });

const read: CareForm = form({
  registrationNumber: believed('184203957', 'REGISTRY', 'BARCODE'),
  insuredName: believed('BENNANI Youssef', 'REGISTRY', 'LABEL'),
  inpe: believed('091024578', 'REGISTRY', 'REPEATED'),
  providerName: believed('Dr ALAOUI Samira', 'REGISTRY'),
  acts: [
    { ...act(), dateOfCare: believed('2025-09-03', 'NEIGHBOURS', 'PLACE') },
    {
      ...act(),
      dateOfCare: believed('2025-09-03', 'NEIGHBOURS', 'PLACE'),
      billedCentimes: believed(25_000, 'SUM', 'SECOND_LOOK', 'NEIGHBOURS'),
    },
  ],
  totalCentimes: believed(50_000, 'SUM', 'LABEL'),
});

const corrected = (...values: KeyedValue[]): CareForm => correctFields(read, values, ['amina']).form;

describe('what speaks for a value', () => {
  it('is what the reader found, and nothing on forms of earlier versions', () => {
    expect(evidenceAt(read, { field: 'registrationNumber' })).toEqual(['REGISTRY', 'BARCODE']);
    expect(evidenceAt(read, { field: 'billedCentimes', line: 1 })).toEqual([
      'SUM',
      'SECOND_LOOK',
      'NEIGHBOURS',
    ]);
    expect(evidenceAt(read, { field: 'cin' })).toEqual([]);
    expect(evidenceAt(read, { field: 'patientCin' })).toEqual([]);
  });

  it('is the word of people where they read it, one or two', () => {
    const total = { field: 'totalCentimes' } as const;
    const confirmed = confirmFields(read, [total], ['amina']).form;
    expect(evidenceAt(confirmed, total)).toEqual(['PERSON']);
    expect(
      evidenceAt(correctFields(read, [{ ...total, value: 1 }], ['amina', 'brahim']).form, total),
    ).toEqual(['TWO_PEOPLE']);
  });

  it('is kept with what people confirmed and goes with what they corrected', () => {
    const total = { field: 'totalCentimes' } as const;
    expect(fieldAt(confirmFields(read, [total], ['amina']).form, total)?.evidence).toEqual(['SUM', 'LABEL']);
    expect(fieldAt(corrected({ ...total, value: 1 }), total)?.evidence).toBeUndefined();
    const back = correctFields(corrected({ ...total, value: 1 }), [{ ...total, value: 50_000 }], ['amina']);
    expect(fieldAt(back.form, total)?.evidence).toBeUndefined();
  });

  it('is the sum no longer where the rows add up no more', () => {
    const other = corrected({ field: 'billedCentimes', line: 0, value: 20_000 });
    expect(evidenceAt(other, { field: 'totalCentimes' })).toEqual(['LABEL']);
    expect(evidenceAt(other, { field: 'billedCentimes', line: 1 })).toEqual(['SECOND_LOOK']);
  });

  it('is the registry no longer where someone else was looked up', () => {
    const person = corrected({ field: 'registrationNumber', value: '184203958' });
    expect(evidenceAt(person, { field: 'insuredName' })).toEqual(['LABEL']);
    expect(evidenceAt(person, { field: 'providerName' })).toEqual(['REGISTRY']);
    const provider = corrected({ field: 'inpe', value: null });
    expect(evidenceAt(provider, { field: 'providerName' })).toEqual([]);
    expect(evidenceAt(provider, { field: 'insuredName' })).toEqual(['REGISTRY', 'LABEL']);
  });

  it('is its neighbours no longer where these were corrected', () => {
    const date = corrected({ field: 'dateOfCare', line: 0, value: '2025-09-04' });
    expect(evidenceAt(date, { field: 'dateOfCare', line: 1 })).toEqual(['PLACE']);
    expect(evidenceAt(date, { field: 'billedCentimes', line: 1 })).toContain('NEIGHBOURS');
    const letter = corrected({ field: 'keyLetter', line: 1, value: 'C' });
    expect(evidenceAt(letter, { field: 'billedCentimes', line: 1 })).toEqual(['SUM', 'SECOND_LOOK']);
    expect(evidenceAt(letter, { field: 'dateOfCare', line: 0 })).toContain('NEIGHBOURS');
  });

  it('goes with its field when a form is split', () => {
    expect(splitForm(read, [2]).staying.totalCentimes?.evidence).toEqual(['SUM', 'LABEL']);
  });
});
