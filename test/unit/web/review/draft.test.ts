import { describe, expect, it } from 'vitest';
import type { Review, ReviewField } from '../../../../contexts/review/api/review.ts';
import {
  accept,
  edited,
  isOpen,
  putBack,
  toCorrections,
  toValues,
  withoutStored,
  type Draft,
} from '../../../../web/src/review/draft.ts';

const NONE: Draft = new Map();

const amount: ReviewField = {
  field: 'billedCentimes',
  line: 0,
  kind: 'amount',
  value: 25_000,
  doubts: ['LOW_CONFIDENCE'],
  evidence: ['SUM', 'LABEL'],
  status: 'doubtful',
  isBlind: false,
  isKeyedTwice: false,
  alternatives: [],
};

describe('the work on a field that is not stored yet', () => {
  it('confirms the value that stands there and corrects any other', () => {
    const now = { value: 25_000, status: 'doubtful', evidence: ['SUM', 'LABEL'] };
    expect(edited(amount, NONE)).toEqual(now);
    const evidence = ['PERSON'];
    expect(edited(amount, accept(NONE, amount, 25_000))).toEqual({ ...now, status: 'confirmed', evidence });
    const corrected = { value: 26_000, status: 'corrected', evidence };
    expect(edited(amount, accept(NONE, amount, 26_000))).toEqual(corrected);
    expect(edited(amount, accept(NONE, amount, null))).toMatchObject({ value: null, evidence: [] });
  });

  it('is a value whatever was keyed where nobody sees what stands there', () => {
    const blind = { ...amount, value: null, isBlind: true };
    const draft = accept(NONE, blind, null);
    expect(draft.get('billedCentimes@0')).toEqual({ how: 'corrected', value: null });
    expect(isOpen(blind, NONE)).toBe(true);
    expect(isOpen(blind, draft)).toBe(false);
  });

  it('can be put back', () => {
    const draft = accept(NONE, amount, 26_000);
    expect(edited(amount, putBack(draft, 'billedCentimes@0'))).toMatchObject({ status: 'doubtful' });
  });

  it('keeps what was keyed while the rest was being stored', () => {
    const sent = accept(NONE, amount, 26_000);
    const total = { ...amount, field: 'totalCentimes', line: undefined } as const;
    const meanwhile = accept(accept(sent, total, 1), amount, 27_000);
    expect([...withoutStored(meanwhile, sent).keys()]).toEqual(['billedCentimes@0', 'totalCentimes']);
    expect(withoutStored(sent, sent).size).toBe(0);
  });

  it('goes to the API as changes and confirmations, each with its line', () => {
    const total: ReviewField = { ...amount, field: 'totalCentimes' };
    delete total.line;
    const review = { version: 7, fields: [amount, total] } as Review;
    expect(toCorrections(review, accept(accept(NONE, amount, 26_000), total, 25_000))).toEqual({
      version: 7,
      changes: [{ field: 'billedCentimes', line: 0, value: 26_000 }],
      confirmed: [{ field: 'totalCentimes' }],
      addLines: 0,
      removeLines: [],
    });
  });

  it('settles a dispute with the values of the fields that two people keyed differently, and no others', () => {
    const keyed = (first: number, second: number): ReviewField => ({
      ...amount,
      alternatives: [
        { value: first, because: 'KEYED_FIRST' },
        { value: second, because: 'KEYED_SECOND' },
      ],
      isDisputed: first !== second,
    });
    const disputed = keyed(26_000, 27_000);
    const agreed: ReviewField = { ...keyed(38_200, 38_200), line: 1 };
    const review = { version: 7, fields: [disputed, agreed] } as Review;
    expect(isOpen(disputed, NONE)).toBe(true);
    const draft = accept(accept(NONE, disputed, 27_000), agreed, 38_200);
    expect(toValues(review, draft)).toEqual([{ field: 'billedCentimes', line: 0, value: 27_000 }]);
  });
});
