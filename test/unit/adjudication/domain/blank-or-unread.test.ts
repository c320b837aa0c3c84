import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { act, child, claimInput, field, personFile } from './claim-builder.ts';

const decide = (form: Partial<CareForm>, unlabelledFields?: readonly string[]) => {
  const person = personFile({ dependants: [child(), child({ dependantId: '2' })] });
  return adjudicate(claimInput({ form: { ...form, unlabelledFields }, person }));
};
const ofChild: Partial<CareForm> = {
  beneficiaryLink: field('child'),
  patientName: undefined,
  patientBirthDate: field('2017-06-02'),
};
const total = { totalCentimes: field(25_000) };

const absent: readonly [string, Partial<CareForm>][] = [
  ['inpe', { inpe: undefined }],
  ['totalCentimes', { totalCentimes: undefined }],
  ['acts', { acts: [] }],
  ['patientName', ofChild],
  ['dateOfCare', { acts: [{ ...act(), dateOfCare: undefined }], ...total }],
  ['keyLetter', { acts: [{ ...act(), keyLetter: undefined }], ...total }],
  ['billedCentimes', { acts: [{ ...act(), billedCentimes: undefined }], ...total }],
  ['coefficientHundredths', { acts: [act({ keyLetter: 'Z', coefficientHundredths: undefined })], ...total }],
];

describe.each(absent)('a %s that is not on the form', (name, form) => {
  const finding = (kind: string, code: string): unknown =>
    expect.objectContaining({ kind, code, field: name });

  it('is blank where its label was found, which is asked of the insured', () => {
    for (const unlabelled of [undefined, [], ['another']]) {
      const decision = decide(form, unlabelled);
      expect(decision.outcome).toBe('incomplete');
      expect(decision.findings).toContainEqual(finding('missing', 'FORM_INCOMPLETE'));
    }
  });

  it('is unread where its label was not found, which is for a person to look at', () => {
    const decision = decide(form, [name]);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(decision.findings).toContainEqual(finding('doubt', 'FIELD_UNREADABLE'));
    expect(decision.findings).not.toContainEqual(finding('missing', 'FORM_INCOMPLETE'));
  });
});

describe('a label that was not found', () => {
  it('is no doubt where its field was read all the same', () => {
    expect(decide({}, ['inpe', 'totalCentimes', 'acts', 'keyLetter', 'signatureDate']).outcome).toBe(
      'approved',
    );
  });

  it('makes no doubt of a signature date that is only noted', () => {
    const decision = decide({ signatureDate: undefined }, ['signatureDate']);
    expect(decision.outcome).toBe('approved');
    expect(decision.findings).toContainEqual({
      kind: 'signal',
      code: 'FORM_INCOMPLETE',
      field: 'signatureDate',
    });
  });
});
