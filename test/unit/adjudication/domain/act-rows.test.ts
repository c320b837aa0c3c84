import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { act, claimInput, field, readTwice } from './claim-builder.ts';

const second = act({ dateOfCare: '2025-09-04' });
const decide = (inpe: CareFormAct['inpe']) =>
  adjudicate(claimInput({ form: { acts: [act(), { ...second, inpe }] } }));

describe('the INPE of a row', () => {
  it.each([96, 40])(
    'is a doubt of that row where it is another’s, read at %i percent',
    (confidencePercent) => {
      const decision = decide(field('091024579', { confidencePercent }));
      expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
      expect(decision.findings.filter(({ kind }) => kind !== 'signal')).toEqual([
        { kind: 'doubt', code: 'PROVIDER_MISMATCH', field: 'inpe', line: 1 },
      ]);
    },
  );

  it('is none where it is that of the form, or where the row has none', () => {
    expect(decide(field('091024578')).outcome).toBe('approved');
    expect(decide(undefined).outcome).toBe('approved');
  });

  it('adds nothing where nobody knows who the form’s own provider is', () => {
    const acts = [{ ...act(), inpe: field('091024579') }];
    const codes = adjudicate(claimInput({ form: { acts }, provider: undefined })).findings.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['INPE_UNKNOWN']);
  });
});

describe('the count of a row', () => {
  const radiology = act({ keyLetter: 'Z', coefficientHundredths: 1_000 });
  const withCount = (count: number, confidencePercent: number) => {
    const quantity = readTwice(count, { confidencePercent });
    return adjudicate(claimInput({ form: { acts: [{ ...radiology, quantity }] } }));
  };

  it('multiplies what is paid', () => {
    expect(withCount(1, 96)).toMatchObject({ outcome: 'approved', paidCentimes: 7_000 });
    expect(withCount(2, 96)).toMatchObject({ outcome: 'approved', paidCentimes: 14_000 });
  });

  it('must be as sure as a coefficient, unless it multiplies nothing', () => {
    expect(withCount(1, 85).outcome).toBe('approved');
    expect(withCount(2, 90).outcome).toBe('approved');
    const decision = withCount(2, 89);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'FIELD_UNREADABLE',
      field: 'quantity',
      line: 0,
    });
  });
});
