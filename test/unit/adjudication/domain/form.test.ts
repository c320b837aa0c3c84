import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { act, claimInput, field, provider, readTwice, specialtyBilling } from './claim-builder.ts';

const decide = (changes: Parameters<typeof claimInput>[0]) => adjudicate(claimInput(changes));

describe('the form as a whole', () => {
  it('never pays when a page failed to read, even where all that was read is right', () => {
    const decision = decide({ pageRoles: ['care-form', 'failed'] });
    expect(decision).toMatchObject({ outcome: 'incomplete', paidCentimes: 0, destination: undefined });
    expect(decision.findings).toContainEqual({
      kind: 'missing',
      code: 'PAGE_NOT_READ',
      details: { page: 2 },
    });
  });

  it('says that a page is missing before anything else: it may hold what is doubted or rejected', () => {
    const pageRoles = ['failed', 'care-form'] as const;
    expect(decide({ pageRoles, person: undefined }).outcome).toBe('incomplete');
    expect(decide({ pageRoles, claim: { submissionDate: '2025-12-15' } }).outcome).toBe('incomplete');
  });

  it('refers a request for a prior approval', () => {
    const decision = decide({ form: { purpose: 'prior-approval' } });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual({ kind: 'doubt', code: 'PRIOR_APPROVAL_REQUEST' });
  });

  it('refers a total that is not the sum of the acts, and says both', () => {
    const decision = decide({ form: { totalCentimes: field(26_000) } });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'AMOUNT_MISMATCH',
      field: 'totalCentimes',
      details: { totalCentimes: 26_000, actsCentimes: 25_000 },
    });
  });

  it.each([
    ['total', { totalCentimes: undefined }, 'totalCentimes'],
    ['INPE', { inpe: undefined }, 'inpe'],
    ['acts', { acts: [] }, 'acts'],
  ])('asks for the %s that was left blank', (_, form, name) => {
    const decision = decide({ form });
    expect(decision.outcome).toBe('incomplete');
    expect(decision.findings).toContainEqual({ kind: 'missing', code: 'FORM_INCOMPLETE', field: name });
  });

  it.each(['dateOfCare', 'keyLetter', 'billedCentimes'] satisfies (keyof CareFormAct)[])(
    'asks for the %s of an act that was left blank',
    (name) => {
      const decision = decide({
        form: { acts: [{ ...act(), [name]: undefined }], totalCentimes: field(25_000) },
      });
      expect(decision.outcome).toBe('incomplete');
      expect(decision.findings).toContainEqual({
        kind: 'missing',
        code: 'FORM_INCOMPLETE',
        field: name,
        line: 0,
      });
    },
  );

  it('refers what is missing when it is not even certain who the person is', () => {
    expect(decide({ form: { inpe: undefined, registrationNumber: undefined } }).outcome).toBe('referred');
  });

  it('notes a signature date that is missing, and pays', () => {
    const decision = decide({ form: { signatureDate: undefined } });
    expect(decision.outcome).toBe('approved');
    expect(decision.findings).toContainEqual({
      kind: 'signal',
      code: 'FORM_INCOMPLETE',
      field: 'signatureDate',
    });
  });

  it('notes fewer pages than attachments, and pays', () => {
    const decision = decide({
      form: { attachmentsCount: field(3) },
      pageRoles: ['care-form', 'other', 'blank'],
    });
    expect(decision.outcome).toBe('approved');
    expect(decision.findings).toContainEqual({
      kind: 'signal',
      code: 'ATTACHMENT_COUNT_MISMATCH',
      field: 'attachmentsCount',
      details: { announced: 3, pages: 1 },
    });
  });

  it('does not count attachments in a file of several forms, and says there are several', () => {
    const decision = decide({ form: { attachmentsCount: field(3) }, claim: { formsInFile: 2 } });
    expect(decision.outcome).toBe('approved');
    expect(decision.findings.map(({ code }) => code)).toContain('SEVERAL_FORMS_IN_FILE');
    expect(decision.findings.map(({ code }) => code)).not.toContain('ATTACHMENT_COUNT_MISMATCH');
  });

  it('refers a claim of an amount that a person should see', () => {
    const decision = decide({ form: { acts: [act({ billedCentimes: 1_000_000 })] } });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ kind: 'doubt', code: 'AMOUNT_UNUSUAL' }),
    );
  });
});

describe('the fields of an act', () => {
  it.each(['dateOfCare', 'keyLetter', 'coefficientHundredths'] as const)(
    'refers a %s that was read badly',
    (name) => {
      const read = act();
      const decision = decide({
        form: { acts: [{ ...read, [name]: { ...read[name], confidencePercent: 70 } }] },
      });
      expect(decision.outcome).toBe('referred');
      expect(decision.findings).toContainEqual({
        kind: 'doubt',
        code: 'FIELD_UNREADABLE',
        field: name,
        line: 0,
      });
      expect(decision.fingerprints[0] === undefined).toBe(name !== 'coefficientHundredths');
    },
  );

  it.each([
    [
      'a graded coefficient, which nothing bears out',
      { keyLetter: 'B', coefficientHundredths: 12_000 },
      85,
      'referred',
    ],
    ['one that is read surely', { keyLetter: 'B', coefficientHundredths: 12_000 }, 92, 'approved'],
    ['the only coefficient of a consultation', { coefficientHundredths: 100 }, 85, 'approved'],
    ['another coefficient than a consultation has', { coefficientHundredths: 700 }, 85, 'referred'],
  ] as const)('asks more of %s than of other fields', (_, values, confidencePercent, outcome) => {
    const read = act(values);
    const coefficientHundredths = readTwice(values.coefficientHundredths, { confidencePercent });
    expect(
      decide({
        ocrEngine: 'tesseract',
        provider: provider({ specialty: specialtyBilling('keyLetter' in values ? values.keyLetter : 'CS') }),
        form: { acts: [{ ...read, coefficientHundredths }] },
      }).outcome,
    ).toBe(outcome);
  });

  it.each([
    ['dateOfCare', '2025-02-30'],
    ['keyLetter', '??'],
    ['coefficientHundredths', 0],
    ['billedCentimes', -1],
    ['billedCentimes', 0.5],
  ] as const)('refers a %s of %s, which makes no sense', (name, value) => {
    const acts = [{ ...act(), [name]: field<never>(value as never) }];
    const decision = decide({ form: { acts } });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'FIELD_UNREADABLE',
      field: name,
      line: 0,
    });
  });

  it('believes a weak amount that the total confirms, and not one that it does not', () => {
    const weak = { ...act(), billedCentimes: field(25_000, { confidencePercent: 50 }) };
    expect(decide({ form: { acts: [weak] } }).outcome).toBe('approved');
    const unconfirmed = decide({ form: { acts: [weak], totalCentimes: field(20_000) } });
    expect(unconfirmed.findings).toContainEqual({
      kind: 'doubt',
      code: 'FIELD_UNREADABLE',
      field: 'billedCentimes',
      line: 0,
    });
  });

  it('shows what was read even where it is not believed', () => {
    const acts = [{ ...act(), keyLetter: field('CS', { confidencePercent: 10 }) }];
    expect(decide({ form: { acts } }).lines).toMatchObject([
      { keyLetter: 'CS', billedCentimes: 25_000, paidCentimes: undefined, outcome: 'referred' },
    ]);
  });
});
