import { describe, expect, it } from 'vitest';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { keepOrder, neighbour, nextToCheck, orderFields } from '../../../../web/src/review/field-order.ts';

function field(given: Partial<ReviewField> & Pick<ReviewField, 'field'>): ReviewField {
  return {
    kind: 'text',
    value: 'x',
    doubts: [],
    evidence: [],
    status: 'read',
    isBlind: false,
    isKeyedTwice: false,
    alternatives: [],
    ...given,
  };
}

const fields = [
  field({ field: 'totalCentimes' }),
  field({ field: 'billedCentimes', line: 1 }),
  field({ field: 'billedCentimes', line: 0, status: 'doubtful' }),
  field({ field: 'keyLetter', line: 0 }),
  field({ field: 'keyLetter', line: 1 }),
  field({ field: 'patientCin', status: 'missing' }),
  field({ field: 'inpe', status: 'missing', doubts: ['FORM_INCOMPLETE'] }),
  field({ field: 'cin', isBlind: true }),
  field({ field: 'registrationNumber' }),
];

describe('the fields of a claim in review', () => {
  it('start with what is doubtful, missed by the rules, or keyed blind, in the order of the form', () => {
    expect(orderFields(fields)[0]).toEqual({
      kind: 'to-check',
      keys: ['cin', 'inpe', 'billedCentimes@0'],
    });
  });

  it('go on part by part, each act as a line of its own', () => {
    expect(orderFields(fields).slice(1)).toEqual([
      { kind: 'insured', keys: ['registrationNumber'] },
      { kind: 'patient', keys: ['patientCin'] },
      { kind: 'acts', line: 0, keys: ['keyLetter@0'] },
      { kind: 'acts', line: 1, keys: ['keyLetter@1', 'billedCentimes@1'] },
      { kind: 'form', keys: ['totalCentimes'] },
    ]);
  });

  it('keep the number of a line’s provider with its line, and that of the form with the provider', () => {
    const numbers = [field({ field: 'inpe', line: 0 }), field({ field: 'inpe' }), field({ field: 'cin' })];
    expect(orderFields(numbers)).toEqual([
      { kind: 'insured', keys: ['cin'] },
      { kind: 'provider', keys: ['inpe'] },
      { kind: 'acts', line: 0, keys: ['inpe@0'] },
    ]);
  });

  it('hold their places when one of them was confirmed, until a line comes or goes', () => {
    const before = orderFields(fields);
    const confirmed = fields.map((one) => (one.field === 'cin' ? { ...one, isBlind: false } : one));
    expect(keepOrder(before, confirmed)).toBe(before);
    const longer = [...confirmed, field({ field: 'keyLetter', line: 2 })];
    expect(keepOrder(before, longer)).not.toBe(before);
  });

  it('lead from one to the next, and to the next that is open, round again', () => {
    const sections = orderFields(fields);
    expect(neighbour(sections, 'cin', 1)).toBe('inpe');
    expect(neighbour(sections, 'cin', -1)).toBe('cin');
    expect(neighbour(sections, 'billedCentimes@0', 1)).toBe('registrationNumber');
    expect(nextToCheck(sections, 'billedCentimes@0', (key) => key === 'inpe')).toBe('inpe');
    expect(nextToCheck(sections, 'cin', () => false)).toBeUndefined();
  });
});
