import { describe, expect, it } from 'vitest';
import { alternativesFor } from '../../../../contexts/review/api/alternatives.ts';
import type { FieldPlace } from '../../../../contexts/review/domain/claim-review.ts';
import type { ReviewMaterial } from '../../../../contexts/review/domain/review-material.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';

const box = {
  ...{ code: undefined, name: undefined, billedCentimes: undefined, source: act().source },
  ...{ quantity: field(2), unitPriceCentimes: field(50_00) },
};

function proposed(place: FieldPlace): unknown {
  const read = form({
    acts: [{ ...act(), billedCentimes: field(999_00) }],
    totalCentimes: field(350_00),
    dispensing: {
      ...{ pharmacyInpe: undefined, dispensedOn: undefined, totalCentimes: undefined },
      medicines: [box],
    },
  });
  const material = { stored: { form: read }, registry: {}, review: {}, reader: {} };
  // Sums are proposed from the form alone.
  return alternativesFor(place, material as unknown as ReviewMaterial);
}

describe('sums that are proposed for an amount', () => {
  it('count the boxes of a pharmacy beside the acts', () => {
    expect(proposed({ field: 'billedCentimes', line: 0 })).toEqual([
      { value: 250_00, because: 'REST_OF_TOTAL' },
    ]);
    expect(proposed({ field: 'totalCentimes' })).toEqual([{ value: 1099_00, because: 'SUM_OF_ACTS' }]);
  });
});
