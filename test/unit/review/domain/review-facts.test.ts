import { describe, expect, it } from 'vitest';
import { reviewFactsOf } from '../../../../contexts/review/domain/review-facts.ts';

const takenAt = '2026-11-20T10:00:00.000Z';
const submitted = { what: 'submitted' } as const;

describe('what figures take from a step of a review', () => {
  it('is that two people agreed, where what both keyed is taken over', () => {
    const changes = [{ what: 'keyed' }, { what: 'keyed' }, { what: 'corrected' }, submitted];
    expect(reviewFactsOf({ review: { state: 'CLOSED', takenAt }, changes })).toEqual({
      takenAt,
      isEqual: true,
    });
  });

  it('is that they did not, where a supervisor has to settle it', () => {
    expect(reviewFactsOf({ review: { state: 'DISPUTED', takenAt }, changes: [submitted] })).toEqual({
      takenAt,
      isEqual: false,
    });
  });

  it('is nothing about agreement, where one person keyed, or the first of two', () => {
    expect(reviewFactsOf({ review: { state: 'CLOSED', takenAt }, changes: [submitted] })).toEqual({
      takenAt,
    });
    expect(reviewFactsOf({ review: { state: 'SECOND_KEYING', takenAt }, changes: [submitted] })).toEqual({
      takenAt,
    });
  });

  it('is nothing while the work goes on, and of a dispute that was settled', () => {
    expect(reviewFactsOf({ review: { state: 'OPEN', takenAt }, changes: [{ what: 'corrected' }] })).toEqual(
      {},
    );
    const settled = [{ what: 'keyed' }, { what: 'settled' }];
    expect(reviewFactsOf({ review: { state: 'CLOSED', takenAt }, changes: settled })).toEqual({});
  });
});
