import { describe, expect, it } from 'vitest';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { placeNear } from '../../../../web/src/review/scan/place-near.ts';

const box = (left: number, top: number) => ({ left, top, width: 0.2, height: 0.02 });

const field = (name: ReviewField['field'], changes: Partial<ReviewField> = {}): ReviewField => ({
  field: name,
  kind: 'text',
  value: null,
  doubts: [],
  evidence: [],
  status: 'missing',
  isBlind: false,
  isKeyedTwice: false,
  alternatives: [],
  ...changes,
});

describe('where a field without a place is looked for', () => {
  it('is around the other fields of its line', () => {
    const letter = field('keyLetter', { line: 1 });
    const fields = [
      letter,
      field('dateOfCare', { line: 1, source: { page: 2, box: box(0.1, 0.5) } }),
      field('billedCentimes', { line: 1, source: { page: 2, box: box(0.7, 0.51) } }),
      field('dateOfCare', { line: 0, source: { page: 1, box: box(0.1, 0.4) } }),
    ];
    const near = placeNear(letter, fields);
    expect(near?.page).toBe(2);
    expect(near?.box).toMatchObject({ left: 0.1, top: 0.5 });
    expect((near?.box.left ?? 0) + (near?.box.width ?? 0)).toBeCloseTo(0.9);
  });

  it('is around its part of the form, on the page that has most of it', () => {
    const name = field('insuredName');
    const fields = [
      name,
      field('cin', { source: { page: 1, box: box(0.3, 0.1) } }),
      field('insuredBirthDate', { source: { page: 1, box: box(0.3, 0.2) } }),
      field('registrationNumber', { source: { page: 2, box: box(0.3, 0.1) } }),
      field('inpe', { source: { page: 1, box: box(0.3, 0.8) } }),
    ];
    expect(placeNear(name, fields)).toMatchObject({ page: 1, box: { left: 0.3, top: 0.1 } });
  });

  it('is nowhere where nothing of its part was found', () => {
    const name = field('insuredName');
    expect(placeNear(name, [name])).toBeUndefined();
  });
});
