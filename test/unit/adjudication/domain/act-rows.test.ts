import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { act, claimInput, readTwice } from './claim-builder.ts';

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
