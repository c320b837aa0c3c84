import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldDoubts, fieldEvidence } from '../../../../contexts/rules/reading-signs.ts';
import {
  chanceRightPercent,
  type ReadingChances,
} from '../../../../contexts/reading/domain/reading-chance.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';

const model: ReadingChances = {
  intercept: -1,
  weights: { CONFIDENCE: 4, REGISTRY: 3, SECOND_LOOK: 1, SECOND_LOOK_DIFFERS: -5 },
  mostPercent: 99.9,
};
const at = (confidencePercent: number, more: Partial<Parameters<typeof chanceRightPercent>[0]> = {}) =>
  chanceRightPercent({ confidencePercent, doubts: [], ...more }, model);

describe('the chance that a value was read right', () => {
  it('is the logistic function of the weights of its signs', () => {
    expect(at(25)).toBeCloseTo(50);
    expect(at(100)).toBeCloseTo(100 / (1 + Math.exp(-3)));
    expect(at(25, { evidence: ['SECOND_LOOK'] })).toBeCloseTo(100 / (1 + Math.exp(-1)));
  });

  it('grows with what speaks for the value, and falls with what speaks against it', () => {
    expect(at(80, { evidence: ['REGISTRY'] })).toBeGreaterThan(at(80));
    expect(at(80, { doubts: ['SECOND_LOOK_DIFFERS'] })).toBeLessThan(at(80));
  });

  it('is no more than so many fields can show', () => {
    expect(at(100, { evidence: ['REGISTRY', 'SECOND_LOOK'] })).toBe(99.9);
  });

  it('is not moved by a sign that was too rare to be fitted', () => {
    expect(at(80, { evidence: ['BARCODE'], doubts: ['AMBIGUOUS'] })).toBe(at(80));
  });
});

describe('the chances of the rule book', () => {
  const rows = currentRuleBook().data.readingChances;
  const some = <T>(values: readonly T[]) => fc.subarray([...values]);

  it('never fall where the OCR is surer, or the registry, a second look or check digits agree', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.integer({ min: 0, max: 99 }),
        some(fieldEvidence),
        some(fieldDoubts),
        fc.constantFrom('REGISTRY', 'SECOND_LOOK', 'CHECK_DIGITS', 'SUM'),
        (row, confidencePercent, evidence, doubts, witness) => {
          const field = { confidencePercent, doubts, evidence: evidence.filter((one) => one !== witness) };
          const chance = chanceRightPercent(field, row);
          const surer = { ...field, confidencePercent: confidencePercent + 1 };
          const witnessed = { ...field, evidence: [...field.evidence, witness] };
          expect(chanceRightPercent(surer, row)).toBeGreaterThanOrEqual(chance);
          expect(chanceRightPercent(witnessed, row)).toBeGreaterThanOrEqual(chance);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThan(100);
        },
      ),
    );
  });
});
