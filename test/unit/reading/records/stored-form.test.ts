import { describe, expect, it } from 'vitest';
import { storedFormSchema } from '../../../../contexts/reading/records/stored-form.ts';
import { fieldDoubts, fieldEvidence } from '../../../../contexts/rules/reading-signs.ts';
import { type CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { splitForm } from '../../../../contexts/review/domain/split-form.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';

const kept = (given: CareForm) =>
  storedFormSchema.parse(
    JSON.parse(JSON.stringify({ form: given, pageRoles: ['care-form'], ocrEngine: 'textract' })),
  ).form;

const dispensing = {
  ...{ pharmacyInpe: field('092307418'), dispensedOn: field('2025-09-04'), totalCentimes: undefined },
  medicines: [
    {
      ...{ code: field('6118000010050'), name: undefined, quantity: field(1) },
      ...{ unitPriceCentimes: field(2_510), billedCentimes: undefined },
      source: field('').source,
    },
  ],
};

describe('a form that is kept', () => {
  it('keeps every doubt and all that speaks for its values', () => {
    const inpe = { ...field('091024578', { doubts: fieldDoubts }), evidence: fieldEvidence };
    expect(kept(form({ inpe }))).toEqual(form({ inpe }));
  });

  it('is read without what speaks for its values, as earlier versions kept it', () => {
    expect(kept(form()).inpe).not.toHaveProperty('evidence');
  });

  it('keeps what only some forms have: counts and providers of acts, other amounts, unknown labels', () => {
    const acts = [{ ...act(), quantity: field(3), inpe: field('091024578') }];
    const given = form({ acts, otherAmounts: [field(12_050)], unlabelledFields: ['inpe'] });
    expect(kept(given)).toEqual(given);
    expect(splitForm(given, [2]).staying).toEqual(given);
    expect(splitForm(given, [1]).staying).toMatchObject({ acts: [], otherAmounts: [] });
  });

  it('keeps the day of the prescription, and the disease that a person keyed beside boxes', () => {
    const medicines = dispensing.medicines.map((row) => ({ ...row, diseaseCode: field('E11') }));
    const given = form({ dispensing: { ...dispensing, prescribedOn: field('2025-09-03'), medicines } });
    expect(kept(given)).toEqual(given);
    expect(splitForm(given, [2]).staying).toEqual(given);
  });

  it('of before prescriptions were told from other papers is read as it was kept', () => {
    const pageRoles = ['care-form', 'other', 'blank', 'failed'];
    const given = form({ dispensing });
    const stored = JSON.parse(JSON.stringify({ form: given, pageRoles, ocrEngine: 'textract' })) as unknown;
    expect(storedFormSchema.parse(stored)).toEqual({ form: given, pageRoles, ocrEngine: 'textract' });
  });
});
